import { isArbalestError } from '@arbalest/spi';
import { type Column, columnBytes } from '../arrow/column.js';
import type { CallMetrics, FunctionServer, ServerLease, ServerPool, ServerRequest } from '../server/function-server.js';
import { SHARED_MEMORY_REFUSED } from './call-stream.js';
import type { Answer, BatchStream, Calls } from './calls.js';
import { closed, endCalls } from './end-calls.js';
import type { IdleStreams } from './idle-streams.js';
import type { CallMemory } from './call-memory.js';
import { openStream, sharedFileBytes, wantsSharedMemory } from './open-stream.js';
import { SentBatch } from './sent-batch.js';
import type { SharedInput } from './shared-input.js';

export interface TripRequest {
  /** The functions, for errors. */
  readonly who: string;
  readonly pool: ServerPool;
  readonly server: ServerRequest;
  /** The calls in the dialect of the server that was found; throws when it cannot make them. */
  readonly callsFor: (server: FunctionServer) => Calls;
  /** Calling again for the same rows does no harm. */
  readonly repeatable: boolean;
  /** Equal rows give equal answers, cut in the same way or not: a batch of which a part has been read may go again. */
  readonly deterministic: boolean;
  readonly idle: IdleStreams;
  readonly memory: CallMemory;
  /** Equal arguments give equal values for ever. */
  readonly immutable: boolean;
  /** Streams that may be open to it at the same time. */
  readonly streamsFor: (server: FunctionServer) => number;
}

/** A batch whose process dies goes again so often. */
const MAX_RETRIES = 2;

/** How long the end of a stream is waited for, for the sake of the log. */
const LOG_MS = 100;

interface Session {
  readonly lease: ServerLease;
  readonly calls: Calls;
  readonly streams: BatchStream[];
  /** Made for the first batch that is large. */
  input: SharedInput | undefined;
  /** Streams that may be open. */
  readonly most: number;
}

type Counters = { -readonly [K in keyof CallMetrics]: CallMetrics[K] };

/**
 * The way of batches to one server and back, for calls that share it: leases the server when the first batch goes, opens streams as they are needed, sends batches again whose process
 * has died. Closed once, after which nothing is sent.
 */
export class Trip {
  readonly request: TripRequest;
  readonly metrics: Counters = {
    batches: 0,
    rows: 0,
    bytesIn: 0,
    bytesOut: 0,
    elapsedMs: 0,
    cpuMs: 0,
    failedRows: 0,
    retries: 0,
    starts: 0,
  };
  #session: Promise<Session> | undefined;
  #opened: Session | undefined;
  #sharedMemory = true;
  #firstSent = 0;
  readonly #onOver = (): void => this.wake();
  /** Streams that may be kept for others. */
  readonly #small = new Set<BatchStream>();
  readonly #waiters: (() => void)[] = [];
  #logs: { readonly time: number; readonly text: string }[] = [];

  constructor(request: TripRequest) {
    this.request = request;
  }

  /** The server that is called, once there is one. */
  get server(): FunctionServer | undefined {
    return this.#opened?.lease.server;
  }

