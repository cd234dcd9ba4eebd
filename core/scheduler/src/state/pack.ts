import { Buffer } from 'node:buffer';
import { type ArbalestError, type StateStore, type StateWrite, userError } from '@arbalest/spi';
import type { Recorded } from './journal.js';

type StateLimits = NonNullable<StateStore['limits']>;

export interface PackedTransaction {
  readonly writes: readonly StateWrite[];
  readonly durability: 'process' | 'disk';
}

export interface Collected {
  readonly source: Recorded;
  readonly writes: readonly StateWrite[];
}

/** A write fits into no transaction. */
export class WriteTooLarge extends Error {
  constructor(
    readonly source: Recorded,
    readonly error: ArbalestError,
  ) {
    super(error.message);
  }
}

/**
 * Puts the writes of all sources into as few transactions as the limits allow, in order, those of one source into one where they fit.
 *
 * @param limits what is left of a transaction for these writes
 * @throws WriteTooLarge
 */
export function pack(collected: readonly Collected[], limits: StateLimits): readonly PackedTransaction[] {
  const filling = new Filling(limits);
  for (const { source, writes } of collected) filling.add(source, writes);
  return filling.transactions();
}

class Filling {
  private readonly done: PackedTransaction[] = [];
  private writes: StateWrite[] = [];
  private bytes = 0;
  private durability: 'process' | 'disk' = 'process';

  constructor(private readonly limits: StateLimits) {}

  add(source: Recorded, writes: readonly StateWrite[]): void {
    const sizes = writes.map(sizeOf);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const durability = source.durability ?? 'process';
    if (sizes.some((size) => size > this.limits.bytes)) throw tooLarge(source, writes, sizes, this.limits.bytes);
    if (!this.fits(writes.length, bytes)) this.next();
    if (this.fits(writes.length, bytes)) for (const [i, write] of writes.entries()) this.put(write, sizes[i]!, durability);
    else this.tear(source, writes, durability);
  }

  transactions(): readonly PackedTransaction[] {
    this.next();
    return this.done;
  }

  private tear(source: Recorded, writes: readonly StateWrite[], durability: 'process' | 'disk'): void {
    const marks = source.torn?.();
    const rest = marks ? writes.filter(({ key }) => key !== marks.first.key && key !== marks.last.key) : writes;
    if (marks) this.put(marks.first, sizeOf(marks.first), durability);
    for (const write of rest) {
      const size = sizeOf(write);
      if (!this.fits(1, size)) this.next();
      this.put(write, size, durability);
    }
    if (!marks) return;
    const size = sizeOf(marks.last);
    // Both marks have the same key: never in one transaction.
    if (!this.fits(1, size) || this.writes.some(({ key }) => key === marks.last.key)) this.next();
    this.put(marks.last, size, durability);
  }

  private fits(operations: number, bytes: number): boolean {
    return this.writes.length + operations <= this.limits.operations && this.bytes + bytes <= this.limits.bytes;
  }

  private put(write: StateWrite, size: number, durability: 'process' | 'disk'): void {
    this.writes.push(write);
    this.bytes += size;
    if (durability === 'disk') this.durability = durability;
  }

  private next(): void {
    if (this.writes.length > 0) this.done.push({ writes: this.writes, durability: this.durability });
    this.writes = [];
    this.bytes = 0;
    this.durability = 'process';
  }
}

export function sizeOf(write: StateWrite): number {
  return Buffer.byteLength(write.key) + (write.kind === 'put' ? write.value.byteLength : 0);
}

function tooLarge(source: Recorded, writes: readonly StateWrite[], sizes: readonly number[], limit: number): WriteTooLarge {
  const at = sizes.findIndex((size) => size > limit);
  const message = `The record ${writes[at]!.key} takes ${sizes[at]} bytes, but the state store takes at most ${limit} in one transaction`;
  return new WriteTooLarge(source, userError('STATE_TOO_LARGE', message));
}
