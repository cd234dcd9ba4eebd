import { type ArbalestError, internalError } from '@arbalest/spi';
import { engineError, type EngineLimits, invalidatesInstance } from './engine-error.js';
import { type Address, callAsync, type DuckDbLibrary, type NativeFunction } from './library.js';
import { nativeSlots } from './native-slots.js';
import { Query, type QueryOptions } from './query.js';
import { cancellation } from './until-aborted.js';

/** While a cancelled call has not returned, the interrupt is sent again this often: one that comes just before a query begins is forgotten by DuckDB. */
const INTERRUPT_EVERY_MS = 50;

const RESULT_WORDS = 6;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** True for a call that takes less time here than going to another thread. */
  readonly trivial?: boolean;
}

/** One connection: used by one fragment at a time, one call at a time. */
export class Connection {
  #invalid = false;
  #spoiled = false;

  constructor(
    readonly library: DuckDbLibrary,
    private readonly handle: BigUint64Array,
    readonly limits: EngineLimits,
  ) {}

  /** @throws internal error `CONNECTION_CLOSED`: DuckDB ends the process where it is handed the address of a connection that is no more. */
  get address(): Address {
    const address = this.handle[0]!;
    if (address === 0n) throw internalError('CONNECTION_CLOSED', 'A fragment used its DuckDB connection after it was closed');
    return address;
  }

  /** True once DuckDB said that the whole instance is unusable. */
  get invalid(): boolean {
    return this.#invalid;
  }

  /** True when it may not be given to another fragment: something of the last one is still on it. */
  get spoiled(): boolean {
    return this.#spoiled || this.#invalid;
  }

  /** Says that cleaning up failed. The connection is closed instead of used again, and what is left goes with it. */
  spoil(): void {
    this.#spoiled = true;
  }

  /** Runs statements off the event loop and drops their result. */
  async run(sql: string, signal?: AbortSignal): Promise<void> {
    const result = new BigUint64Array(RESULT_WORDS);
    try {
      const state = await this.perform(this.library.query, [this.address, sql, result], signal === undefined ? {} : { signal });
      if (state !== 0) throw this.error(this.library.resultError(result), signal);
    } finally {
      this.library.destroyResult(result);
    }
  }

  /** Runs a statement on this thread: only for those that touch neither files nor data (SET, DROP VIEW). */
  runNow(sql: string): void {
    const result = new BigUint64Array(RESULT_WORDS);
    try {
      if (this.library.query(this.address, sql, result) !== 0) throw this.error(this.library.resultError(result));
    } finally {
      this.library.destroyResult(result);
    }
  }

  /** Starts a query whose rows are made as they are fetched. */
  query(sql: string, options: QueryOptions): Promise<Query> {
    return Query.start(this, sql, options);
  }

  /** Makes a native call on another thread, where an abort interrupts it; resolves when the call has returned, aborted or not. */
  async perform<Args extends readonly unknown[], Result>(
    native: NativeFunction<Args, Result>,
    args: Args,
    { signal, trivial }: CallOptions,
  ): Promise<Result> {
    if (signal?.aborted === true) throw cancellation(signal);
    if (trivial === true) return native(...args);
    return nativeSlots.run(() => this.#interruptible(native, args, signal), signal);
  }

  async #interruptible<Args extends readonly unknown[], Result>(
    native: NativeFunction<Args, Result>,
    args: Args,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    // It may have been aborted while it waited for a slot.
    if (signal?.aborted === true) throw cancellation(signal);
    let timer: NodeJS.Timeout | undefined;
    const interrupt = (): void => {
      this.library.interrupt(this.address);
      timer ??= setInterval(() => this.library.interrupt(this.address), INTERRUPT_EVERY_MS);
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      return await callAsync(native, ...args);
    } finally {
      signal?.removeEventListener('abort', interrupt);
      clearInterval(timer);
    }
  }

  /** What DuckDB said, as one of ours. An error that comes after an abort is the abort's. */
  error(text: string | null, signal?: AbortSignal): ArbalestError {
    if (text !== null && invalidatesInstance(text)) this.#invalid = true;
    if (signal?.aborted === true) return cancellation(signal);
    return engineError(text ?? 'Unknown error', this.limits);
  }

  close(): void {
    this.library.disconnect(this.handle);
  }
}
