import { CATALOGS, CODEC_REGISTRY, definePlugin, FILE_ROOTS, PROCESS, STATE_STORES } from '@arbalest/spi';
import { FilesCatalog } from './files-catalog.js';

export default definePlugin({
  register({ contribute }) {
    contribute(
      CATALOGS,
      (services) =>
        new FilesCatalog({
          codecs: services.get(CODEC_REGISTRY),
          dataDirectory: services.get(PROCESS).dataDirectory,
          roots: services.get(FILE_ROOTS),
          stateStore: () => services.all(STATE_STORES)[0],
          services,
        }),
    );
  },
});
