import { arbalest } from '@arbalest/proto';
import type { Clock } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { numbers } from '../testing/arrow-batches.js';
import { each, fakeEngine, planNamed } from '../testing/fake-engine.js';
import { realClock, startTestNode } from '../testing/test-node.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** Seconds pass as hundredths of them. */
const hurried: Clock = { ...realClock, schedule: (ms, callback) => realClock.schedule(ms >= 10_000 ? ms / 100 : ms, callback) };

const engine = fakeEngine({
  /** Does not hear that it was cancelled. */
  stuck: () => new Promise(() => undefined),
  three: () => {
    const { schema, batch } = numbers([1, 2, 3]);
    return Promise.resolve({ schema, batches: each([batch]) });
  },
});

test('a cancelled task that does not end leaves its slot to the next one after a while, and does not keep the executor from ending', async () => {
  const cluster = await startTestNode(engine, { slots: 1, clock: hurried });
  const { scheduler, node } = cluster;
  await scheduler.until(() => scheduler.registrations[0]);
  const fragments = ['stuck', 'three'].map((plan, stage) => ({ job: 'j', stage, plan: planNamed(plan), output: { kind: 'single' } }));
  const [stuck, next] = [0, 1].map((stage) => ({ job: 'j', stage, task: 0, attempt: 1 }));
  scheduler.send({ fragments, launches: [{ ref: stuck! }, { ref: next! }] });
  scheduler.send({ cancels: [stuck!] });
  expect(await scheduler.outcome(next!)).toMatchObject({ state: State.FINISHED, partitionRows: [3] });
  await node.stop();
  await cluster[Symbol.asyncDispose]();
});
