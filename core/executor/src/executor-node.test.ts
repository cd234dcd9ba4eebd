import { signTicket } from '@arbalest/plan';
import { arbalest } from '@arbalest/proto';
import { type Clock, userError } from '@arbalest/spi';
import * as arrow from 'apache-arrow';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openExchangeSource } from './exchange/exchange-source.js';
import { collect, numbers, readNumbers, toArrow } from './testing/arrow-batches.js';
import { each, fakeEngine, forever, planNamed } from './testing/fake-engine.js';
import { realClock, startTestNode, type TestNode } from './testing/test-node.js';

const { State } = arbalest.scheduler.v1.TaskStatus;
const signal = AbortSignal.timeout(60_000);

const engine = fakeEngine({
  /** The numbers 0 to 99, spread over the partitions. */
  hundred: ({ partition }) => {
    const table = new arrow.Table({
      n: arrow.makeVector(BigInt64Array.from({ length: 100 }, (_, at) => BigInt(at))),
      ...(partition === undefined ? {} : { id: arrow.makeVector(Uint16Array.from({ length: 100 }, (_, at) => at % partition.count)) }),
    });
    const { schema, batches } = toArrow(table.schema, table.batches);
    return Promise.resolve({ schema, batches: each(batches) });
  },
  copy: ({ inputs }) => inputs[0]!.open(),
  fail: () => Promise.reject(userError('DIVISION', 'Division by zero', { position: 7, notes: ['a traceback'] })),
  hang: ({ signal: aborted }) => forever(aborted),
  /** A batch, and then nothing until it is stopped. */
  drip: ({ signal: aborted }) => {
    const { schema, batch } = numbers([1, 2, 3]);
    const batches = (async function* () {
      yield batch;
      await forever(aborted);
    })();
    return Promise.resolve({ schema, batches });
  },
  /** Loses the reason of its input's failure, as an engine in another language would. */
  mumble: async ({ inputs }) => {
    await inputs[0]!.open().catch(() => Promise.reject(new Error('Something went wrong')));
    throw new Error('Not reached');
  },
});

const ref = { job: 'j1', stage: 0, task: 0, attempt: 0 };
const fragment = (plan: string, output: arbalest.scheduler.v1.IStageOutputSpec = {}, more: arbalest.scheduler.v1.IStageFragment = {}) => ({
  job: 'j1',
  stage: 0,
  plan: planNamed(plan),
  output: { kind: 'single', ...output },
  ...more,
});

function sourceOf({ node, address, scheduler }: TestNode, partitions: number[], executor = node.id): arbalest.scheduler.v1.IExchangeSource {
  const ticket = signTicket({ exchange: ref, partitions, expires: Date.now() + 60_000 }, scheduler.key);
  return { exchange: ref, executor, address, host: node.host, ticket, partitions };
}

async function launch({ scheduler }: TestNode, plan: string, output?: arbalest.scheduler.v1.IStageOutputSpec) {
  await scheduler.until(() => scheduler.registrations[0]);
  scheduler.send({ fragments: [fragment(plan, output)], launches: [{ ref }] });
}

test('a task runs, its output is split, and another task reads its part', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler } = cluster;
  await launch(cluster, 'hundred', { kind: 'hash', keys: [0], partitions: 3 });
  expect(await scheduler.outcome(ref)).toMatchObject({ state: State.FINISHED, partitionRows: [34, 33, 33], metrics: { rowsOut: 100 } });

  const reader = { ...ref, stage: 1 };
  scheduler.send({
    fragments: [{ ...fragment('copy', { result: true, inlineBytes: 1 << 20 }, { inputFields: ['[]'] }), stage: 1 }],
    launches: [{ ref: reader, inputs: [{ sources: [sourceOf(cluster, [1])] }] }],
  });
  const { inline, metrics } = await scheduler.outcome(reader);
  const batches = inline!.batches!.map(({ rows, metadata, body }) => ({ rows: rows!, metadata: metadata!, body: body! }));
  expect(await readNumbers({ message: inline!.schema! }, batches)).toEqual(Array.from({ length: 33 }, (_, at) => 3 * at + 1));
  expect(metrics).toMatchObject({ rowsIn: 33, rowsOut: 33, remoteBytes: 0 });
});

test('the same parts come over Flight, in the order asked for', async () => {
  await using cluster = await startTestNode(engine);
  await launch(cluster, 'hundred', { kind: 'spread', partitions: 2 });
  await cluster.scheduler.outcome(ref);
  const { schema, batches } = await openExchangeSource(sourceOf(cluster, [1, 0], 'elsewhere'), { signal });
  const odd = Array.from({ length: 50 }, (_, at) => 2 * at + 1);
  expect(await readNumbers(schema, await collect(batches))).toEqual([...odd, ...odd.map((value) => value - 1)]);
});

