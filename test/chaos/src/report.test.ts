import { expect, test } from 'vitest';
import { reportText } from './report.js';
import type { Outcome } from './workload/outcome.js';

function outcome(startedMs: number, endedMs: number, given: Partial<Outcome> = {}): Outcome {
  return { client: 1, question: 'q1', startedMs, endedMs, verdict: 'right', retries: 0, ...given };
}

test('a line for each kind of fault, with the statements that it met', () => {
  const text = reportText({
    complaints: [],
    faults: [
      { fault: 'executor-kill', what: 'executor-1', atMs: 1_000, healedMs: 3_000 },
      { fault: 'leader-kill', what: 'scheduler-1', atMs: 8_000, healedMs: 9_000, takeoverMs: 2_345 },
      { fault: 'executor-kill', what: 'executor-2', atMs: 20_000, healedMs: 21_000 },
    ],
    outcomes: [
      outcome(0, 500),
      outcome(500, 2_000, { retries: 2 }),
      outcome(2_500, 8_500),
      outcome(8_600, 8_700, { verdict: 'failed', code: 'RESULT_LOST' }),
      outcome(20_500, 20_600, { verdict: 'wrong', message: 'other rows' }),
    ],
  });
  expect(text.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['fault', 'count', 'statements', 'right', 'of these retried', 'failed', 'wrong', 'hung', 'slowest', 'first answer after'],
    [expect.stringMatching(/^─+$/)],
    ['executor-kill', '2', '3', '2', '1', '0', '1', '0', '6.0 s'],
    ['leader-kill', '1', '2', '1', '0', '1 RESULT_LOST', '0', '0', '6.0 s', '2.3 s'],
    ['none', '1', '1', '0', '0', '0', '0', '0.5 s'],
    ['all', '3', '5', '3', '1', '1 RESULT_LOST', '1', '0', '6.0 s'],
  ]);
});
