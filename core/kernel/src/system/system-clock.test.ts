import { expect, test, vi } from 'vitest';
import { systemClock } from './system-clock.js';

test('a callback never comes before its time, by the clock that it is compared with', async () => {
  const early: number[] = [];
  const waits = Array.from({ length: 300 }, (_, i) => 1 + (i % 20) + i / 300);
  await Promise.all(
    waits.map(
      (ms) =>
        new Promise<void>((resolve) => {
          const due = systemClock.monotonic() + ms;
          systemClock.schedule(ms, () => {
            if (systemClock.monotonic() < due) early.push(ms);
            resolve();
          });
        }),
    ),
  );
  expect(early).toEqual([]);
});

test('a wait longer than what a timer can hold does not end at once', async () => {
  const called = vi.fn();
  const cancel = systemClock.schedule(2 ** 31 + 1000, called);
  await new Promise((resolve) => setTimeout(resolve, 20));
  cancel();
  expect(called).not.toHaveBeenCalled();
});

test('what was cancelled is not called', async () => {
  const called = vi.fn();
  systemClock.schedule(5, called)();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(called).not.toHaveBeenCalled();
});
