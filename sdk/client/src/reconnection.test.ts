import { connect as connectTcp, createServer, type AddressInfo, type Socket } from 'node:net';
import { FlightServer, type FlightFrame } from '@arbalest/flight';
import { tableFromArrays } from 'apache-arrow';
import { expect, test } from 'vitest';
import { connect } from './connect.js';
import type { JobEvent } from './messages.js';
import { startFakeScheduler } from './testing/fake-scheduler.js';
import { partOf } from './testing/index.js';

const FIELDS = JSON.stringify([{ name: 'n', type: { id: 'DOUBLE' }, nullable: true }]);
const accepted = { accepted: { job: 'job-1' } };
const schema = { schema: { fields: FIELDS } };
const finished = { finished: { rows: 4 } };
const NOT_LEADER = { family: 'transient', code: 'NOT_LEADER', message: 'Another leads' };

async function inline(index: number, values: number[], attempt = 0): Promise<JobEvent> {
  const { schema: message, batches } = await partOf(tableFromArrays({ n: Float64Array.from(values) }));
  return { part: { index, attempt, inline: { schema: message, batches: [...batches] } } };
}

const parts = [await inline(0, [1, 2]), await inline(1, [3]), await inline(2, [4])];

async function* hanging(...events: JobEvent[]): AsyncGenerator<JobEvent> {
  yield* events;
  await new Promise(() => undefined);
}

async function* breaking(...events: JobEvent[]): AsyncGenerator<JobEvent> {
  yield* events;
  throw new Error('cut');
}

const rows = [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }];

test('a stream that breaks is opened again under the same key, and no row is lost or doubled', async () => {
  let calls = 0;
  const execute = () => (calls++ < 2 ? breaking(accepted, schema, ...parts.slice(0, calls)) : [accepted, schema, ...parts, finished]);
  await using scheduler = await startFakeScheduler({ execute });
  await using db = await connect(scheduler.url);
  expect(await db.sql('select n').toArray()).toEqual(rows);
  const keys = scheduler.submissions.map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
  expect(new Set(keys).size).toBe(1);
  expect(scheduler.cancelledJobs).toEqual([]);
});

test('a scheduler that is killed and started again goes on with the statement', async () => {
  const first = await startFakeScheduler({ execute: () => hanging(accepted, schema, parts[0]!) });
  await using db = await connect(first.url);
  const values: unknown[] = [];
  const reading = (async () => {
    for await (const row of db.sql('select n').rows()) values.push(row.n);
  })();
  await expect.poll(() => values).toEqual([1, 2]);
  await first[Symbol.asyncDispose]();
  await using second = await startFakeScheduler({ execute: () => [accepted, schema, ...parts, finished], port: first.port });
  await reading;
  expect(values).toEqual([1, 2, 3, 4]);
  expect(second.submissions[0]!.key).toBe(first.submissions[0]!.key);
  await db.close();
  expect(second.released).toEqual(['job-1']);
});

test('of several schedulers the one that leads is found, and the next one when it is killed', async () => {
  await using standby = await startFakeScheduler({ execute: () => [accepted, schema, ...parts, finished], leadership: { self: false } });
  const leader = await startFakeScheduler({ execute: () => hanging(accepted, schema, parts[0]!) });
  await using db = await connect(`${standby.url},127.0.0.1:${leader.port}`);
  const reading = db.sql('select n').toArray();
  await expect.poll(() => leader.submissions.length).toBe(1);
  expect(standby.submissions).toEqual([]);
  await leader[Symbol.asyncDispose]();
  standby.leadership = { self: true };
  expect(await reading).toEqual(rows);
  expect(await db.schedulers()).toEqual([
    { url: standby.url, state: 'leader' },
    { url: leader.url, state: 'unreachable' },
  ]);
});

test('a scheduler that does not lead any more says who does, and calls go there', async () => {
  await using heir = await startFakeScheduler({ execute: () => [accepted, schema, ...parts, finished] });
  await using deposed = await startFakeScheduler({ execute: () => [] });
  await using db = await connect(deposed.url);
  deposed.leadership = { self: false, leader: heir.url };
  deposed.refusal = { ...NOT_LEADER, leader: heir.url };
  expect(await db.sql('select n').toArray()).toEqual(rows);
  await db.release('job-9');
  expect(heir.released).toEqual(['job-1', 'job-9']);
});

test('a job that its scheduler gave up because it was deposed has not failed', async () => {
  let calls = 0;
  const execute = () => (calls++ === 0 ? [accepted, { failed: NOT_LEADER }] : [accepted, schema, ...parts, finished]);
  await using scheduler = await startFakeScheduler({ execute });
  await using db = await connect(scheduler.url);
  expect(await db.sql('select n').toArray()).toEqual(rows);
});

