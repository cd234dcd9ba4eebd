import { arbalest } from '@arbalest/proto';
import { userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { each, fakeEngine, forever, planNamed } from '../testing/fake-engine.js';
import { numbers } from '../testing/arrow-batches.js';
import { startTestNode } from '../testing/test-node.js';
import type { EndedTask } from './executor-observer.js';

const engine = fakeEngine({
  three: () => {
    const { schema, batch } = numbers([1, 2, 3]);
    return Promise.resolve({ schema, batches: each([batch]) });
  },
  fail: () => Promise.reject(userError('DIVISION', 'Division by zero')),
  hang: ({ signal }) => forever(signal),
});

test('each task is heard to end once, with what it did; figures say what there is meanwhile', async () => {
  const ended: EndedTask[] = [];
  await using cluster = await startTestNode(engine, { observer: { taskEnded: (task) => ended.push(task) }, slots: 1 });
  const { scheduler, node } = cluster;
  await scheduler.until(() => scheduler.registrations[0]);
  const refs = ['three', 'fail', 'hang', 'hang'].map((_, stage) => ({ job: 'j', stage, task: 0, attempt: 1 }));
  scheduler.send({
    fragments: ['three', 'fail', 'hang', 'hang'].map((plan, stage) => ({
      ...{ job: 'j', stage, plan: planNamed(plan), output: { kind: 'single' } },
    })),
    launches: refs.map((ref) => ({ ref })),
  });
  expect(await scheduler.outcome(refs[1]!)).toMatchObject({ state: arbalest.scheduler.v1.TaskStatus.State.FAILED });
  expect(node.figures()).toMatchObject({ running: 1, waiting: 1 });
  expect(node.figures().exchangeMemoryBytes).toBeGreaterThan(0);
  scheduler.send({ cancels: [refs[3]!, refs[2]!] });
  await scheduler.outcome(refs[2]!);
  expect(ended.map(({ stage, outcome }) => `${stage} ${outcome}`).toSorted()).toEqual([
    'fail failed',
    'hang cancelled',
    'three finished',
    'unknown cancelled',
  ]);
  expect(ended[0]!.metrics).toMatchObject({ rowsOut: 3 });
  expect(node.figures()).toMatchObject({ running: 0, waiting: 0 });
});
