import { expect, test } from 'vitest';
import { arbalest } from '@arbalest/proto';
import * as arrow from 'apache-arrow';
import { toArrow } from './testing/arrow-batches.js';
import { each, fakeEngine, planNamed } from './testing/fake-engine.js';
import { FakeScheduler } from './testing/fake-scheduler.js';
import { startTestNode } from './testing/test-node.js';

const { State } = arbalest.scheduler.v1.TaskStatus;
const NOT_LEADER = { family: 'transient', code: 'NOT_LEADER', message: 'Another leads' };
const ref = { job: 'j1', stage: 0, task: 0, attempt: 0 };

const engine = fakeEngine({
  ten: () => {
    const table = new arrow.Table({ n: arrow.makeVector(BigInt64Array.from({ length: 10 }, (_, at) => BigInt(at))) });
    const { schema, batches } = toArrow(table.schema, table.batches);
    return Promise.resolve({ schema, batches: each(batches) });
  },
});

function three() {
  return { 'grpc://a': new FakeScheduler(), 'grpc://b': new FakeScheduler(), 'grpc://c': new FakeScheduler() };
}

test('a scheduler that does not lead names the one that does, and it is gone to', async () => {
  const schedulers = three();
  schedulers['grpc://a'].refuse = { ...NOT_LEADER, leader: 'grpc://c' };
  await using cluster = await startTestNode(engine, {}, schedulers);
  await cluster.node.registered;
  await schedulers['grpc://c'].until(() => schedulers['grpc://c'].registrations[0]);
  expect(schedulers['grpc://b'].registrations).toEqual([]);
  expect(schedulers['grpc://a'].open).toBe(0);
});

test('when the leader dies the next one hears all that the executor has, small results too', async () => {
  const { 'grpc://a': a, 'grpc://b': b } = three();
  a.registered = { term: 5 };
  await using _ = await startTestNode(engine, {}, { 'grpc://a': a, 'grpc://b': b });
  await a.until(() => a.registrations[0]);
  a.send({
    fragments: [{ job: 'j1', stage: 0, plan: planNamed('ten'), output: { kind: 'single', result: true, inlineBytes: 1 << 16 } }],
    launches: [{ ref }],
  });
  expect((await a.outcome(ref)).inline?.batches).toHaveLength(1);
  b.registered = { term: 6 };
  a.down = true;
  a.break();
  expect((await b.until(() => b.registrations[0])).known).toMatchObject([ref]);
  expect(await b.outcome(ref)).toMatchObject({ state: State.FINISHED, inline: { batches: [{ rows: 10 }] } });
  b.send({ forgetJobs: ['j1'] });
  b.break();
  expect((await b.until(() => b.registrations[1])).known).toEqual([]);
});

test('a scheduler of a smaller term was deposed and is left', async () => {
  const { 'grpc://a': a, 'grpc://b': b } = three();
  a.registered = { term: 7 };
  b.registered = { term: 6 };
  await using cluster = await startTestNode(engine, { reconnectMaxMs: 20 }, { 'grpc://a': a, 'grpc://b': b });
  await a.until(() => a.registrations[0]);
  a.down = true;
  a.break();
  await b.until(() => b.registrations[1]);
  expect(b.messages.some(({ beat }) => beat)).toBe(false);
  a.down = false;
  a.registered = { term: 8 };
  await a.until(() => a.registrations[1]);
  expect(cluster.node.exchangeKey).toEqual(a.key);
});

test('terms of another cluster count anew', async () => {
  const { 'grpc://a': a } = three();
  a.registered = { term: 7 };
  await using _ = await startTestNode(engine, {}, { 'grpc://a': a });
  await a.until(() => a.registrations[0]);
  a.registered = { term: 1, exchangeKey: new Uint8Array(32).fill(9) };
  a.break();
  await a.until(() => a.registrations[1]);
  a.messages.length = 0;
  await a.until(() => a.messages.find(({ beat }) => beat));
});

test('a stream on which nothing comes is given up, and another scheduler is gone to', async () => {
  const { 'grpc://a': a, 'grpc://b': b } = three();
  await using _ = await startTestNode(engine, {}, { 'grpc://a': a, 'grpc://b': b });
  await a.until(() => a.registrations[0]);
  a.silent = true;
  await b.until(() => b.registrations[0]);
  expect(a.open).toBe(0);
});

test('schedulers that are named later are known when they are needed', async () => {
  const { 'grpc://a': a, 'grpc://b': b } = three();
  a.registered = { schedulers: ['grpc://a', 'grpc://b'] };
  const all = Object.defineProperty({ 'grpc://a': a }, 'grpc://b', { value: b, enumerable: false });
  await using _ = await startTestNode(engine, {}, all);
  await a.until(() => a.registrations[0]);
  a.down = true;
  a.break();
  await b.until(() => b.registrations[0]);
});

test('an executor that is asked to leave says so and takes no new tasks, under the next scheduler too', async () => {
  await using cluster = await startTestNode(engine);
  const { scheduler, node } = cluster;
  await scheduler.until(() => scheduler.registrations[0]);
  scheduler.send({ drain: true });
  await node.askedToLeave;
  await scheduler.until(() => scheduler.messages.find(({ draining }) => draining));
  scheduler.send({ launches: [{ ref }] });
  expect(await scheduler.outcome(ref)).toMatchObject({ state: State.FAILED, error: { code: 'EXECUTOR_DRAINING' } });
  scheduler.messages.length = 0;
  scheduler.break();
  expect(await scheduler.until(() => scheduler.messages.find(({ register }) => register))).toMatchObject({ draining: true });
  await node.drain();
});
