import type { CallCredentials } from './call-credentials.js';
import { ArbalestError, isArbalestError } from './client-error.js';
import { isBreak, schedulerLost, throwIfBreak } from './connection-break.js';
import { unreachable } from './grpc-error.js';
import type { JobEvent } from './messages.js';
import { Patience, pause } from './patience.js';
import { type ClientTls, SchedulerLink } from './scheduler-link.js';
import { METHODS } from './scheduler-methods.js';
import { isLocal, parseSchedulerUrl, type SchedulerUrl } from './scheduler-url.js';
import type { SchedulerState } from './transport.js';

export interface SchedulersOptions {
  /** At least one. */
  readonly urls: readonly SchedulerUrl[];
  readonly tls: ClientTls;
  readonly credentials?: CallCredentials;
  /** How long the first answer may take. */
  readonly connectTimeoutMs: number;
  /** How long a scheduler that leads is looked for after a break. */
  readonly reconnectTimeoutMs: number;
}

/** For the question who leads. A scheduler that takes longer is not one to go to. */
const PROBE_MS = 1_000;
/** The same, while a password has to be checked. */
const LOGIN_MS = 10_000;
const ROUND_PAUSE_MS = 100;
/** Addresses beyond those that the user gave. */
const MOST_LEARNED = 32;

/**
 * The schedulers of one cluster. Calls go to the one that leads; when that breaks, all are asked who leads now, until a limit. Of a single
 * scheduler it is taken for granted that it leads, until it says otherwise.
 */
export class Schedulers {
  /** Whether a connection has ever been lost. */
  wasLost = false;
  readonly #links = new Map<string, SchedulerLink>();
  readonly #options: SchedulersOptions;
  #leader: SchedulerLink | undefined;
  #search: Promise<SchedulerLink> | undefined;
  #answered = false;
  #closed = false;

  constructor(options: SchedulersOptions) {
    this.#options = options;
    for (const url of options.urls) this.#link(url);
    if (this.#links.size === 1) [this.#leader] = this.#links.values();
  }

  /** How long a call that broke is tried again. */
  get limitMs(): number {
    return this.#answered ? this.#options.reconnectTimeoutMs : this.#options.connectTimeoutMs;
  }

  /** A call that may be made twice, on the scheduler that leads; made again after a break. */
  async call<R>(make: (link: SchedulerLink) => Promise<R>, signal?: AbortSignal): Promise<R> {
    const patience = new Patience(this, signal);
    for (;;) {
      const link = await patience.leader();
      try {
        const answer = await make(link);
        patience.heard();
        return answer;
      } catch (error) {
        await patience.broke(link, error);
      }
    }
  }

  /** Events up to the last one. After a break the stream is opened again, on the scheduler that leads: then they come from the start. */
  async *events(open: (link: SchedulerLink) => AsyncIterable<JobEvent>, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    const patience = new Patience(this, signal);
    for (;;) {
      const link = await patience.leader();
      try {
        for await (const event of open(link)) {
          throwIfBreak(event);
          patience.heard();
          yield event;
          if (event.finished ?? event.failed) return;
        }
        throw schedulerLost(link.url);
      } catch (error) {
        await patience.broke(link, error);
      }
    }
  }

  /** @param until milliseconds since 1970 */
  async leader(signal?: AbortSignal, until = Date.now() + this.limitMs): Promise<SchedulerLink> {
    signal?.throwIfAborted();
    if (this.#leader !== undefined) return this.#leader;
    this.#search ??= this.#find(until).finally(() => (this.#search = undefined));
    return unlessAborted(this.#search, signal);
  }

  heard(): void {
    this.#answered = true;
  }

  /** @param leader the address that it gave for the one that leads now */
  lost(link: SchedulerLink, leader: string | undefined): void {
    this.wasLost = true;
    if (this.#leader === link) this.#leader = undefined;
    if (leader) this.#learn([leader]);
  }

  /** Asks each of them what it is. */
  async states(signal?: AbortSignal): Promise<SchedulerState[]> {
    await this.#probe().catch(() => undefined);
    signal?.throwIfAborted();
    return Promise.all(
      [...this.#links.values()].map(async (link) => {
        const answer = await link.call(METHODS.getLeader, {}, { signal, timeoutMs: PROBE_MS }).catch(() => undefined);
        return { url: link.url, state: answer === undefined ? 'unreachable' : answer.self ? 'leader' : 'standby' } as const;
      }),
    );
  }

  close(): void {
    this.#closed = true;
    for (const link of this.#links.values()) link.close();
  }

  async #find(until: number): Promise<SchedulerLink> {
    for (;;) {
      try {
        return (this.#leader = await this.#probe());
      } catch (error) {
        const { errors } = error as AggregateError;
        if (this.#closed || Date.now() + ROUND_PAUSE_MS > until) throw this.#notFound(errors);
        if (errors.every((each) => isArbalestError(each) && each.family === 'user')) throw errors[0];
      }
      await pause(ROUND_PAUSE_MS, undefined);
    }
  }

  /** The first that says that it leads. @throws AggregateError with what each said instead */
  #probe(): Promise<SchedulerLink> {
    return Promise.any(
      [...this.#links.values()].map(async (link) => {
        const { self, leader, schedulers } = await link.call(
          METHODS.getLeader,
          {},
          { timeoutMs: this.#options.credentials?.logsIn ? LOGIN_MS : PROBE_MS },
        );
        this.heard();
        this.#learn([...(leader ? [leader] : []), ...(schedulers ?? [])]);
        if (self) return link;
        throw new ArbalestError('transient', 'NOT_LEADER', `The scheduler at ${link.url} does not lead`);
      }),
    );
  }

  /** What a cluster calls itself by the name of the own host means something only where the user has said so too. */
  #learn(addresses: readonly string[]): void {
    const { urls } = this.#options;
    for (const address of addresses) {
      if (this.#links.size >= urls.length + MOST_LEARNED) return;
      const url = parsed(address);
      if (url?.secure === urls[0]!.secure && (!isLocal(url.target) || urls.some(({ target }) => isLocal(target)))) this.#link(url);
    }
  }

  #link(url: SchedulerUrl): void {
    if (!this.#closed && !this.#links.has(url.target))
      this.#links.set(url.target, new SchedulerLink(url, this.#options.tls, this.#options.credentials));
  }

  #notFound(errors: readonly unknown[]): ArbalestError {
    const tried = [...this.#links.values()].map(({ url }) => url);
    const notLeading = errors.some((error) => isBreak(error) && error.code === 'NOT_LEADER');
    const [first] = errors;
    if (!notLeading) return unreachable(tried, first instanceof Error ? first.message : String(first), first);
    const message = `None of the schedulers ${tried.join(', ')} leads; those that answer are waiting for one that does`;
    return new ArbalestError('transient', 'NO_LEADER', message, { notes: ['arbalest status shows the schedulers'] });
  }
}

function parsed(address: string): SchedulerUrl | undefined {
  try {
    return parseSchedulerUrl(address);
  } catch {
    return undefined;
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
