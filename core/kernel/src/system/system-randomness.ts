import { randomInt } from 'node:crypto';
import type { Randomness } from '@arbalest/spi';

const COUNTER_LIMIT = 36 ** 4;

/** Identifiers are prefix, time, a counter for those of one millisecond, and chance: they sort by when they were made. */
export function systemRandomness(now: () => number = Date.now): Randomness {
  let time = 0;
  let counter = 0;
  return {
    next: () => Math.random(),
    id(prefix) {
      const present = now();
      counter = present > time ? 0 : counter + 1;
      // A clock that jumped back, or more identifiers than the counter holds, must not break the order.
      time = Math.max(time, present) + Math.floor(counter / COUNTER_LIMIT);
      counter %= COUNTER_LIMIT;
      return prefix + base36(time, 9) + base36(counter, 4) + base36(randomInt(36 ** 6), 6);
    },
  };
}

function base36(value: number, width: number): string {
  return value.toString(36).padStart(width, '0');
}
