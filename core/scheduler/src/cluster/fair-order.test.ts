import { expect, test } from 'vitest';
import { nextJob, type QueuedJob } from './fair-order.js';

const job = (name: string, more: Partial<QueuedJob> = {}): QueuedJob => ({
  job: name,
  session: 's',
  weight: 1,
  running: 0,
  sessionTasks: 0,
  ...more,
});
const next = (jobs: readonly QueuedJob[], load: readonly (readonly [string, number])[] = []) => nextJob(jobs, new Map(load))?.job;

test('the fewest running tasks for the weight come first, then the oldest', () => {
  expect(next([])).toBeUndefined();
  expect(next([job('old'), job('new')])).toBe('old');
  expect(next([job('old', { running: 1 }), job('new')])).toBe('new');
  expect(next([job('light', { running: 2 }), job('heavy', { running: 3, weight: 2 })])).toBe('heavy');
});

test('a session at its limit lets others go first, or nobody', () => {
  expect(next([job('a', { sessionTasks: 2 }), job('b', { session: 't' })], [['s', 2]])).toBe('b');
  expect(next([job('a', { sessionTasks: 2 })], [['s', 2]])).toBeUndefined();
  expect(next([job('a', { sessionTasks: 3 })], [['s', 2]])).toBe('a');
});
