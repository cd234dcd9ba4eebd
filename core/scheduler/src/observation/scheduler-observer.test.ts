import type { StagePlan } from '@arbalest/planner';
import { transientError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { type FixtureOptions, SchedulerFixture, settled, stage } from '../testing/index.js';
import type { SchedulerObserver } from './scheduler-observer.js';

const inline = { schema: new Uint8Array([1]), batches: [] };

const PLAN: StagePlan = {
  stages: [
    stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 1 } }),
    stage(1, { inputs: [{ stage: 0, read: 'partition', streamed: false }] }),
  ],
};

/** Writes down what it hears. */
class Heard implements SchedulerObserver {
  readonly jobs: string[] = [];
  readonly began: string[] = [];
  readonly ended: string[] = [];
  plannings = 0;
  planned = () => void this.plannings++;
  jobEnded = (state: string, ms: number) => void this.jobs.push(`${state} ${ms}`);
  attemptBegan = (_stage: string, reason: string) => void this.began.push(reason);
  attemptEnded = (_stage: string, outcome: string) => void this.ended.push(outcome);
}

async function start(options: FixtureOptions = {}): Promise<{ cluster: SchedulerFixture; heard: Heard }> {
  const heard = new Heard();
  const executors = ['a', 'b'].map((id) => ({ id, slots: 2 }));
  const cluster = await SchedulerFixture.start({ executors, stages: PLAN, scheduler: { observer: heard }, ...options });
  return { cluster, heard };
}

const runs = ({ executors }: SchedulerFixture, stage: number, task: number) => executors.find((each) => each.hasLaunched(stage, task))!;

test('every attempt is heard to begin and to end once, and so is the job', async () => {
  const { cluster, heard } = await start();
  await using _ = cluster;
  const query = await cluster.submit();
  await cluster.advance(500);
  for (const task of [0, 1]) runs(cluster, 0, task).finish(runs(cluster, 0, task).launched(0, task));
  await settled();
  const last = runs(cluster, 1, 0);
  last.finish(last.launched(1, 0), { inline });
  await query.done;
  // Said again, as after a broken stream.
  last.finish(last.launched(1, 0), { inline });
  await settled();
  expect(heard).toMatchObject({ plannings: 1, jobs: ['finished 500'] });
  expect(heard.began).toEqual(['first', 'first', 'first']);
  expect(heard.ended).toEqual(['finished', 'finished', 'finished']);
});

test('a second start is a retry; what runs when its executor or its job ends is lost or cancelled', async () => {
  const { cluster, heard } = await start();
  await using _ = cluster;
  const query = await cluster.submit();
  const [failing, other] = [runs(cluster, 0, 0), runs(cluster, 0, 1)];
  expect(failing).not.toBe(other);
  failing.fail(failing.launched(0, 0), transientError('FLAKY', 'x'));
  await settled();
  other.disconnect();
  await cluster.advance(8000, [failing]);
  expect(heard.ended.toSorted()).toEqual(['failed', 'lost']);
  expect(heard.began.filter((reason) => reason === 'retry').length).toBeGreaterThan(0);
  query.cancel();
  await query.done;
  expect(heard.jobs).toHaveLength(1);
  expect(heard.jobs[0]).toMatch(/^cancelled /);
  expect(heard.ended.filter((outcome) => outcome === 'cancelled')).toHaveLength(heard.began.length - 2);
});

test('figures say what there is at the moment', async () => {
  const { cluster } = await start();
  await using _ = cluster;
  expect(cluster.service.figures()).toMatchObject({ sessions: 1, jobs: { planning: 0, running: 0 }, stages: [] });
  const query = await cluster.submit();
  const { jobs, stages, executors } = cluster.service.figures();
  expect(jobs).toEqual({ planning: 0, running: 1 });
  expect(stages).toEqual([
    { stage: 'values', waiting: 0, running: 2 },
    { stage: 'input', waiting: 1, running: 0 },
  ]);
  expect(executors.map(({ executor, state, slots, slotsUsed }) => [executor, state, slots, slotsUsed])).toEqual([
    ['a', 'active', 2, 1],
    ['b', 'active', 2, 1],
  ]);
  query.cancel();
  await query.done;
});
