import type { FixedColumn } from '../arrow/fixed-columns.js';
import { CorruptBytes } from '../container/corrupt.js';
import type { Step } from './skip.js';

const DAY_MICROS = 86_400_000_000;

/** Milliseconds since midnight as microseconds. */
export function millisTimeStep(column: FixedColumn): Step {
  return (cursor) => appendTime(column, cursor.int() * 1000);
}

/** Microseconds since midnight. */
export function timeStep(column: FixedColumn): Step {
  return (cursor) => appendTime(column, cursor.safeLong());
}

function appendTime(column: FixedColumn, micros: number): void {
  if (micros < 0 || micros > DAY_MICROS) throw new CorruptBytes(`a time of day is ${micros} microseconds after midnight`);
  appendNumber(column, micros);
}

/** A number that is exact, as two words. */
function appendNumber(column: FixedColumn, value: number): void {
  const at = column.next();
  column.values[at] = value | 0;
  column.values[at + 1] = Math.floor(value / 2 ** 32);
}

/** Milliseconds as microseconds, in words of 32 bits, since the product may be beyond what a number holds exactly. */
export function millisToMicrosStep(column: FixedColumn): Step {
  return (cursor) => {
    cursor.long();
    const low = (cursor.low >>> 0) * 1000;
    const high = cursor.high * 1000 + Math.floor(low / 2 ** 32);
    if (high !== (high | 0)) throw new CorruptBytes('a timestamp in milliseconds is too far off to be one in microseconds');
    const at = column.next();
    column.values[at] = low | 0;
    column.values[at + 1] = high;
  };
}

/** Months, days and milliseconds, each of 32 bits without a sign, as months, days and nanoseconds. */
export function intervalStep(column: FixedColumn): Step {
  return (cursor) => {
    const from = cursor.skip(12);
    const [months, days, millis] = [0, 4, 8].map((at) => cursor.bytes.readUInt32LE(from + at)) as [number, number, number];
    if (months !== (months | 0) || days !== (days | 0))
      throw new CorruptBytes(`a duration of ${months} months and ${days} days is too long`);
    const nanos = millis * 1_000_000;
    const at = column.next();
    column.values.set([months, days, nanos | 0, Math.floor(nanos / 2 ** 32)], at);
  };
}
