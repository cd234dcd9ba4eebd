import type { FaultName } from './faults/fault.js';

/** A fault that was made. Times are milliseconds since the run began. */
export interface FaultRecord {
  readonly fault: FaultName;
  readonly what: string;
  readonly atMs: number;
  /** When it was mended; undefined while it lasts. */
  healedMs?: number;
  /** Of a fault after which somebody has to take over: whether a new connection has been answered since. */
  answered?: boolean;
  /** From the fault to the first answer that a new connection got, where somebody had to take over. */
  takeoverMs?: number;
}

/** Whether the fault lasted at some moment of a span. */
export function lastedIn(
  { atMs, healedMs = Infinity }: FaultRecord,
  span: { readonly startedMs: number; readonly endedMs: number },
): boolean {
  return atMs <= span.endedMs && healedMs >= span.startedMs;
}
