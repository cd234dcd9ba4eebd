import { internalError, resourcesError, transientError, userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { Blame } from './blame.js';

const task = (job: string, attempt = 1) => ({ job, stage: 0, task: 0, attempt });
const broken = internalError('BROKEN', 'x');

test('who failed a task that another one finishes is to blame', () => {
  const blame = new Blame();
  expect(blame.failed('a', task('j'), broken)).toBe(false);
  expect(blame.finished('b', task('j', 2))).toEqual(['a']);
  expect(blame.finished('b', task('j', 3))).toEqual([]);
});

test('who fails and then does it is not', () => {
  const blame = new Blame();
  blame.failed('a', task('j'), broken);
  expect(blame.finished('a', task('j', 2))).toEqual([]);
});

test('who fails tasks of several jobs while others finish theirs is to blame, while nobody finishes any it is not', () => {
  const blame = new Blame();
  expect(blame.failed('a', task('j'), broken)).toBe(false);
  expect(blame.failed('a', task('k'), broken)).toBe(false);
  blame.finished('b', task('l'));
  expect(blame.failed('a', task('m'), broken)).toBe(true);
  blame.finished('a', task('n'));
  expect(blame.failed('a', task('o'), broken)).toBe(false);
});

test.each([
  [userError('X', 'x'), false],
  [resourcesError('OUT_OF_MEMORY', 'x'), false],
  [resourcesError('DISK_FULL', 'x'), true],
  [transientError('EXECUTOR_DRAINING', 'x'), false],
])('%s', (error, proof) => {
  const blame = new Blame();
  expect(blame.failed('a', task('j'), error)).toBe(proof);
  expect(blame.finished('b', task('j', 2))).toEqual(proof ? ['a'] : []);
});
