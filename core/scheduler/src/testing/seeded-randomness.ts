import type { Randomness } from '@arbalest/spi';

/** The same numbers for the same seed: a linear congruential generator, good enough to shuffle tests. */
export class SeededRandomness implements Randomness {
  private state: number;
  private count = 0;

  constructor(seed = 1) {
    this.state = (seed * 2654435761) >>> 0;
  }

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  id(prefix: string): string {
    return `${prefix}${String(++this.count).padStart(6, '0')}`;
  }

  /** A whole number from 0 to `end` − 1. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }
}
