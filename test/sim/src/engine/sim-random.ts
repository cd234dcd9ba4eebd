import type { Randomness } from '@arbalest/spi';

/**
 * Numbers that follow from a seed: SplitMix32, whose neighbours' seeds give unrelated numbers. Parts of a run that should not disturb each other draw from forks.
 */
export class SimRandom implements Randomness {
  private state: number;
  private count = 0;

  constructor(
    seed: number,
    private readonly name = '',
  ) {
    this.state = (mix(seed | 0) ^ hashText(name)) | 0;
  }

  /** Another source, the same one for the same name. */
  fork(name: string): SimRandom {
    return new SimRandom(this.state, `${this.name}/${name}`);
  }

  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    return (mix(this.state) >>> 0) / 2 ** 32;
  }

  /** Unique among the ids of all sources of one run whose names differ. */
  id(prefix: string): string {
    return `${prefix}${this.name.replaceAll('/', '')}n${++this.count}`;
  }

  /** A whole number from 0 to `end` − 1. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Undefined only of nothing. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }

  /** Mostly near `low`, now and then far above it, never above `high`: how long things take that wait for others. */
  delay(low: number, high: number): number {
    return low + Math.floor((high - low) * this.next() ** 6);
  }
}

/** The finalizer of MurmurHash3: every bit of the result depends on every bit of `value`. */
export function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** FNV-1a. */
export function hashText(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  return bits | 0;
}