test('the error of an engine arrives with all that it says', async () => {
  await using cluster = await startTestNode(engine);
  await launch(cluster, 'fail');
  const { state, error } = await cluster.scheduler.outcome(ref);
  expect(state).toBe(State.FAILED);
  expect(error).toMatchObject({ family: 'user', code: 'DIVISION', message: 'Division by zero', position: 7, notes: ['a traceback'] });
});

test('a cancelled task ends as cancelled', async () => {
  await using cluster = await startTestNode(engine);
  await launch(cluster, 'hang');
  cluster.scheduler.send({ cancels: [ref] });
  expect(await cluster.scheduler.outcome(ref)).toMatchObject({ state: State.CANCELLED });
});

test('a task that is cancelled while it writes takes its output with it', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler, node } = cluster;
  await launch(cluster, 'drip');
  await scheduler.until(() => scheduler.statuses().find(({ state }) => state === State.RUNNING));
  const reading = openExchangeSource(sourceOf(cluster, []), { signal }).then(({ batches }) => collect(batches));
  const lost = expect(reading).rejects.toMatchObject({ family: 'data-lost', details: { lost: ['j1/0/0/0'] } });
  scheduler.send({ cancels: [ref] });
  expect(await scheduler.outcome(ref)).toMatchObject({ state: State.CANCELLED });
  await lost;
  expect(node.store.usage().memoryBytes).toBe(0);
});

test('a deadline that passes fails the task', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler } = cluster;
  await scheduler.until(() => scheduler.registrations[0]);
  scheduler.send({ fragments: [fragment('hang')], launches: [{ ref, timeoutMs: 20 }] });
  expect(await scheduler.outcome(ref)).toMatchObject({ state: State.FAILED, error: { family: 'cancelled', code: 'DEADLINE_EXCEEDED' } });
});

test('tasks beyond the slots wait, and a waiting one can be cancelled', async () => {
  await using cluster = await startTestNode(engine, { slots: 1 });
  const { scheduler } = cluster;
  await scheduler.until(() => scheduler.registrations[0]);
  const [first, second, third] = [0, 1, 2].map((task) => ({ ...ref, task }));
  scheduler.send({ fragments: [fragment('drip')], launches: [{ ref: first! }, { ref: second! }, { ref: third! }], cancels: [second!] });
  expect(await scheduler.outcome(second!)).toMatchObject({ state: State.CANCELLED });
  await scheduler.until(() => scheduler.statuses().find(({ state }) => state === State.RUNNING));
  expect(scheduler.statuses().some(({ ref: of }) => of!.task === 2)).toBe(false);
  scheduler.send({ cancels: [first!] });
  await scheduler.until(() => scheduler.statuses().find(({ ref: of, state }) => of!.task === 2 && state === State.RUNNING));
});

test('a source that is lost is reported as that, whatever the engine makes of it', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler } = cluster;
  const reader = { ...ref, stage: 1 };
  await scheduler.until(() => scheduler.registrations[0]);
  scheduler.send({
    fragments: [{ ...fragment('mumble', {}, { inputFields: ['[]'] }), stage: 1 }],
    launches: [{ ref: reader, inputs: [{ sources: [sourceOf(cluster, [0])] }] }],
  });
  expect(await scheduler.outcome(reader)).toMatchObject({ state: State.FAILED, error: { family: 'data-lost', lost: ['j1/0/0/0'] } });
});

test('a small result travels with the status, a large one is announced and stays', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler, node } = cluster;
  await launch(cluster, 'hundred', { result: true, inlineBytes: 1 << 16 });
  expect((await scheduler.outcome(ref)).inline?.batches?.length).toBe(1);
  expect(node.store.usage().exchanges).toBe(0);

  const large = { ...ref, stage: 1 };
  scheduler.send({ fragments: [{ ...fragment('hundred', { result: true, inlineBytes: 100 }), stage: 1 }], launches: [{ ref: large }] });
  expect((await scheduler.outcome(large)).inline).toBeUndefined();
  expect(scheduler.statuses().map(({ ref: of, state }) => [of!.stage, state])).toEqual([
    [0, State.FINISHED],
    [1, State.RUNNING],
    [1, State.FINISHED],
  ]);
  expect(node.store.usage().exchanges).toBe(1);
});

test('rows of a slow result are not kept from the client', async () => {
  await using cluster = await startTestNode(engine);
  await launch(cluster, 'drip', { result: true, inlineBytes: 1 << 16 });
  await cluster.scheduler.until(() => cluster.scheduler.statuses().find(({ state }) => state === State.RUNNING));
  const { schema, batches } = await openExchangeSource(sourceOf(cluster, []), { signal });
  for await (const batch of batches) {
    expect(await readNumbers(schema, [batch])).toEqual([1, 2, 3]);
    break;
  }
});

