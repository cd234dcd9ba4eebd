/** Time and randomness come in from outside, so that a run can be repeated exactly. */
export interface Clock {
  /** Milliseconds since the epoch. May jump; use `monotonic` for durations. */
  now(): number;
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonic(): number;
  /**
   * Calls `callback` once when `monotonic` has grown by `ms`, never before that, unless the returned function was called by then. Does not keep the
   * process alive.
   */
  schedule(ms: number, callback: () => void): () => void;
}

export interface Randomness {
  /** A number in [0, 1). */
  next(): number;
  /** A fresh identifier: lower-case letters and digits, sortable by time of creation within one process. */
  id(prefix: string): string;
}
