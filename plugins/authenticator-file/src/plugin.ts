import { resolve } from 'node:path';
import { AUTHENTICATORS, definePlugin, LOG, PROCESS, type Services } from '@arbalest/spi';
import { FileAuthenticator } from './file-authenticator.js';

interface FileConfig {
  readonly file?: string;
}

export default definePlugin<FileConfig>({
  register({ config, contribute }) {
    const { file } = config;
    if (file === undefined) return;
    contribute(AUTHENTICATORS, (services: Services) => {
      const path = resolve(services.get(PROCESS).baseDirectory, file);
      return new FileAuthenticator(path, services.get(LOG));
    });
  },
});
