import type { StateStore } from '@arbalest/spi';
import type { SchedulerApi } from '../service/scheduler-api.js';
import type { Journal } from '../state/journal.js';

/** What a scheduler gets that leads for one term; names as in SchedulerOptions. */
export interface TermParts {
  /** Only this term writes to it. */
  readonly state: StateStore;
  readonly journal: Journal;
  readonly exchangeKey: Uint8Array;
  readonly term: number;
  readonly schedulers: () => readonly string[];
  readonly leads: () => boolean;
}

/** A scheduler that can be left behind when it leads no longer. */
export interface LedScheduler extends SchedulerApi {
  /** Another scheduler leads now, and goes on with everything. Idempotent. */
  abandon(): void;
}
