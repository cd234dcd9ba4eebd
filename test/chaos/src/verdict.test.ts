import { expect, test } from 'vitest';
import type { FaultRecord } from './fault-record.js';
import { ALL_FAULTS } from './faults/all-faults.js';
import { complaintsAbout } from './verdict.js';
import type { Outcome } from './workload/outcome.js';

function outcome(given: Partial<Outcome>): Outcome {
  return { client: 1, question: 'q9', startedMs: 10_000, endedMs: 11_000, verdict: 'right', retries: 0, ...given };
}

const complaints = (given: Partial<Outcome>, faults: readonly FaultRecord[] = []): string[] =>
  complaintsAbout([outcome(given)], faults, ALL_FAULTS);

test('a right answer is no matter', () => {
  expect(complaints({})).toEqual([]);
});

test.each<[string, Partial<Outcome>, RegExp]>([
  [
    'a wrong answer',
    { verdict: 'wrong', message: '2 rows in place of 3' },
    /^q9 of client 1 \(10\.0 to 11\.0 s\) wrong: 2 rows in place of 3$/,
  ],
  ['a hang', { verdict: 'hung', job: 'abc' }, /job abc\) hung/],
  ['an error', { verdict: 'failed', code: 'EXECUTOR_LOST', message: 'gone' }, /failed with EXECUTOR_LOST: gone/],
])('%s is a complaint', (_what, given, text) => {
  expect(complaints(given)).toEqual([expect.stringMatching(text)]);
});

test('NO_EXECUTORS may be where all executors were gone, and nowhere else', () => {
  const failed = { verdict: 'failed', code: 'NO_EXECUTORS' } as const;
  const fault = (kind: FaultRecord['fault'], atMs: number, healedMs: number): FaultRecord[] => [{ fault: kind, what: 'x', atMs, healedMs }];
  expect(complaints(failed)).toHaveLength(1);
  expect(complaints(failed, fault('executor-kill', 9_000, 12_000))).toHaveLength(1);
  expect(complaints(failed, fault('executors-kill', 20_000, 22_000))).toHaveLength(1);
  expect(complaints(failed, fault('executors-kill', 9_000, 9_500))).toEqual([]);
  expect(complaints({ ...failed, code: 'INTERNAL' }, fault('executors-kill', 9_000, 9_500))).toHaveLength(1);
});