test('a part that is being read from an executor is not disturbed', async () => {
  const part = await partOf(tableFromArrays({ n: Float64Array.of(1, 2) }));
  let more: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (more = resolve));
  const reads = { count: 0 };
  const executor = await FlightServer.listen('grpc://127.0.0.1:0', {
    async *doGet(): AsyncGenerator<FlightFrame> {
      reads.count++;
      yield { metadata: part.schema };
      yield part.batches[0]!;
      await gate;
      yield part.batches[0]!;
    },
  });
  const source = { part: { index: 0, attempt: 3, source: { address: executor.location, ticket: Buffer.from('t') } } };
  const first = await startFakeScheduler({ execute: () => hanging(accepted, schema, source) });
  await using db = await connect(first.url);
  const values: unknown[] = [];
  const reading = (async () => {
    for await (const row of db.sql('select n').rows()) values.push(row.n);
  })();
  await expect.poll(() => values).toEqual([1, 2]);
  await first[Symbol.asyncDispose]();
  await using second = await startFakeScheduler({ execute: () => [accepted, schema, source, finished], port: first.port });
  await expect.poll(() => second.submissions.length).toBe(1);
  more();
  await reading;
  expect(values).toEqual([1, 2, 1, 2]);
  expect(reads.count).toBe(1);
  await db.close();
  await executor.close();
});

test('a leader that stands still, with its connection open, is left for the one that leads instead', async () => {
  await using heir = await startFakeScheduler({ execute: () => [accepted, schema, ...parts, finished], leadership: { self: false } });
  await using leader = await startFakeScheduler({ execute: () => hanging(accepted, schema, parts[0]!) });
  const sockets: Socket[] = [];
  const proxy = createServer((from) => {
    const onward = connectTcp(leader.port, '127.0.0.1');
    sockets.push(from, onward);
    from.pipe(onward).pipe(from);
    for (const socket of [from, onward]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  await using db = await connect(`grpc://127.0.0.1:${(proxy.address() as AddressInfo).port},${heir.url}`);
  const reading = db.sql('select n').toArray();
  await expect.poll(() => leader.submissions.length).toBe(1);
  for (const socket of sockets) socket.unpipe().pause();
  heir.leadership = { self: true };
  expect(await reading).toEqual(rows);
  for (const socket of sockets) socket.destroy();
  proxy.close();
}, 30_000);

test('an abort cancels the job, not only its stream', async () => {
  await using scheduler = await startFakeScheduler({ execute: () => hanging(accepted, schema) });
  const stop = new AbortController();
  {
    await using db = await connect(scheduler.url);
    const reading = db.sql('select n', [], { signal: stop.signal }).toArray();
    await expect.poll(() => scheduler.submissions.length).toBe(1);
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  }
  expect(scheduler.cancelledJobs).toEqual(['job-1']);
});

test('nobody comes back: the error names all that were tried', async () => {
  const schedulers = [await startFakeScheduler({ execute: () => hanging(accepted) }), await startFakeScheduler({ execute: () => [] })];
  schedulers[1]!.leadership = { self: false };
  await using db = await connect(schedulers.map(({ url }) => url).join(','), { reconnectTimeoutMs: 500 });
  const reading = db.sql('select n').toArray();
  await expect.poll(() => schedulers[0]!.submissions.length).toBe(1);
  await schedulers[0]![Symbol.asyncDispose]();
  await expect(reading).rejects.toMatchObject({ code: 'NO_LEADER', message: expect.stringContaining(schedulers[0]!.url) as string });
  await schedulers[1]![Symbol.asyncDispose]();
  const error = await db.jobs().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ family: 'transient', code: 'SCHEDULER_UNREACHABLE' });
  for (const { url } of schedulers) expect((error as Error).message).toContain(url);
});

test('a scheduler that has lost its sessions says so', async () => {
  let calls = 0;
  await using scheduler = await startFakeScheduler({
    execute: () => {
      if (calls++ > 0) return [];
      scheduler.refusal = { family: 'user', code: 'SESSION_NOT_FOUND', message: 'There is no session' };
      return breaking(accepted);
    },
  });
  await using db = await connect(scheduler.url);
  await expect(db.sql('select n').toArray()).rejects.toMatchObject({ family: 'transient', code: 'SESSION_LOST' });
});

test('a scheduler that would run a submission anew is stopped', async () => {
  let calls = 0;
  const execute = () => (calls++ === 0 ? breaking(accepted) : hanging({ accepted: { job: 'job-2' } }));
  await using scheduler = await startFakeScheduler({ execute });
  await using db = await connect(scheduler.url);
  await expect(db.sql('insert').run()).rejects.toMatchObject({ code: 'JOB_LOST', message: expect.stringContaining('job-1') as string });
  await expect.poll(() => scheduler.cancelledJobs).toEqual(['job-2']);
});
