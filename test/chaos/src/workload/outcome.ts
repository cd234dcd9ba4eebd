export interface Outcome {
  /** From 1. */
  readonly client: number;
  /** Name of the question. */
  readonly question: string;
  /** Milliseconds since the run began. */
  readonly startedMs: number;
  readonly endedMs: number;
  readonly verdict: 'right' | 'wrong' | 'failed' | 'hung';
  /** Tasks that were run again, where the answer was right. */
  readonly retries: number;
  /** Of the error, where it failed. */
  readonly code?: string;
  /** What was wrong, for people. */
  readonly message?: string;
  readonly job?: string;
}
