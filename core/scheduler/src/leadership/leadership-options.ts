import type { ArbalestError, Clock, Log, StateStore } from '@arbalest/spi';
import type { Term } from './term.js';

export interface LeadershipOptions {
  readonly state: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this process; no two share one. */
  readonly id: string;
  /** At which executors and clients reach this scheduler. Asked once it takes part. */
  readonly address: () => string;
  /** A leader that cannot be heard for so long is replaced. */
  readonly ttlMs: number;
  /** See `WatchProcess`. Absent: a leader that has died is replaced when its lease is over. */
  readonly watchProcess?: WatchProcess;
  /** This scheduler leads from now on. */
  readonly lead: (term: Term) => void;
  /** It does so no longer. Called once for each `lead`. */
  readonly stepDown: (term: Term) => void;
  /** Who leads has become known, or is another one. */
  readonly changed: () => void;
  /** The store refuses to be used at all, e.g. because another process has it. Taking part goes on. */
  readonly failed: (error: ArbalestError) => void;
}

/**
 * Calls `gone` once, when whoever answered at the address does so no longer and the host says that nobody listens there: the process has ended. Silence is no
 * sign of that, and where nobody has answered before nothing is known. It may be wrong; it must not be often.
 *
 * @returns ends the watch
 */
export type WatchProcess = (address: string, gone: () => void) => () => void;
