/**
 * Ordered keys with transactions, watches and leases: what the scheduler remembers. Keys are `/`-separated UTF-8 text, ordered by their bytes;
 * values are bytes.
 */
export interface StateStore {
  /** What one transaction may hold at most; absent where there is no limit. Conditions count as writes do. */
  readonly limits?: StateLimits;

  get(key: string): Promise<StateEntry | undefined>;

  /** Entries whose key begins with `prefix`, in key order. */
  range(prefix: string): AsyncIterable<StateEntry>;

  /**
   * Applies all writes if all conditions hold, at one moment; otherwise changes nothing. Durable, where the store is, when it resolves; see `durability`.
   * Applied at most once, also when an answer is lost on the way: a store that cannot tell whether it was applied finds out, or rejects with the
   * transient error `STATE_UNCERTAIN`, after which only reading tells.
   * Stores with limits on a transaction's size refuse one that is too large with a user error `STATE_TOO_LARGE`; nothing is written then.
   */
  commit(transaction: StateTransaction): Promise<CommitResult>;

  /** Changes to keys under `prefix` from `fromRevision` on, in order, each once, until `signal` aborts. */
  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange>;

  /** A lease that keeps its keys while it is kept alive; they vanish within `ttlMs` after its owner has gone. */
  lease(ttlMs: number): Promise<StateLease>;

  close(): Promise<void>;
}

export interface StateLimits {
  readonly operations: number;
  /** Keys and values together. */
  readonly bytes: number;
}

export interface StateEntry {
  readonly key: string;
  readonly value: Uint8Array;
  /** Store revision at which the key was made, and at which it was last changed. */
  readonly createRevision: bigint;
  readonly revision: bigint;
}

export type StateCondition =
  | { readonly kind: 'revision'; readonly key: string; readonly revision: bigint }
  | { readonly kind: 'created-at'; readonly key: string; readonly revision: bigint }
  | { readonly kind: 'absent'; readonly key: string };

export type StateWrite =
  | { readonly kind: 'put'; readonly key: string; readonly value: Uint8Array; readonly lease?: string }
  | { readonly kind: 'delete'; readonly key: string };

export interface StateTransaction {
  readonly conditions: readonly StateCondition[];
  readonly writes: readonly StateWrite[];
  /**
   * What a durable store survives once `commit` has resolved: `process`, that its process is killed (cheaper where the store lives in this process);
   * `disk`, that the machine loses its power. @default 'disk'
   */
  readonly durability?: 'process' | 'disk';
}

export type CommitResult = { readonly committed: true; readonly revision: bigint } | { readonly committed: false };

export interface StateChange {
  readonly kind: 'put' | 'delete';
  readonly key: string;
  /** Absent for a delete. */
  readonly value?: Uint8Array;
  readonly revision: bigint;
}

export interface StateLease {
  readonly id: string;
  /** Resolves when the lease is gone, for whatever reason. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}
