/** A 64-bit number as protobufjs gives it: a number, or an object of two halves where the package `long` is installed. */
export type WireNumber = number | bigint | { readonly low: number; readonly high: number } | null | undefined;

/** As a number; exact to 2^53, which counts of rows, bytes and milliseconds do not pass. */
export function wireNumber(value: WireNumber): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'object') return (value.high >>> 0) * 2 ** 32 + (value.low >>> 0);
  return Number(value);
}
