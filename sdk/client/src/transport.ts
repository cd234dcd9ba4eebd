import type { arbalest } from '@arbalest/proto';
import scheduler = arbalest.scheduler.v1;

export type ErrorInfo = scheduler.ErrorInfo.$Properties;
export type ExchangeSource = scheduler.ExchangeSource.$Properties;
export type JobEvent = scheduler.JobEvent.$Properties;
export type ResultPart = scheduler.ResultPart.$Properties;

/**
 * The way from a client to a scheduler and to the executors that hold results: over gRPC and Flight, or within the process.
 *
 * One transport serves one connection and is called concurrently. The members up to `listNames` are the calls of scheduler.proto; messages
 * are the plain objects of `@arbalest/proto`, where every member may be absent and a 64-bit number may be a number or a `Long`. A call that
 * fails throws an error that is branded as Arbalest's, with family and code. A signal that aborts rejects the call with its reason at once.
 */
export interface Transport {
  openSession(request: scheduler.OpenSessionRequest.$Properties, signal?: AbortSignal): Promise<scheduler.OpenSessionResponse.$Properties>;
  closeSession(request: scheduler.CloseSessionRequest.$Properties, signal?: AbortSignal): Promise<scheduler.CloseSessionResponse.$Properties>;
  parse(request: scheduler.ParseRequest.$Properties, signal?: AbortSignal): Promise<scheduler.ParseResponse.$Properties>;
  /**
   * The events of a job. The last one is `finished` or `failed`; a stream that ends without either was cut. When the signal aborts, or the
   * consumer returns before the last event, the job is cancelled. A statement's failure comes as an event, not as a throw.
   */
  execute(request: scheduler.ExecuteRequest.$Properties, signal: AbortSignal): AsyncIterable<JobEvent>;
  releaseResult(request: scheduler.ReleaseResultRequest.$Properties, signal?: AbortSignal): Promise<scheduler.ReleaseResultResponse.$Properties>;
  cancelJob(request: scheduler.CancelJobRequest.$Properties, signal?: AbortSignal): Promise<scheduler.CancelJobResponse.$Properties>;
  listJobs(request: scheduler.ListJobsRequest.$Properties, signal?: AbortSignal): Promise<scheduler.ListJobsResponse.$Properties>;
  listExecutors(request: scheduler.ListExecutorsRequest.$Properties, signal?: AbortSignal): Promise<scheduler.ListExecutorsResponse.$Properties>;
  listPlugins(request: scheduler.ListPluginsRequest.$Properties, signal?: AbortSignal): Promise<scheduler.ListPluginsResponse.$Properties>;
  listNames(request: scheduler.ListNamesRequest.$Properties, signal?: AbortSignal): Promise<scheduler.ListNamesResponse.$Properties>;
  /**
   * Opens one part of a result. Called once for each part, in result order, and the next one not before the last is read. The batches are
   * pulled: what the consumer has not asked for may wait in bounded buffers, but never without a bound. Whoever calls must drain `batches`
   * or call `return()` on its iterator.
   */
  read(source: ExchangeSource, signal: AbortSignal): Promise<ResultStream>;
  /** Closes sessions' connections and what `connect` started, if it did. Idempotent. */
  close(): Promise<void>;
}

/** Arrow data as it comes from an executor. */
export interface ResultStream {
  /** A flatbuffer `Message` with a `Schema` header, without the 8-byte prefix of the IPC stream format. */
  readonly schema: Uint8Array;
  readonly batches: AsyncIterable<ResultBatch>;
}

/**
 * One record batch as the IPC format has it. Immutable; the consumer may keep it.
 */
export interface ResultBatch {
  /** Number of rows; zero is legal. */
  readonly rows: number;
  /** A flatbuffer `Message` with a `RecordBatch` header, without the 8-byte prefix. Buffer offsets are relative to the start of `body`. */
  readonly metadata: Uint8Array;
  /** The buffers. `body.byteOffset` is a multiple of 8. */
  readonly body: Uint8Array;
}
