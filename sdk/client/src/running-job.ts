import { ArbalestError, errorFromInfo, isArbalestError, shiftPosition } from './client-error.js';
import type { InlineResult, JobEvent, ResultPart } from './messages.js';
import { type Progress, progressFrom, type Statistics, statisticsFrom } from './progress.js';
import { attemptOf, ResultParts, runOf } from './result-parts.js';
import type { ResultField } from './sql-type.js';
import type { ResultBatch, ResultStream, Transport } from './transport.js';
import { wireNumber } from './wire-number.js';

const NO_BYTES = new Uint8Array(0);
/** How long the end of a job is told to a scheduler that does not answer. It finds out by itself, later. */
const TELL_MS = 5_000;
/** How often a statement is run again whose result is lost before a row of it was passed on. */
const MOST_RUNS = 3;

export interface RunningJobOptions {
  readonly signal?: AbortSignal | undefined;
  /** Added to the positions of errors. */
  readonly position?: number | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Takes what still has to be told to the server when the result has been read, so that a connection's close can wait for it. */
  readonly afterwards: (pending: Promise<unknown>) => void;
  /** The job was submitted before and goes on without us: only `cancel` ends it, and its result is kept. @default false */
  readonly attached?: boolean | undefined;
}

/** A batch, and the schema that it has: the schema is the same object for all batches of a part. */
export interface PartBatch {
  readonly schema: Uint8Array;
  readonly batch: ResultBatch;
}

/**
 * One statement, from the moment it is sent. Its events are followed as they come, whether or not anybody reads the result: so an error ends
 * a read that is under way, and progress goes on while the consumer is slow. Only the consumer moves the reading.
 *
 * Events may come again from the start, after a break that the transport has mended. What is known is passed over then, and reading goes on as it
 * was: parts are read from the executors, which a change of scheduler does not touch.
 */
export class RunningJob {
  /** Rejects when the statement fails before it has a result. */
  readonly fields: Promise<readonly ResultField[]>;
  /** Resolves with the last event; rejects when the job fails or is cancelled. */
  readonly finished: Promise<Statistics>;
  readonly #transport: Transport;
  readonly #options: RunningJobOptions;
  #parts = new ResultParts();
  readonly #stop = new AbortController();
  readonly #fields = deferred<readonly ResultField[]>();
  readonly #finished = deferred<Statistics>();
  readonly #onUserAbort = (): void => this.#leave(this.#options.signal?.reason);
  #job = '';
  #fraction = 0;
  #schema: Uint8Array | undefined;
  #released = false;
  /** The run of the statement that the parts are of. */
  #run = 0;
  #runsAsked = 0;
  #hasEnded = false;
  #passedRows = 0;

