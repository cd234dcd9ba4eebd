import { join, resolve } from 'node:path';
import { CLOCK, definePlugin, LOG, PROCESS, STATE_STORES } from '@arbalest/spi';
import { LmdbStateStore } from './lmdb-state-store.js';

/** The section of the configuration; package.json has its schema. */
export interface LmdbConfig {
  readonly directory?: string;
}

/** Nothing is opened, nor LMDB's native code loaded, before the store is first asked for something. */
export default definePlugin<LmdbConfig>({
  register({ config, contribute }) {
    contribute(
      STATE_STORES,
      (services) => {
        const { baseDirectory, dataDirectory } = services.get(PROCESS);
        const { directory } = config;
        return new LmdbStateStore({
          directory: directory === undefined ? join(dataDirectory, 'state') : resolve(baseDirectory, directory),
          clock: services.get(CLOCK),
          log: services.get(LOG),
        });
      },
      (store) => store.close(),
    );
  },
});
