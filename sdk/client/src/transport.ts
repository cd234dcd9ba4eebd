import type {
  AttachJobRequest,
  CancelJobRequest,
  CancelJobResponse,
  CloseSessionRequest,
  CloseSessionResponse,
  DrainExecutorRequest,
  DrainExecutorResponse,
  ExchangeSource,
  ExecuteRequest,
  JobEvent,
  ListExecutorsRequest,
  ListExecutorsResponse,
  ListJobsRequest,
  ListJobsResponse,
  ListNamesRequest,
  ListNamesResponse,
  ListPluginsRequest,
  ListPluginsResponse,
  OpenSessionRequest,
  OpenSessionResponse,
  ParseRequest,
  ParseResponse,
  ReleaseResultRequest,
  ReleaseResultResponse,
} from './messages.js';

/**
 * The way from a client to a scheduler and to the executors that hold results: over gRPC and Flight, or within the process.
 *
 * One transport serves one connection and is called concurrently. The members up to `drainExecutor` are the calls of scheduler.proto; messages
 * are the plain objects of `@arbalest/proto`, where every member may be absent and a 64-bit number may be a number or a `Long`. A call that
 * fails throws an error that is branded as Arbalest's, with family and code. A signal that aborts rejects the call with its reason at once.
 */
export interface Transport {
  openSession(request: OpenSessionRequest, signal?: AbortSignal): Promise<OpenSessionResponse>;
  closeSession(request: CloseSessionRequest, signal?: AbortSignal): Promise<CloseSessionResponse>;
  parse(request: ParseRequest, signal?: AbortSignal): Promise<ParseResponse>;
  /**
   * The events of a job. The last one is `finished` or `failed`; a stream that ends without either was cut. After a break that the transport has
   * mended they come again from the start, in the midst of others: the same job, and parts with the attempts that they had or greater ones. When
   * the signal aborts, or the consumer returns before the last event, the job is cancelled, unless it is detached. A statement's failure comes as
   * an event, not as a throw.
   */
  execute(request: ExecuteRequest, signal: AbortSignal): AsyncIterable<JobEvent>;
  /** As `execute`, of a job that was submitted before. It is never cancelled by this call. */
  attachJob(request: AttachJobRequest, signal: AbortSignal): AsyncIterable<JobEvent>;
  releaseResult(request: ReleaseResultRequest, signal?: AbortSignal): Promise<ReleaseResultResponse>;
  cancelJob(request: CancelJobRequest, signal?: AbortSignal): Promise<CancelJobResponse>;
  listJobs(request: ListJobsRequest, signal?: AbortSignal): Promise<ListJobsResponse>;
  listExecutors(request: ListExecutorsRequest, signal?: AbortSignal): Promise<ListExecutorsResponse>;
  listPlugins(request: ListPluginsRequest, signal?: AbortSignal): Promise<ListPluginsResponse>;
  listNames(request: ListNamesRequest, signal?: AbortSignal): Promise<ListNamesResponse>;
  drainExecutor(request: DrainExecutorRequest, signal?: AbortSignal): Promise<DrainExecutorResponse>;
  /** The schedulers that are known, asked now. Absent where the scheduler is in this process. */
  schedulers?(signal?: AbortSignal): Promise<readonly SchedulerState[]>;
  /**
   * Opens one part of a result. Called once for each part, in result order, and the next one not before the last is read. The batches are
   * pulled: what the consumer has not asked for may wait in bounded buffers, but never without a bound. Whoever calls must drain `batches`
   * or call `return()` on its iterator.
   */
  read(source: ExchangeSource, signal: AbortSignal): Promise<ResultStream>;
  /** Closes sessions' connections and what `connect` started, if it did. Idempotent. */
  close(): Promise<void>;
}

export interface SchedulerState {
  readonly url: string;
  readonly state: 'leader' | 'standby' | 'unreachable';
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