  /** @param begin submits the statement, or attaches to a job; called once, or never when the signal has aborted before */
  constructor(transport: Transport, begin: (signal: AbortSignal) => AsyncIterable<JobEvent>, options: RunningJobOptions) {
    this.#transport = transport;
    this.#options = options;
    this.fields = this.#fields.promise;
    this.finished = this.#finished.promise;
    options.signal?.addEventListener('abort', this.#onUserAbort);
    if (options.signal?.aborted) this.#onUserAbort();
    else void this.#follow(begin);
  }

  /** Empty until the scheduler has accepted the statement. */
  get job(): string {
    return this.#job;
  }

  /** The message of the Arrow schema, once a part has been opened. */
  get schema(): Uint8Array | undefined {
    return this.#schema;
  }

  /** Ends the job, where it still runs, and all reading; whoever reads sees `reason`. */
  cancel(reason: unknown = cancelled()): void {
    // Other jobs are cancelled with their stream; see Transport.execute.
    if (this.#options.attached && this.#job !== '') this.#tell((signal) => this.#transport.cancelJob({ job: this.#job }, signal));
    this.#fail(reason);
    this.#release();
  }

  /** Ends all reading. The job ends too, unless it was there before. */
  leave(): void {
    this.#leave(cancelled());
  }

  /**
   * To be called once. A consumer that leaves early leaves the job. A result that is lost before a row of it was passed on is made again.
   *
   * @param onAnew called when all batches that were passed on do not count, and the result begins anew; a consumer without it keeps what it has
   */
  async *batches(onAnew?: () => void): AsyncGenerator<PartBatch, void, undefined> {
    let complete = false;
    try {
      for (;;) {
        try {
          yield* this.#readAll(this.#parts);
          break;
        } catch (error) {
          if (this.#passedRows > 0 && onAnew === undefined) throw error === ANEW ? ofTwoRuns() : error;
          if (error !== ANEW && !this.#asksForAnotherRun(error)) throw error;
          this.#passedRows = 0;
          onAnew?.();
        }
      }
      complete = true;
    } finally {
      if (!complete) this.leave();
      else if (!this.#options.attached) this.#release();
    }
  }

  async *#readAll(parts: ResultParts): AsyncGenerator<PartBatch, void, undefined> {
    for (let index = 0, part = await parts.take(0); part !== undefined; part = await parts.take(++index))
      yield* this.#read(parts, index, part);
    await this.finished;
  }

  /** A part that is lost before any row of it was passed on is read again from where it has been made anew. */
  async *#read(parts: ResultParts, index: number, announced: ResultPart): AsyncGenerator<PartBatch, void, undefined> {
    const passed = { rows: 0 };
    for (let part: ResultPart | undefined = announced; part !== undefined;) {
      try {
        yield* this.#readOnce(parts, part, passed);
        parts.drop(index);
        return;
      } catch (error) {
        this.#stop.signal.throwIfAborted();
        const again: ResultPart | undefined = passed.rows === 0 && isLoss(error) ? await parts.take(index, attemptOf(part)) : undefined;
        if (again === undefined) throw error;
        part = again;
      }
    }
  }

  async *#readOnce(parts: ResultParts, part: ResultPart, passed: { rows: number }): AsyncGenerator<PartBatch, void, undefined> {
    const reading = new AbortController();
    const onStop = (): void => reading.abort(this.#stop.signal.reason);
    this.#stop.signal.addEventListener('abort', onStop);
    parts.watch(part, () => reading.abort(lostMidway()));
    try {
      this.#stop.signal.throwIfAborted();
      const { schema, batches } = await this.#open(part, reading.signal);
      this.#schema ??= schema;
      for await (const batch of batches) {
        reading.signal.throwIfAborted();
        passed.rows += batch.rows;
        this.#passedRows += batch.rows;
        yield { schema, batch };
      }
      reading.signal.throwIfAborted();
    } catch (error) {
      // Why the reading was stopped says more than that its stream broke.
      throw reading.signal.aborted ? reading.signal.reason : error;
    } finally {
      this.#stop.signal.removeEventListener('abort', onStop);
    }
  }

  #open({ inline, source }: ResultPart, signal: AbortSignal): ResultStream | Promise<ResultStream> {
    if (inline) return { schema: inline.schema ?? NO_BYTES, batches: inlineBatches(inline) };
    return this.#transport.read(source ?? {}, signal);
  }

  async #follow(begin: (signal: AbortSignal) => AsyncIterable<JobEvent>): Promise<void> {
    try {
      for await (const event of begin(this.#stop.signal)) {
        if (this.#take(event)) return;
      }
      throw new ArbalestError('transient', 'SCHEDULER_LOST', 'The connection to the scheduler ended before the statement did');
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @returns true for the last event */
  #take({ accepted, schema, progress, part, finished, failed }: JobEvent): boolean {
    if (accepted) this.#job = accepted.job ?? '';
    if (schema) this.#fields.resolve(JSON.parse(schema.fields || '[]') as ResultField[]);
    if (progress) this.#progress(progressFrom(this.#job, progress));
    if (part) this.#announce(part);
    if (failed) this.#fail(errorFromInfo(failed));
    if (finished) this.#succeed(statisticsFrom(this.#job, finished));
    return Boolean(finished ?? failed);
  }

  #announce(part: ResultPart): void {
    if (runOf(part) > this.#run) {
      const before = this.#parts;
      this.#run = runOf(part);
      this.#parts = new ResultParts();
      before.fail(ANEW);
    }
    if (runOf(part) === this.#run) this.#parts.announce(part);
  }

  /** Of a statement that has ended: while it runs, the scheduler makes lost parts again by itself. */
  #asksForAnotherRun(error: unknown): boolean {
    if (!isLoss(error) || !this.#hasEnded || this.#stop.signal.aborted || this.#runsAsked++ >= MOST_RUNS) return false;
    this.#hasEnded = false;
    this.#parts = new ResultParts();
    void this.#follow((signal) => this.#transport.attachJob({ job: this.#job, lostRun: this.#run + 1 }, signal));
    return true;
  }

  /** Another scheduler may estimate otherwise. */
  #progress(progress: Progress): void {
    this.#fraction = Math.max(this.#fraction, progress.fraction);
    this.#options.onProgress?.({ ...progress, fraction: this.#fraction });
  }

  #succeed(statistics: Statistics): void {
    this.#fields.resolve([]);
    this.#finished.resolve(statistics);
    this.#hasEnded = true;
    this.#parts.end();
  }

  #fail(thrown: unknown): void {
    const error = shiftPosition(thrown, this.#options.position ?? 0);
    this.#fields.reject(error);
    this.#finished.reject(error);
    this.#parts.fail(error);
    this.#stop.abort(error);
    this.#options.signal?.removeEventListener('abort', this.#onUserAbort);
  }

  #leave(reason: unknown): void {
    this.#fail(reason);
    if (!this.#options.attached) this.#release();
  }

  /** Lets the server drop the result. */
  #release(): void {
    this.#options.signal?.removeEventListener('abort', this.#onUserAbort);
    if (this.#released || this.#job === '') return;
    this.#released = true;
    this.#tell((signal) => this.#transport.releaseResult({ job: this.#job }, signal));
  }

  #tell(call: (signal: AbortSignal) => Promise<unknown>): void {
    this.#options.afterwards(call(AbortSignal.timeout(TELL_MS)).catch(() => undefined));
  }
}

async function* inlineBatches({ batches }: InlineResult): AsyncGenerator<ResultBatch, void, undefined> {
  for (const { rows, metadata, body } of batches ?? []) {
    yield { rows: wireNumber(rows), metadata: metadata ?? NO_BYTES, body: aligned(body ?? NO_BYTES) };
  }
}

/** A decoded message's bytes lie wherever they lay in it; the copy is no longer than a small result. */
function aligned(body: Uint8Array): Uint8Array {
  return body.byteOffset % 8 === 0 ? body : new Uint8Array(body);
}

function cancelled(): ArbalestError {
  return new ArbalestError('cancelled', 'CANCELLED', 'The statement was cancelled');
}

function isLoss(error: unknown): boolean {
  return isArbalestError(error) && (error.family === 'data-lost' || error.family === 'transient');
}

/** Thrown to whoever reads parts of a run in whose place another one has begun. */
const ANEW = new ArbalestError('data-lost', 'RESULT_LOST', 'The statement is run again');

function ofTwoRuns(): ArbalestError {
  return new ArbalestError(
    'data-lost',
    'RESULT_LOST',
    'A part of the result was lost, after rows of it had been read; the statement was run again',
    {
      notes: ['Run the statement again, or read its result as a whole, which begins anew by itself'],
    },
  );
}

function lostMidway(): ArbalestError {
  return new ArbalestError('data-lost', 'RESULT_LOST', 'An executor was lost after a part of its result had been read', {
    notes: ['Run the statement again'],
  });
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** Whoever is interested awaits it; a rejection that nobody awaits is no accident here, since `batches` throws it too. */
function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject: (error: unknown) => void) => (settle = { resolve, reject }));
  promise.catch(() => undefined);
  return { promise, ...(settle as unknown as Omit<Deferred<T>, 'promise'>) };
}
