import type { CallCredentials } from './call-credentials.js';
import { FlightReads } from './flight-reads.js';
import type { AttachJobRequest, ExecuteRequest, JobEvent } from './messages.js';
import type { ClientTls } from './scheduler-link.js';
import { METHODS, type SchedulerMethod } from './scheduler-methods.js';
import type { SchedulerUrl } from './scheduler-url.js';
import { Schedulers } from './schedulers.js';
import { Submission } from './submission.js';
import type { ResultStream, SchedulerState, Transport } from './transport.js';

export interface GrpcTransportOptions {
  readonly urls: readonly SchedulerUrl[];
  readonly tls: ClientTls;
  /** @default nothing is shown */
  readonly credentials?: CallCredentials;
  /** For calls that answer once. @default 30_000 */
  readonly callTimeoutMs?: number;
  readonly connectTimeoutMs: number;
  readonly reconnectTimeoutMs: number;
  /** Bytes of a result that wait in this process for a slow consumer, and one batch more. @default 8 MiB */
  readonly bufferBytes?: number;
}

/** How long a scheduler is looked for to be told of a statement that was given up. After that it ends for want of a reader. */
const CANCEL_MS = 5_000;

/**
 * Schedulers over gRPC, and their executors over Flight. What breaks is made again on the scheduler that leads then: statements are submitted under
 * a key, so that a second submission finds the job of the first.
 */
export class GrpcTransport implements Transport {
  readonly #schedulers: Schedulers;
  readonly #reads: FlightReads;
  readonly #callTimeoutMs: number;
  /** What still has to be told before the connection is closed. */
  readonly #pending = new Set<Promise<void>>();

  constructor(options: GrpcTransportOptions) {
    this.#schedulers = new Schedulers(options);
    this.#reads = new FlightReads(options.tls, options.bufferBytes);
    this.#callTimeoutMs = options.callTimeoutMs ?? 30_000;
  }

  readonly openSession = this.#unary(METHODS.openSession);
  readonly closeSession = this.#unary(METHODS.closeSession);
  readonly parse = this.#unary(METHODS.parse);
  readonly releaseResult = this.#unary(METHODS.releaseResult);
  readonly cancelJob = this.#unary(METHODS.cancelJob);
  readonly listJobs = this.#unary(METHODS.listJobs);
  readonly listExecutors = this.#unary(METHODS.listExecutors);
  readonly drainExecutor = this.#unary(METHODS.drainExecutor);
  readonly listPlugins = this.#unary(METHODS.listPlugins);
  readonly listNames = this.#unary(METHODS.listNames);

  async *execute(request: ExecuteRequest, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    signal.throwIfAborted();
    const submission = new Submission(request, signal);
    const { reading } = submission;
    const told = this.#toldAfter(signal);
    try {
      const events = this.#schedulers.events((link) => link.events(METHODS.execute, submission.request, reading), reading);
      for await (const event of events) {
        submission.take(event);
        yield event;
      }
    } catch (error) {
      submission.failed(error);
      throw error;
    } finally {
      const abandoned = submission.end();
      if (abandoned !== undefined) this.#track(this.#cancel(abandoned));
      told();
    }
  }

  attachJob(request: AttachJobRequest, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    return this.#schedulers.events((link) => link.events(METHODS.attachJob, request, signal), signal);
  }

  schedulers(signal?: AbortSignal): Promise<SchedulerState[]> {
    return this.#schedulers.states(signal);
  }

  read(source: Parameters<Transport['read']>[0], signal: AbortSignal): Promise<ResultStream> {
    return this.#reads.open(source, signal);
  }

  async close(): Promise<void> {
    // What is told last may add something more to tell.
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    this.#reads.close();
    this.#schedulers.close();
  }

  #unary<Q, R>(method: SchedulerMethod<Q, R>): (message: Q, signal?: AbortSignal) => Promise<R> {
    return (message, signal) => {
      const options = { signal, timeoutMs: this.#callTimeoutMs };
      return this.#schedulers.call((link) => link.call(method, message, options), signal);
    };
  }

  async #cancel(job: string): Promise<void> {
    await this.cancelJob({ job }, AbortSignal.timeout(CANCEL_MS)).catch(() => undefined);
  }

  /** From the signal's abort on, `close` waits until the function that this returns is called. */
  #toldAfter(signal: AbortSignal): () => void {
    let told: () => void = () => undefined;
    const onAbort = (): void => this.#track(new Promise<void>((resolve) => (told = resolve)));
    signal.addEventListener('abort', onAbort);
    return () => {
      signal.removeEventListener('abort', onAbort);
      told();
    };
  }

  #track(pending: Promise<void>): void {
    this.#pending.add(pending);
    void pending.finally(() => this.#pending.delete(pending));
  }
}
