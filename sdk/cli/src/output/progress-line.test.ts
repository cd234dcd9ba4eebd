import { expect, test } from 'vitest';
import { progressText } from './progress-line.js';

const plain = (_: string, text: string): string => text;
const stage = {
  stage: 2,
  label: 'join flights',
  tasksTotal: 2,
  tasksFinished: 0,
  tasksRunning: 2,
  rowsOut: 1_234_567,
  bytesOut: 10 * 1024 * 1024,
};
const progress = {
  job: 'j',
  stagesTotal: 4,
  stagesFinished: 1,
  tasksTotal: 8,
  tasksFinished: 2,
  tasksRunning: 2,
  fraction: 0.25,
  elapsedMs: 2_000,
  stages: [stage],
};

test('the line says how far, what runs and how long yet', () => {
  expect(progressText(progress, 200, plain, true)).toBe(
    '█████░░░░░░░░░░░░░░░ 25 % · stage 2/4 · join flights 1.2 M rows, 10.0 MiB · 2.0 s, about 6.0 s left',
  );
});

test('the line fits the terminal', () => {
  expect(progressText(progress, 60, plain, true).length).toBeLessThanOrEqual(60);
});

test('a fraction that does not move gives no estimate', () => {
  expect(progressText(progress, 200, plain, false)).not.toContain('left');
});

test('too early there is no estimate', () => {
  expect(progressText({ ...progress, fraction: 0.01 }, 200, plain, true)).not.toContain('left');
});
