import type { ArbalestError, CommitResult, StateTransaction, StateWrite } from '@arbalest/spi';

/** Something whose records are kept in the store. Not two of them write the same key. */
export interface Recorded {
  /** The writes that bring the store from what was last collected to what is now. Called by the journal only, at the end of a tick, after `changed`. */
  collect(): readonly StateWrite[];

  /** What these records have to survive; see StateTransaction. Read after each `collect`. @default 'process' */
  readonly durability?: 'process' | 'disk';

  /**
   * What was just collected is too large for one transaction of the store and is cut, in its order, into as many as it takes, one after the other. Whoever
   * reads between two of them sees a part. A source for which that matters marks its records: `first` goes into the first of the transactions, `last` into
   * the last, and writes of their keys that were collected go into none. Called right after `collect`; without it the cuts are not marked.
   */
  torn?(): { readonly first: StateWrite; readonly last: StateWrite };

  /**
   * One of the writes that were just collected is greater than any transaction may be. None of them is made, and the store is as it was before: the source has
   * to change to something that fits (a job fails with this error) and say so. A source without this method ends the journal.
   */
  refused?(error: ArbalestError): void;
}

/** The way of one leader's changes into the store (core/docs/adr/0009). */
export interface Journal {
  /**
   * The source has writes to collect. Cheap, and may be called for every transition. Writes of one source go into one transaction where they fit; those
   * of several sources may be split between two, in the order in which they first said that they have changed.
   */
  changed(source: Recorded): void;
  /**
   * Resolves when everything that had changed before this call is kept. Somebody is held up until then: it is written as soon as the store is free.
   *
   * @throws transient error `NOT_LEADER` when this scheduler does not lead any more: nothing that depended on it may be said or done
   */
  kept(): Promise<void>;
  /** As `kept`, for what nobody is held up by: a slow store is given more at a time. */
  keptEventually(): Promise<void>;
  /** Whether nothing waits: then `kept` need not be waited for. Never true when this scheduler does not lead any more. */
  readonly isKept: boolean;
  /**
   * A transaction with conditions of its own, after all that had changed before this call. It is tried until it is known whether it was applied; see
   * StateStore.commit.
   *
   * @throws transient error `NOT_LEADER`; user error `STATE_TOO_LARGE` when it does not fit into one
   */
  commit(transaction: StateTransaction): Promise<CommitResult>;
}
