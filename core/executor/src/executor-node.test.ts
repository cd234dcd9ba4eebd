import { signTicket } from '@arbalest/plan';
import { arbalest } from '@arbalest/proto';
import { userError } from '@arbalest/spi';
import * as arrow from 'apache-arrow';
import { expect, test } from 'vitest';
import { openExchangeSource } from './exchange/exchange-source.js';
import { collect, readNumbers, toArrow } from './testing/arrow-batches.js';
import { each, fakeEngine, forever, planNamed } from './testing/fake-engine.js';
import { startTestNode, type TestNode } from './testing/test-node.js';

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
  hang: async ({ signal: aborted }) => {
    await forever(aborted);
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
