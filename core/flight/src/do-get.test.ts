import { expect, test } from 'vitest';
import { FlightClient, FlightServer, type FlightFrame, type FlightHandler } from './index.js';
test('x', async () => {
  const { tableFromArrays, tableToIPC } = await import('apache-arrow');
  void tableToIPC; void tableFromArrays;
  const handler: FlightHandler = {
    async *doGet(ticket): AsyncGenerator<FlightFrame> {
      for (let i = 0; i < 5; i++) yield { appMetadata: ticket, body: new Uint8Array(1 << 20).fill(i) };
    },
  };
  const server = await FlightServer.listen('grpc://127.0.0.1:0', handler);
  const client = new FlightClient(server.location);
  const got = [];
  for await (const f of client.doGet(Buffer.from('hi'))) got.push(f);
  expect(got.length).toBe(5);
  expect(got.map((f) => f.body?.byteOffset! % 64)).toEqual([0, 0, 0, 0, 0]);
  expect(got[3]?.body?.[77]).toBe(3);
  await expect(client.getFlightInfo({ type: 'path', path: ['a'] })).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
  client.close();
  await server.close();
});
