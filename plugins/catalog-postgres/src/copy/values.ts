/** The binary values of one column for some rows, or of the elements of its lists, where they lie. */
export interface Values {
  readonly bytes: Uint8Array;
  /** By position: where the value begins. */
  readonly starts: Int32Array;
  /** Its bytes; -1 for NULL. */
  readonly lengths: Int32Array;
  readonly count: number;
}

export interface Validity {
  readonly nullCount: number;
  /** A bit for each value, the lowest first; absent when none is NULL. */
  readonly bitmap?: Uint8Array;
}

export function validityOf({ lengths, count }: Values): Validity {
  let nullCount = 0;
  for (let i = 0; i < count; i++) if (lengths[i]! < 0) nullCount++;
  if (nullCount === 0) return { nullCount };
  const bitmap = new Uint8Array((count + 7) >> 3);
  for (let i = 0; i < count; i++) if (lengths[i]! >= 0) bitmap[i >> 3]! |= 1 << (i & 7);
  return { nullCount, bitmap };
}

/** A big-endian 32-bit integer. */
export function int32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

export function int16At(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16)) >> 16;
}
