import type { ArbalestError, StateCondition } from '@arbalest/spi';

/** What every write of a leader depends on, for one term. */
export interface Fence {
  /** Holds in the store as long as the leader's key is the one that this leader made. */
  readonly condition: StateCondition & { readonly kind: 'created-at' };
  /** Whether the lease can still be trusted, by this process's own monotonic clock. Once false it stays false. Cheap. */
  holds(): boolean;
  /** The store has shown that the condition does not hold, or cannot be written to: this leader steps down. Idempotent. */
  broken(cause: unknown): void;
  /** `NOT_LEADER`, naming who leads where that is known. */
  refusal(cause?: unknown): ArbalestError;
}
