import type { Refuse } from './refuse.js';
import { int32At, type Values } from './values.js';

/** PostgreSQL counts from 2000-01-01, Arrow from 1970-01-01. */
const DAYS = 10_957;
const MICROS = 946_684_800_000_000;
const MICROS_HIGH = Math.floor(MICROS / 2 ** 32);
const MICROS_LOW = MICROS - MICROS_HIGH * 2 ** 32;
const MOST = 0x7fff_ffff;
const LEAST = -0x8000_0000;

/** Days since 1970; the infinities are the largest integer and its negative, as in the engine. Every finite date of PostgreSQL fits between. */
export function readDates({ bytes, starts, lengths, count }: Values): Int32Array {
  const out = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    if (lengths[i]! < 0) continue;
    const days = int32At(bytes, starts[i]!);
    out[i] = days === MOST ? MOST : days === LEAST ? -MOST : days + DAYS;
  }
  return out;
}

/**
 * Microseconds since 1970 as two words each, the lower one first; infinities as for dates. The last 29 years that PostgreSQL knows, up to 294276, are beyond what 64 bits hold from 1970 on.
 */
export function readTimestamps({ bytes, starts, lengths, count }: Values, refuse: Refuse): Int32Array {
  const out = new Int32Array(count * 2);
  for (let i = 0; i < count; i++) {
    if (lengths[i]! < 0) continue;
    const high = int32At(bytes, starts[i]!);
    const low = int32At(bytes, starts[i]! + 4) >>> 0;
    const isForever = (high === MOST && low === 0xffff_ffff) || (high === LEAST && low === 0);
    const sum = low + MICROS_LOW;
    const carried = high + MICROS_HIGH + (sum > 0xffff_ffff ? 1 : 0);
    if (!isForever && (carried > MOST || (carried === MOST && sum >>> 0 === 0xffff_ffff)))
      refuse('a time after 294247-01-10, which TIMESTAMP cannot hold');
    out[2 * i] = isForever ? (high === MOST ? -1 : 1) : sum | 0;
    out[2 * i + 1] = isForever ? high : carried;
  }
  return out;
}
