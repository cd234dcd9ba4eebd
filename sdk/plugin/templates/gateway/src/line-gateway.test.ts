import { gatewayConformance, type GatewayClient } from '@arbalest/plugin-sdk/conformance';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { LineGateway } from './line-gateway.js';

type Row = (string | number | null)[];

/** What `curl --data 'SELECT 1'` does. */
async function* rowsOf(url: string, sql: string, signal?: AbortSignal): AsyncGenerator<Row> {
  const { body } = await fetch(url, { method: 'POST', body: sql, ...(signal && { signal }) });
  const input = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    for await (const line of createInterface({ input })) {
      const row = JSON.parse(line) as Row | { readonly error: { readonly message: string } };
      if (!Array.isArray(row)) throw new Error(row.error.message);
      yield row;
    }
  } finally {
    input.destroy();
  }
}

function client(url: string): GatewayClient {
  return {
    async query(sql, signal) {
      const rows: Row[] = [];
      for await (const row of rowsOf(url, sql, signal)) rows.push(row);
      return rows;
    },
    async *stream(sql) {
      for await (const row of rowsOf(url, sql)) yield [row];
    },
    async close() {},
  };
}

gatewayConformance('plugin-name', {
  open: async (sql) => ({ gateway: new LineGateway({ host: '127.0.0.1', port: 0, statementBytes: 4096 }, sql) }),
  connect: async ({ url }) => client(url),
});

test('a statement that is too large is refused before it is read', async () => {
  const gateway = new LineGateway({ host: '127.0.0.1', port: 0, statementBytes: 10 }, undefined as never);
  const { url } = await gateway.start();
  const response = await fetch(url, { method: 'POST', body: 'SELECT 12345' });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('STATEMENT_TOO_LARGE');
  await gateway.stop(new AbortController().signal);
});
