import { randomUUID } from 'node:crypto';
import { jobLost } from './connection-break.js';
import type { ExecuteRequest, JobEvent } from './messages.js';

/** How long a statement that was given up before its job had a name is followed for the name. */
const NAME_MS = 5_000;

/**
 * A statement under a key, with which it can be sent again and runs once. Keeps what has to be told when it is given up: a job with a key does not end
 * because nobody reads its events.
 */
export class Submission {
  readonly request: ExecuteRequest;
  readonly #signal: AbortSignal;
  readonly #reading = new AbortController();
  readonly #onAbort = (): void => this.#giveUp();
  #timer: NodeJS.Timeout | undefined;
  #job = '';
  #over = false;
  #failed = false;

  constructor(request: ExecuteRequest, signal: AbortSignal) {
    this.request = { ...request, key: request.key || randomUUID() };
    this.#signal = signal;
    signal.addEventListener('abort', this.#onAbort);
  }

  /** Ends the reading of events. After the user's signal: a job that has no name yet is waited for, so that it can be cancelled. */
  get reading(): AbortSignal {
    return this.#reading.signal;
  }

  /** @throws transient error `JOB_LOST`; the user's reason, when it was given up before */
  take({ accepted, finished, failed }: JobEvent): void {
    const before = this.#job;
    if (accepted) this.#job = accepted.job ?? '';
    this.#over = Boolean(finished ?? failed);
    if (before !== '' && before !== this.#job) throw jobLost(before);
    if (!this.#over) this.#signal.throwIfAborted();
  }

  /** The events have ended with an error. */
  failed(error: unknown): void {
    this.#failed = !this.#signal.aborted && (error as { code?: unknown }).code !== 'JOB_LOST';
  }

  /** To be called once, last. @returns the job that is to be cancelled, if it is */
  end(): string | undefined {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
    const goesOn = this.#over || this.#failed || this.#job === '' || (this.request.detached ?? false);
    return goesOn ? undefined : this.#job;
  }

  #giveUp(): void {
    const stop = (): void => this.#reading.abort(this.#signal.reason);
    if (this.#over) return;
    if (this.#job !== '' || this.request.detached) stop();
    else this.#timer = setTimeout(stop, NAME_MS);
  }
}
