import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FlightServer, type FlightFrame } from '@arbalest/flight';
import { tableFromArrays } from 'apache-arrow';
import { expect, test } from 'vitest';
import { connect } from './connect.js';
import { startFakeScheduler } from './testing/fake-scheduler.js';
import { partOf } from './testing/index.js';

const FIELDS = JSON.stringify([{ name: 'n', type: { id: 'DOUBLE' }, nullable: true }]);
const part = await partOf(tableFromArrays({ n: Float64Array.of(1, 2) }));

/** An executor whose every part is `count` times the same batch, with bodies of `bytes`. */
async function executor(count: number, bytes?: number) {
  const sent = { batches: 0, ended: false };
  const server = await FlightServer.listen('grpc://127.0.0.1:0', {
    async *doGet(): AsyncGenerator<FlightFrame> {
      try {
        yield { metadata: part.schema };
        for (; sent.batches < count; sent.batches++) {
          const { metadata, body } = part.batches[0]!;
          yield { metadata, body: bytes === undefined ? body : new Uint8Array(bytes) };
        }
      } finally {
        sent.ended = true;
      }
    },
  });
  return { server, sent, source: { address: server.location, ticket: Buffer.from('t') } };
}

test('a statement goes over gRPC and its result comes over Flight', async () => {
  const { server, source } = await executor(2);
  const events = [
    { accepted: { job: 'job-7' } },
    { schema: { fields: FIELDS } },
    { part: { source } },
    { finished: { rows: 4, elapsedMs: 5, planningUs: 1500 } },
  ];
  await using scheduler = await startFakeScheduler({ execute: () => events });
  {
    await using db = await connect(scheduler.url);
    expect(db.version).toBe('1.2.3');
    const result = db.sql('select n');
    expect(await result.toArray()).toEqual([{ n: 1 }, { n: 2 }, { n: 1 }, { n: 2 }]);
    expect(result.statistics).toMatchObject({ rows: 4, elapsedMs: 5, planningMs: 1.5 });
  }
  expect(scheduler.released).toEqual(['job-7']);
  expect(scheduler.cancelled).toEqual([]);
  await server.close();
});

test('a slow consumer makes the executor wait, and leaving cancels on both sides', async () => {
  const { server, sent, source } = await executor(1_000, 1024 * 1024);
  const events = async function* () {
    yield { accepted: { job: 'job-1' } };
    yield { schema: { fields: FIELDS } };
    yield { part: { source, index: 0 } };
    await new Promise(() => undefined);
  };
  await using scheduler = await startFakeScheduler({ execute: events });
  await using db = await connect(scheduler.url, { bufferBytes: 2 * 1024 * 1024 });
  for await (const _ of db.sql('select big').batches()) {
    await sleep(500);
    // Its own buffers, the window of the connection and what the sender holds, and far from all of it.
    expect(sent.batches).toBeLessThan(64);
    break;
  }
  await expect.poll(() => [sent.ended, scheduler.cancelled]).toEqual([true, ['select big']]);
  await server.close();
});

test('an error of a call carries what the server put into its trailer', async () => {
  const refusal = { family: 'user', code: 'SETTING_UNKNOWN', message: 'No setting "x"', candidates: ['y'] };
  await using scheduler = await startFakeScheduler({ execute: () => [], refusal });
  await expect(connect(scheduler.url)).rejects.toMatchObject({ family: 'user', code: 'SETTING_UNKNOWN', details: { candidates: ['y'] } });
});

test('nobody there: the error names the URL and what to do', async () => {
  await expect(connect('grpc://127.0.0.1:1', { connectTimeoutMs: 300 })).rejects.toMatchObject({
    code: 'SCHEDULER_UNREACHABLE',
    family: 'transient',
    message: expect.stringContaining('grpc://127.0.0.1:1') as string,
    details: { notes: [expect.stringContaining('arbalest standalone') as string] },
  });
});

test('a scheduler that comes a moment later is found', async () => {
  const finder = createServer().listen(0, '127.0.0.1');
  await once(finder, 'listening');
  const { port } = finder.address() as { port: number };
  finder.close();
  await once(finder, 'close');
  const connecting = connect(`grpc://127.0.0.1:${port}`, { connectTimeoutMs: 10_000 });
  await sleep(300);
  await using scheduler = await startFakeScheduler({ execute: () => [], port });
  await using db = await connecting;
  expect(db.version).toBe('1.2.3');
  expect(scheduler.url).toContain(String(port));
});

test('a URL that is none says what one looks like', async () => {
  await expect(connect('http://localhost:1')).rejects.toMatchObject({
    code: 'CONNECT_URL',
    message: expect.stringContaining('grpc://host:port') as string,
  });
});
