import { isArbalestError } from './client-error.js';
import { isBreak, sessionLost } from './connection-break.js';
import type { SchedulerLink } from './scheduler-link.js';
import type { Schedulers } from './schedulers.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** Breaks of one call, however far apart: a statement that takes down every scheduler it comes to shall not do so for ever. */
const MOST_BREAKS = 64;

/** One call's way through breaks: to the scheduler that leads, again and again, until the limit has passed since it last heard anything. */
export class Patience {
  #until: number | undefined;
  #breaks = 0;
  #inARow = 0;

  constructor(
    private readonly schedulers: Schedulers,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** @throws transient error `SCHEDULER_UNREACHABLE` or `NO_LEADER` when none is found in time */
  leader(): Promise<SchedulerLink> {
    return this.schedulers.leader(this.signal, this.#until);
  }

  /** The call gets answers: the limit counts anew from the next break. */
  heard(): void {
    this.#until = undefined;
    this.#inARow = 0;
    this.schedulers.heard();
  }

  /** Resolves when it is time for the next try; throws what no other try would mend. */
  async broke(link: SchedulerLink, error: unknown): Promise<void> {
    this.signal?.throwIfAborted();
    if (!isBreak(error)) throw this.#explained(link, error);
    this.schedulers.lost(link, error.details.leader);
    this.#until ??= Date.now() + this.schedulers.limitMs;
    if (++this.#breaks > MOST_BREAKS || Date.now() > this.#until) throw error;
    if (++this.#inARow > 1) await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#inARow), this.signal);
  }

  #explained(link: SchedulerLink, error: unknown): unknown {
    const lost = this.schedulers.wasLost && isArbalestError(error) && error.code === 'SESSION_NOT_FOUND';
    return lost ? sessionLost(link.url, error) : error;
  }
}

/** @throws the signal's reason */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve();
    }
    if (signal?.aborted) done();
  });
}