  get idle(): boolean {
    return (this.#opened?.streams ?? []).every((stream) => stream.inFlight.batches === 0);
  }

  /** Leases the server and makes the calls; happens with the first batch otherwise. */
  async open(): Promise<Calls> {
    return (await this.#open()).calls;
  }

  /** Memory for the body of a batch that is going to be sent, where the server can read it. Undefined where there is none. */
  allocate(bytes: number): Uint8Array | undefined {
    const opened = this.#opened;
    if (opened === undefined || !this.#sharedMemory || !wantsSharedMemory(opened.lease.server, bytes)) return undefined;
    return this.#inputOf(opened).allocate(bytes);
  }

  /** Takes memory for a body back, once nothing of it is read any more; nothing happens where it is not from here. */
  release(body: Uint8Array): void {
    this.#opened?.input?.release(body);
  }

  /** Resolves when the batch is on its way, which may have to wait for others to be answered. */
  async send(rows: number, columns: readonly Column[]): Promise<SentBatch> {
    const bytes = columns.reduce((sum, each) => sum + columnBytes(each), 0);
    const sent = new SentBatch(this, rows, columns, bytes);
    this.#firstSent ||= performance.now();
    this.metrics.batches++;
    this.metrics.rows += rows;
    this.metrics.bytesIn += bytes;
    await sent.sendAgain();
    return sent;
  }

  /** A stream that takes a batch of so many bytes now. */
  async stream(bytes: number): Promise<BatchStream> {
    for (;;) {
      const session = await this.#open();
      const found = this.#takeStream(session, bytes);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
      this.request.server.signal.throwIfAborted();
    }
  }

  /** Whether a batch that failed with a stream may go again; counts it if so. */
  mayRetry(stream: BatchStream, error: unknown, attempts: number, begun: boolean): boolean {
    if (isArbalestError(error) && error.code === SHARED_MEMORY_REFUSED) {
      this.#sharedMemory = false;
      return true;
    }
    const { repeatable, deterministic } = this.request;
    if (!stream.lost || !repeatable || attempts > MAX_RETRIES || (begun && !deterministic)) return false;
    this.metrics.retries++;
    return true;
  }

  answered(answer: Answer): void {
    this.metrics.bytesOut += answer.bytes;
    this.metrics.cpuMs += answer.cpuMicros / 1000;
    this.metrics.elapsedMs = performance.now() - this.#firstSent;
    if (answer.last) this.wake();
  }

  /** Something is no longer in flight. */
  wake(): void {
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  /** Lines of the process's log since the trip began; complete once it is closed. */
  get logs(): readonly { readonly time: number; readonly text: string }[] {
    return this.#logs;
  }

  /** Ends the streams and gives the lease back. With a reason it leaves at once, and sees to it that the server stops what it was at. */
  async close(reason?: Error): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    this.#opened = undefined;
    this.wake();
    if (session === undefined) return;
    // What a function wrote to its log just before it answered is still on its way. Immutable functions are not waited for: every microsecond of theirs counts.
    const quiet = reason !== undefined || this.request.immutable;
    for (const stream of quiet ? [] : session.streams) stream.end();
    if (!quiet) await Promise.all(session.streams.map((stream) => closed(stream, LOG_MS)));
    this.#leave(session, reason);
  }

  /** The signal of the request ends the trip too: nothing is leased after it. */
  #open(): Promise<Session> {
    const { signal } = this.request.server;
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const opened = this.#opened;
    if (opened !== undefined && opened.lease.server.gone.aborted) {
      this.#leave(opened);
      this.#opened = this.#session = undefined;
    }
    this.#session ??= this.#lease();
    return this.#session;
  }

  async #lease(): Promise<Session> {
    const lease = await this.request.pool.acquire(this.request.server);
    try {
      if (lease.started) this.metrics.starts++;
      const { server } = lease;
      const most = Math.max(1, this.request.streamsFor(server));
      return (this.#opened = { lease, calls: this.request.callsFor(server), streams: [], input: undefined, most });
    } catch (error) {
      lease.release();
      throw error;
    }
  }

  #takeStream(session: Session, bytes: number): BatchStream | undefined {
    const { streams, lease } = session;
    const live = streams.filter((stream) => !stream.over.aborted);
    streams.splice(0, streams.length, ...live);
    const least = leastBusy(live, bytes);
    if (live.length >= session.most || least?.inFlight.batches === 0) return least;
    const shared = this.#sharedMemory && wantsSharedMemory(lease.server, bytes);
    const kept = shared || !this.request.immutable ? undefined : this.request.idle.take(lease.server, session.calls);
    const memory = shared ? { input: this.#inputOf(session), bodies: this.request.memory.bodies } : undefined;
    const stream = kept ?? openStream(lease.server, session.calls, memory);
    if (!shared && this.request.immutable) this.#small.add(stream);
    stream.over.addEventListener('abort', this.#onOver, { once: true });
    streams.push(stream);
    return stream;
  }

  #inputOf(session: Session): SharedInput {
    const { server } = session.lease;
    return (session.input ??= this.request.memory.inputs.take(server, server.sharedMemory!, sharedFileBytes(server)));
  }

  #leave({ lease, streams: all, calls, input }: Session, reason?: Error): void {
    for (const stream of all) stream.over.removeEventListener('abort', this.#onOver);
    const kept = (stream: BatchStream): boolean => this.#small.has(stream) && this.request.idle.keep(lease.server, calls, stream);
    const streams = reason === undefined ? all.filter((stream) => !kept(stream)) : all;
    this.#logs = [...this.#logs, ...lease.logLines()];
    void endCalls(lease.server, streams, calls, reason).finally(() => {
      if (input !== undefined) this.request.memory.inputs.give(lease.server, input);
      lease.release();
    });
  }
}

function hasRoom({ inFlight, limits }: BatchStream, bytes: number): boolean {
  if (inFlight.batches === 0) return true;
  return inFlight.batches < limits.inFlightBatches && inFlight.bytes + bytes <= limits.inFlightBytes;
}

function leastBusy(streams: readonly BatchStream[], bytes: number): BatchStream | undefined {
  const free = streams.filter((stream) => hasRoom(stream, bytes));
  return free.sort((a, b) => a.inFlight.bytes - b.inFlight.bytes)[0];
}
