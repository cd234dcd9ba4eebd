import { encodeTable, FlightServer } from '@arbalest/flight';
import { type ArrowBatch, dataLostError, type SqlEvent, type SqlResultPart, type SqlService } from '@arbalest/spi';
import { tableFromArrays } from 'apache-arrow';
import { afterEach, expect, test } from 'vitest';
import { FlightSqlHandler } from '../flight-sql-handler.js';
import { FlightSqlClient, rowsOf } from '../testing/flight-sql-client.js';
import { Tickets } from '../tickets.js';

const MIB = 1024 * 1024;
const fields = [{ name: 'n', type: { id: 'INTEGER' }, nullable: true }] as const;
const part = (index: number, attempt = 0): SqlResultPart => ({ job: 'job-1', index, attempt, handle: undefined });

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

interface Answers {
  readonly execute: () => AsyncIterable<SqlEvent>;
  readonly read: (part: SqlResultPart) => AsyncIterable<ArrowBatch>;
}

/** A gateway's calls over a cluster that answers what a test wants. */
async function served({ execute, read }: Answers): Promise<{ readonly client: FlightSqlClient; readonly released: string[] }> {
  const released: string[] = [];
  const sql = {
    openSession: async () => 'session',
    closeSession: async () => undefined,
    release: async ({ job }: { readonly job: string }) => void released.push(job),
    execute,
    read: async (of: SqlResultPart) => ({ schema: { message: new Uint8Array(0) }, batches: read(of) }),
  } as unknown as SqlService;
  const log = { debug() {}, info() {}, warn() {}, error() {}, with: () => log };
  const config = {
    host: '127.0.0.1',
    port: 0,
    insecure: false,
    sessionIdleMs: 60_000,
    resultMs: 60_000,
    parameterBytes: MIB,
    rereadMs: 0,
    endpointsWaitMs: 60_000,
  };
  const tickets = new Tickets(new Uint8Array(32));
  const handler = new FlightSqlHandler({ config, sql, log, tickets, now: Date.now, stagingDirectory: '/nowhere' });
  const server = await FlightServer.listen('grpc+tcp://127.0.0.1:0', handler);
  const client = new FlightSqlClient(server.location);
  opened.push(
    () => server.close(),
    () => handler.close(),
    async () => client[Symbol.dispose](),
  );
  return { client, released };
}

function batchOf(values: readonly number[]): ArrowBatch {
  const [, message] = [...encodeTable(tableFromArrays({ n: Int32Array.from(values) }))];
  return { rows: values.length, metadata: message!.metadata, body: Buffer.concat([message!.body].flat() as Uint8Array[]) };
}

async function* events(...list: SqlEvent[]): AsyncGenerator<SqlEvent> {
  yield* list;
}

const accepted: SqlEvent = { kind: 'accepted', job: 'job-1' };
const schema: SqlEvent = { kind: 'schema', fields };
const finished: SqlEvent = { kind: 'finished', rows: 2, tag: '', elapsedMs: 1 };

test('a result is pulled only as fast as its client reads, and let go when all of it was read', async () => {
  const batch = batchOf(Array.from({ length: MIB / 4 }, (_, i) => i));
  const count = 200;
  let pulled = 0;
  const { client, released } = await served({
    execute: () => events(accepted, schema, { kind: 'part', part: part(0) }, finished),
    read: async function* () {
      for (; pulled < count; pulled++) yield batch;
    },
  });
  const { endpoints } = await client.execute('SELECT n FROM much');
  const frames = client.flight.doGet(endpoints[0]!.ticket);
  await frames.next();
  await expect.poll(() => pulled, { timeout: 20_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  // Buffers at either end, HTTP/2's window and the sockets, at most; never the whole.
  expect(pulled).toBeLessThan(count / 2);
  expect(released).toEqual([]);
  let read = 0;
  for await (const _ of frames) read++;
  expect([read, pulled]).toEqual([count, count]);
  await expect.poll(() => released, { timeout: 20_000 }).toEqual(['job-1']);
});

test('a part that is lost before its first batch is read from where it was made anew', async () => {
  const end = later();
  const { client } = await served({
    execute: async function* () {
      yield* events(accepted, schema, { kind: 'part', part: part(0) });
      await end.promise;
      yield* events({ kind: 'part', part: part(0, 1) }, finished);
    },
    read: async function* ({ attempt }) {
      if (attempt === 1) yield batchOf([1, 2]);
      else {
        setTimeout(() => end.resolve(), 50);
        throw dataLostError('RESULT_LOST', 'The executor is gone');
      }
    },
  });
  const { info } = await client.flight.pollFlightInfo(client.statement('SELECT n FROM t'));
  expect(rowsOf(await client.fetch(info!))).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a part that is lost later fails, and no row comes twice', async () => {
  const { client } = await served({
    execute: () => events(accepted, schema, { kind: 'part', part: part(0) }, finished),
    read: async function* () {
      yield batchOf([1]);
      throw dataLostError('RESULT_LOST', 'The executor is gone');
    },
  });
  const info = await client.execute('SELECT n FROM t');
  await expect(client.fetch(info)).rejects.toThrow('The executor is gone');
});

function later() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}
