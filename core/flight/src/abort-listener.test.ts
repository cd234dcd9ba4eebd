import { expect, test } from 'vitest';
import { FlightClient, type FlightFrame, FlightServer } from './index.js';

test('many calls at once may share a signal, without a warning of listeners that leak', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): number => warnings.push(warning);
  process.on('warning', onWarning);
  const abort = new AbortController();
  await using server = await FlightServer.listen('grpc://127.0.0.1:0', { doGet: endless });
  const client = new FlightClient(server.location);
  const calls = Array.from({ length: 30 }, () => client.doGet(new Uint8Array(0), { signal: abort.signal }));
  await Promise.all(calls.map((call) => call.next()));
  abort.abort(new Error('Enough'));
  const ends = await Promise.allSettled(calls.map((call) => drain(call)));
  expect(ends.map(({ status }) => status)).toEqual(calls.map(() => 'rejected'));
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
  client.close();
});

async function* endless(): AsyncGenerator<FlightFrame> {
  for (;;) {
    yield { appMetadata: Uint8Array.of(1) };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function drain(frames: AsyncIterable<FlightFrame>): Promise<void> {
  for await (const frame of frames) void frame;
}
