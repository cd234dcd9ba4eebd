import type { ExecutorFigures } from '@arbalest/scheduler';
import type { StateStore } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { SchedulerMetrics } from './scheduler-metrics.js';

const executor = (id: string, state: string): ExecutorFigures => ({
  ...{ executor: id, state, slots: 4, slotsUsed: 1, memoryBytes: 100, memoryUsedBytes: 50 },
});

test('figures are those of the scheduler that leads, and gone with the lead', async () => {
  let leads = true;
  let executors = [executor('a', 'active'), executor('b', 'aside')];
  const metrics = new SchedulerMetrics(() => leads);
  const figures = () => ({
    sessions: 3,
    jobs: { planning: 1, running: 2 },
    stages: [{ stage: 'scan', waiting: 5, running: 6 }],
    executors,
  });
  metrics.began({ figures }, 42);
  const lines = async (name: string) => (await metrics.scrape()).text.split('\n').filter((line) => line.startsWith(name));

  expect(await lines('arbalest_scheduler_term ')).toEqual(['arbalest_scheduler_term 42']);
  expect(await lines('arbalest_tasks{')).toEqual([
    'arbalest_tasks{stage="scan",state="waiting"} 5',
    'arbalest_tasks{stage="scan",state="running"} 6',
  ]);
  expect(await lines('arbalest_executors{state="a')).toEqual([
    'arbalest_executors{state="active"} 1',
    'arbalest_executors{state="aside"} 1',
  ]);
  executors = [executor('a', 'active')];
  expect(await lines('arbalest_executor_slots_used{')).toEqual(['arbalest_executor_slots_used{executor="a"} 1']);

  leads = false;
  expect(await lines('arbalest_scheduler_leader ')).toEqual(['arbalest_scheduler_leader 0']);
  expect(await lines('arbalest_executor_slots_used{')).toEqual([]);
  expect(await lines('arbalest_jobs{')).toEqual(['arbalest_jobs{state="planning"} 0', 'arbalest_jobs{state="running"} 0']);
  metrics.began({ figures }, 43);
  expect(await lines('arbalest_scheduler_terms_total ')).toEqual(['arbalest_scheduler_terms_total 2']);
});

test('transactions are measured by what became of them', async () => {
  const metrics = new SchedulerMetrics(() => true);
  const answers = [{ committed: true, revision: 1n }, { committed: false }, undefined] as const;
  let call = 0;
  const store = metrics.measured({
    commit: () => {
      const answer = answers[call++];
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('away'));
    },
  } as unknown as StateStore);
  const writes = [{ kind: 'delete', key: 'a' } as const, { kind: 'delete', key: 'b' } as const];
  for (let i = 0; i < 2; i++) await store.commit({ conditions: [], writes });
  await expect(store.commit({ conditions: [], writes })).rejects.toThrow('away');
  const { text } = await metrics.scrape();
  for (const outcome of ['applied', 'refused', 'failed'])
    expect(text).toContain(`arbalest_state_commit_duration_seconds_count{outcome="${outcome}"} 1\n`);
  expect(text).toContain('arbalest_state_commit_writes_sum 6\n');
});
