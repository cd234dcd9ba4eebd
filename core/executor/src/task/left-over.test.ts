import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { signTicket } from '@arbalest/plan';
import { arbalest } from '@arbalest/proto';
import { expect, test } from 'vitest';
import { numbers } from '../testing/arrow-batches.js';
import { fakeEngine, forever, planNamed } from '../testing/fake-engine.js';
import { startTestNode, type TestNode } from '../testing/test-node.js';

const { State } = arbalest.scheduler.v1.TaskStatus;
const MiB = 1024 * 1024;
const { schema, batch } = numbers(Array.from({ length: 40_000 }, (_, at) => at));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const engine = fakeEngine({
  /** A third of a megabyte, and then nothing until it is stopped. */
  drip: ({ signal }) =>
    Promise.resolve({
      schema,
      batches: (async function* () {
        yield { ...batch, body: batch.body.slice() };
        await forever(signal);
      })(),
    }),
  copy: ({ inputs }) => inputs[0]!.open(),
});

/** A task that makes rows without an end, one that reads them over Flight, and the end of both. */
async function cancelledJob({ address, scheduler }: TestNode, job: string): Promise<void> {
  const [producer, reader] = [0, 1].map((stage) => ({ job, stage, task: 0, attempt: 0 }));
  const ticket = signTicket({ exchange: producer!, partitions: [0], expires: Date.now() + 60_000 }, scheduler.key);
  // An executor of another process, as far as the reader knows.
  const source = { exchange: producer!, executor: 'elsewhere', address, host: 'elsewhere', ticket, partitions: [0], open: true };
  const output = { kind: 'single' };
  scheduler.send({ fragments: [{ job, stage: 0, plan: planNamed('drip'), output }], launches: [{ ref: producer! }] });
  await scheduler.until(() => scheduler.statuses().find(({ ref, state }) => ref?.job === job && state === State.RUNNING));
  scheduler.send({
    fragments: [{ job, stage: 1, plan: planNamed('copy'), output, inputFields: ['[]'] }],
    launches: [{ ref: reader!, inputs: [{ sources: [source] }] }],
  });
  await scheduler.until(() =>
    scheduler.statuses().find(({ ref, state }) => ref?.job === job && ref.stage === 1 && state === State.RUNNING),
  );
  scheduler.send({ cancels: [reader!, producer!] });
  expect(await scheduler.outcome(reader!)).toMatchObject({ state: State.CANCELLED });
  expect(await scheduler.outcome(producer!)).toMatchObject({ state: State.CANCELLED });
  scheduler.send({ forgetJobs: [job] });
}

/** Ten jobs at a time. */
async function cancelledJobs(cluster: TestNode, name: string, tens: number): Promise<void> {
  for (let ten = 0; ten < tens; ten++) {
    await Promise.all(Array.from({ length: 10 }, (_, at) => cancelledJob(cluster, `${name}-${ten}-${at}`)));
    // What the test itself keeps.
    cluster.scheduler.messages.length = 0;
  }
}

async function held({ node }: TestNode) {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return { bytes: heapUsed + external, resources: process.getActiveResourcesInfo().length, ...node.figures() };
}

test('two hundred cancelled tasks leave no exchange, stream, timer or memory behind', { timeout: 180_000 }, async () => {
  await using cluster = await startTestNode(engine, { slots: 20 });
  await cluster.scheduler.until(() => cluster.scheduler.registrations[0]);
  await cancelledJobs(cluster, 'before', 3);
  const before = await held(cluster);
  await cancelledJobs(cluster, 'counted', 10);
  await expect.poll(async () => (await held(cluster)).resources, { timeout: 30_000 }).toBeLessThanOrEqual(before.resources + 2);
  const after = await held(cluster);
  expect(after).toMatchObject({ exchanges: 0, exchangeMemoryBytes: 0, exchangeSpilledBytes: 0 });
  // One batch of each would be 30 MB.
  expect(after.bytes - before.bytes).toBeLessThan(8 * MiB);
});
