import { expect, test } from 'vitest';
import { stage } from '../testing/index.js';
import { ATTEMPTS_OF_A_TERM, attemptsBefore, runOfAttempt } from './attempt-numbers.js';
import { StageRun } from './stage-run.js';

test('attempts under two leaders never share a number, and none is greater than the wire takes', () => {
  expect(attemptsBefore(2) - attemptsBefore(1)).toBe(ATTEMPTS_OF_A_TERM);
  expect(attemptsBefore(0)).toBe(ATTEMPTS_OF_A_TERM);
  expect(attemptsBefore(2 ** 40)).toBeLessThan(2 ** 31);
});

test('tasks of a job that was taken over begin there, also those of which nothing was kept', () => {
  const run = new StageRun(stage(0, { tasks: 2 }), { functions: [], sources: [], attemptsBefore: attemptsBefore(7) });
  const [kept] = run.tasks;
  run.restore([{ task: { ...kept!, attempts: 256 } }], undefined);
  expect(run.tasks.map(({ attempts }) => attempts)).toEqual([7 * 256, 7 * 256]);
});

test('a number tells its run', () => {
  for (const term of [undefined, 1, 7])
    for (let run = 0; run < 7; run++) {
      const before = attemptsBefore(term, run);
      expect([1, 2, 32].map((n) => runOfAttempt(before + n))).toEqual([run, run, run]);
    }
});
