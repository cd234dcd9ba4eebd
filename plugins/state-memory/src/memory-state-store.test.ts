import type { Clock, StateWrite } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { MemoryStateStore } from './memory-state-store.js';

/** Timers that run when the test says so. */
class HandClock implements Clock {
  private time = 0;
  private timers: { at: number; callback: () => void }[] = [];

  now = () => this.time;
  monotonic = () => this.time;

  schedule(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  }

  /** Time passes; timers run in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (let next = this.first(end); next; next = this.first(end)) {
      this.time = next.at;
      this.timers = this.timers.filter((other) => other !== next);
      next.callback();
    }
    this.time = end;
  }

  /** The process stands still: time has passed, and the timers run late. */
  freeze(ms: number): void {
    this.time += ms;
    for (const timer of this.timers.splice(0)) timer.callback();
  }

  private first(end: number) {
    return this.timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }
}

const put = (key: string, lease?: string): StateWrite => ({ kind: 'put', key, value: new Uint8Array(1), ...(lease ? { lease } : {}) });

test('a lease holds its keys while its process runs; they go when it is released or when the process stood still for too long', async () => {
  const clock = new HandClock();
  const store = new MemoryStateStore(clock);
  const [kept, frozen] = [await store.lease(9000), await store.lease(3000)];
  await store.commit({ conditions: [], writes: [put('kept', kept.id), put('frozen', frozen.id), put('free')] });
  clock.advance(60_000);
  expect(await store.get('frozen')).toBeDefined();
  clock.freeze(5000);
  await frozen.lost;
  expect(await store.get('frozen')).toBeUndefined();
  expect(await store.get('kept')).toBeDefined();
  await kept.release();
  await kept.lost;
  expect(await store.get('kept')).toBeUndefined();
  expect(await store.get('free')).toBeDefined();
  await expect(store.commit({ conditions: [], writes: [put('k', kept.id)] })).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
});