test('a break of the stream does not stop tasks, and what happened meanwhile is told', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler } = cluster;
  await launch(cluster, 'drip');
  await scheduler.until(() => scheduler.statuses().find(({ state }) => state === State.RUNNING));
  scheduler.messages.length = 0;
  scheduler.break();
  await scheduler.until(() => scheduler.registrations[1]);
  expect(scheduler.registrations[1]).toMatchObject({ executor: cluster.node.id, known: [ref] });
  expect(await scheduler.until(() => scheduler.statuses()[0])).toMatchObject({ ref, state: State.RUNNING });
  scheduler.send({ cancels: [ref] });
  await scheduler.outcome(ref);
});

test('beats come at the interval that the scheduler asked for, with the load', async () => {
  await using cluster = await startTestNode(engine);
  const beat = await cluster.scheduler.until(() => cluster.scheduler.messages.find((message) => message.beat)?.beat);
  expect(beat).toMatchObject({ tasksRunning: 0, exchangeMemoryBytes: 0, exchangeSpilledBytes: 0 });
  expect(beat!.memoryUsedBytes).toBeGreaterThan(1 << 20);
});

test("a refusal ends the executor with the scheduler's reason", async () => {
  const refused = startTestNode(engine);
  await using cluster = await refused;
  cluster.scheduler.refuse = { family: 'user', code: 'VERSION_MISMATCH', message: 'Too old' };
  await expect(cluster.ended).rejects.toMatchObject({ family: 'user', code: 'VERSION_MISMATCH' });
});

test('draining takes no new tasks and waits until the outputs are dropped', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler, node } = cluster;
  await launch(cluster, 'hundred');
  await scheduler.outcome(ref);
  let drained = false;
  const draining = node.drain().then(() => (drained = true));
  await scheduler.until(() => scheduler.messages.find((message) => message.draining));
  const late = { ...ref, task: 1 };
  scheduler.send({ launches: [{ ref: late }] });
  expect(await scheduler.outcome(late)).toMatchObject({ error: { family: 'transient', code: 'EXECUTOR_DRAINING' } });
  expect(drained).toBe(false);
  scheduler.send({ drops: [ref] });
  await draining;
});

test('forgetting a job ends its tasks and frees its outputs', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler, node } = cluster;
  await launch(cluster, 'drip');
  await scheduler.until(() => scheduler.statuses().find(({ state }) => state === State.RUNNING));
  scheduler.send({ forgetJobs: ['j1'] });
  await scheduler.outcome(ref);
  await scheduler.until(() => (node.store.usage().exchanges === 0 ? true : undefined));
  const again = { ...ref, attempt: 1 };
  scheduler.send({ launches: [{ ref: again }] });
  expect(await scheduler.outcome(again)).toMatchObject({ error: { family: 'internal', code: 'FRAGMENT_UNKNOWN' } });
});

test('without a scheduler for long, everything of its jobs is dropped', async () => {
  const alarms: (() => void)[] = [];
  // The long timer is the test's to ring; all others run.
  const clock: Clock = {
    ...realClock,
    schedule: (ms, callback) => (ms === 123_456 ? (alarms.push(callback), () => undefined) : realClock.schedule(ms, callback)),
  };
  await using cluster = await startTestNode(engine, { clock, orphanTtlMs: 123_456, reconnectMaxMs: 10 });
  const { scheduler, node } = cluster;
  await launch(cluster, 'hundred');
  await scheduler.outcome(ref);
  scheduler.down = true;
  scheduler.break();
  await expect.poll(() => alarms.length).toBeGreaterThan(0);
  expect(node.store.usage().exchanges).toBe(1);
  alarms.at(-1)!();
  await expect.poll(() => node.store.usage().exchanges).toBe(0);
  scheduler.down = false;
  await scheduler.until(() => scheduler.registrations[1]);
  expect(scheduler.registrations[1]!.known).toEqual([]);
});

test('stopping fails what runs as worth another try, and leaves no file', async () => {
  await using cluster = await startTestNode(engine, { exchangeMemoryBytes: 0 });
  const { scheduler, node, folder, ended } = cluster;
  await launch(cluster, 'drip');
  await scheduler.until(() => scheduler.statuses().find(({ state }) => state === State.RUNNING));
  await expect.poll(() => node.store.usage().spilledBytes).toBeGreaterThan(0);
  expect((await readdir(folder)).length).toBe(1);
  await Promise.all([node.stop(), node.stop()]);
  await ended;
  expect(await scheduler.outcome(ref)).toMatchObject({ state: State.FAILED, error: { family: 'transient', code: 'EXECUTOR_STOPPED' } });
  expect(await readdir(folder)).toEqual([]);
  expect(existsSync(node.store.directory)).toBe(false);
});

test('an engine that is not there is named', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler } = cluster;
  await scheduler.until(() => scheduler.registrations[0]);
  scheduler.send({ fragments: [fragment('hundred', {}, { engine: 'spark' })], launches: [{ ref }] });
  expect((await scheduler.outcome(ref)).error).toMatchObject({
    code: 'ENGINE_UNKNOWN',
    message: expect.stringContaining('"spark"; it has fake'),
  });
});
