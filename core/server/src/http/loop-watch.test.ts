import { expect, test } from 'vitest';
import type { Clock } from '@arbalest/spi';
import { LoopWatch } from './loop-watch.js';

/** A clock whose one timer rings when the test says so. */
class HandClock implements Clock {
  time = 0;
  private ring: () => void = () => {};
  now = () => this.time;
  monotonic = () => this.time;
  schedule = (_ms: number, callback: () => void) => {
    this.ring = callback;
    return () => (this.ring = () => {});
  };
  pass(ms: number): void {
    this.time += ms;
    this.ring();
  }
}

test('a loop that keeps up does not stand still; one that is late does, until that is ten seconds ago', () => {
  const clock = new HandClock();
  using watch = new LoopWatch(clock);
  for (let i = 0; i < 20; i++) clock.pass(500);
  expect(watch.standstill).toBe(0);
  clock.pass(500 + 4000);
  clock.pass(500 + 5000);
  expect(watch.standstill).toBe(0.9);
  for (let i = 0; i < 20; i++) clock.pass(500);
  expect(watch.standstill).toBe(0);
});
