import { definePlugin, FILE_ROOTS, GATEWAYS, LISTENER_SECURITY, LOG, LOGIN, SECRETS, SQL_SERVICE } from '@arbalest/spi';
import type { FlightSqlConfig } from './config.js';
import { LazyGateway } from './lazy-gateway.js';

/** Opens nothing unless it is told a port, so that whoever runs without Flight SQL does not load it. */
export default definePlugin<FlightSqlConfig>({
  register({ config, contribute }) {
    const { port } = config;
    if (port === undefined) return;
    contribute(GATEWAYS, (services) => {
      const [secrets] = services.all(SECRETS);
      const [login] = services.all(LOGIN);
      const [security] = services.all(LISTENER_SECURITY);
      const parts = {
        ...{ config: { ...config, port }, sql: services.get(SQL_SERVICE), log: services.get(LOG) },
        stagingDirectory: services.get(FILE_ROOTS).staging,
        ...(secrets ? { secrets } : {}),
        ...(login ? { login } : {}),
        ...(security ? { security } : {}),
      };
      return new LazyGateway('flightsql', async () => new (await import('./flight-sql-gateway.js')).FlightSqlGateway(parts));
    });
  },
});
