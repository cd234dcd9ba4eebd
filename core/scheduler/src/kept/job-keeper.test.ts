import { expect, test } from 'vitest';
import type { GraphRun } from '../run/graph-run.js';
import { StageRun } from '../run/stage-run.js';
import type { Journal } from '../state/journal.js';
import { stage } from '../testing/index.js';
import { JobKeeper } from './job-keeper.js';
import { decodeJobRecord } from './job-record.js';

const JOURNAL: Journal = {
  changed: () => undefined,
  kept: () => Promise.resolve(),
  keptEventually: () => Promise.resolve(),
  isKept: true,
  commit: () => Promise.reject(new Error()),
};

function keeperOf(stages: number) {
  const runs = Array.from({ length: stages }, (_, id) => new StageRun(stage(id), { functions: [], sources: [] }));
  const graph = { root: runs.at(-1)!, stages: () => runs, stagePlan: () => ({ stages: runs.map((run) => run.stage) }) };
  const submission = {
    job: 'j',
    key: 'k',
    session: 's',
    user: '',
    sql: 'SELECT 1',
    parameters: '',
    detached: false,
    deadlineMs: 0,
    submittedMs: 0,
  };
  const keeper = new JobKeeper(JOURNAL, submission);
  keeper.follow(graph as unknown as GraphRun, { tableVersions: [], planningUs: 0, functions: [] });
  return { keeper, runs };
}

test('what becomes of tasks after the end of their job is not written down', () => {
  const { keeper, runs } = keeperOf(2);
  for (const run of runs) keeper.task(run, 0);
  expect(keeper.collect().map(({ key }) => key)).toContain('jobs/j/tasks/00000000/00000000');
  keeper.ended(true);
  for (const run of runs) keeper.task(run, 0);
  const writes = keeper.collect();
  expect(new Set(writes.map(({ key }) => key)).size).toBe(writes.length);
  const puts = writes.filter(({ kind }) => kind === 'put').map(({ key }) => key);
  expect(puts).toContain('jobs/j/tasks/00000001/00000000');
  expect(puts).not.toContain('jobs/j/tasks/00000000/00000000');
});

test('a record that goes and comes again at once is written once', () => {
  const { keeper, runs } = keeperOf(1);
  keeper.task(runs[0]!, 0);
  keeper.collect();
  keeper.startOver();
  keeper.task(runs[0]!, 0);
  const writes = keeper.collect().filter(({ key }) => key === 'jobs/j/tasks/00000000/00000000');
  expect(writes.map(({ kind }) => kind)).toEqual(['put']);
});

test('rows that came with an attempt go when the rows of the next one lie elsewhere', () => {
  const { keeper, runs } = keeperOf(1);
  const [run] = runs;
  const output = { attempt: 1, executor: 'a', rows: [1], bytes: [1] };
  const finished = (inline?: object): void => {
    run!.tasks[0] = { ...run!.tasks[0]!, state: 'finished', output: { ...output, ...(inline ? { inline } : {}) } } as never;
    keeper.task(run!, 0);
  };
  const inlineWrites = () => keeper.collect().flatMap(({ key, kind }) => (key.includes('/inline/') ? [kind] : []));
  finished({ schema: new Uint8Array(1), batches: [] });
  expect(inlineWrites()).toEqual(['put']);
  finished();
  expect(inlineWrites()).toEqual(['delete']);
  finished({ schema: new Uint8Array(1024 * 1024), batches: [] });
  expect(inlineWrites()).toEqual([]);
});

test('of a job that goes in pieces the record goes last, and names no rows meanwhile', () => {
  const { keeper, runs } = keeperOf(1);
  keeper.task(runs[0]!, 0);
  keeper.update({ state: 'ended', finished: { rows: 1 }, resultFields: [] });
  keeper.ended(true);
  keeper.collect();
  const whole = keeper.torn();
  expect(whole.last).toMatchObject({ kind: 'put', key: 'jobs/j/job' });
  keeper.forget();
  const keys = keeper.collect().map(({ kind, key }) => `${kind} ${key}`);
  expect(keys).toContain('delete jobs/j/job');
  const { first, last } = keeper.torn();
  expect(last).toEqual({ kind: 'delete', key: 'jobs/j/job' });
  expect(first.kind === 'put' && decodeJobRecord(first.value).progress).toMatchObject({ state: 'ended', torn: true, finished: {} });
  expect(first.kind === 'put' && decodeJobRecord(first.value).progress).not.toHaveProperty('resultFields');
});
