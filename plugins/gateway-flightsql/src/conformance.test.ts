import { decodeBatches } from '@arbalest/flight';
import { gatewayConformance } from '@arbalest/plugin-sdk/conformance';
import { canonicalRowsOfArrow, silentLog } from '@arbalest/plugin-sdk/testing';
import { Table } from 'apache-arrow';
import { FlightSqlGateway } from './flight-sql-gateway.js';
import { FlightSqlClient } from './testing/flight-sql-client.js';

const config = {
  host: '127.0.0.1',
  port: 0,
  insecure: false,
  sessionIdleMs: 60_000,
  resultMs: 60_000,
  parameterBytes: 1024 * 1024,
  rereadMs: 0,
  endpointsWaitMs: 250,
};

gatewayConformance('flightsql', {
  open: async (sql) => ({ gateway: new FlightSqlGateway({ config, sql, log: silentLog, stagingDirectory: '/nowhere' }) }),
  connect: async ({ url }) => {
    const client = new FlightSqlClient(url);
    return {
      async query(sql, signal) {
        const tables = await client.fetch(await client.execute(sql, signal ? { signal } : {}));
        return tables.flatMap((table) => canonicalRowsOfArrow(table));
      },
      async *stream(sql) {
        for (const { ticket } of (await client.execute(sql)).endpoints) {
          const frames = client.flight.doGet(ticket);
          try {
            for await (const batch of decodeBatches(frames)) yield canonicalRowsOfArrow(new Table([batch]));
          } finally {
            // apache-arrow's reader does not tell its source when it is left.
            frames.cancel();
          }
        }
      },
      close: async () => client[Symbol.dispose](),
    };
  },
});
