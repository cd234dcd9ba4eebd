import type { StateWrite } from '@arbalest/spi';

/** Something whose records are kept in the store. */
export interface Recorded {
  /** The writes that bring the store from what was last collected to what is now. Called by the journal only, at the end of a tick, after `changed`. */
  collect(): readonly StateWrite[];
}

/** The way of one leader's changes into the store (core/docs/adr/0009). */
export interface Journal {
  /**
   * The source has writes to collect. Cheap, and may be called for every transition. Writes of one source go into one transaction where they fit; those
   * of several sources may be split between two, in the order in which they first said that they have changed.
   */
  changed(source: Recorded): void;
  /**
   * Resolves when everything that had changed before this call is kept.
   *
   * @throws transient error `NOT_LEADER` when this scheduler does not lead any more: nothing that depended on it may be said or done
   */
  kept(): Promise<void>;
  /** Whether nothing waits: then `kept` need not be waited for. */
  readonly isKept: boolean;
}
