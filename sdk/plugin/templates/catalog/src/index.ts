import { resolve } from 'node:path';
import { CATALOGS, CODEC_REGISTRY, definePlugin, PROCESS } from '@arbalest/spi';
import { ListedCatalog } from './listed-catalog.js';

interface Config {
  readonly file: string;
}

export default definePlugin<Config>({
  register({ config, contribute }) {
    contribute(
      CATALOGS,
      (services) => new ListedCatalog(resolve(services.get(PROCESS).baseDirectory, config.file), services.get(CODEC_REGISTRY)),
    );
  },
});
