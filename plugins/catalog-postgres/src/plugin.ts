import { CATALOGS, CODECS, definePlugin, PROCESS, SECRETS, type Services } from '@arbalest/spi';
import { PostgresCatalog } from './catalog/postgres-catalog.js';
import { PostgresCodec } from './codec/postgres-codec.js';
import type { PostgresConfig } from './config.js';
import { Databases } from './connection/databases.js';

export default definePlugin<PostgresConfig>({
  register({ config, contribute }) {
    const databasesIn = (services: Services) => new Databases(config, services.get(SECRETS), services.get(PROCESS).baseDirectory);
    contribute(
      CODECS,
      (services) => new PostgresCodec(databasesIn(services)),
      (codec) => (codec as PostgresCodec).close(),
    );
    for (const name of Object.keys(config.catalogs))
      contribute(
        CATALOGS,
        (services) => new PostgresCatalog(databasesIn(services).named(name)),
        (catalog) => (catalog as PostgresCatalog).close(),
      );
  },
});
