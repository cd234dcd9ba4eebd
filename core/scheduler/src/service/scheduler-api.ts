import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type {
  AttachJobRequest,
  CancelJobRequest,
  CancelJobResponse,
  CloseSessionRequest,
  CloseSessionResponse,
  DrainExecutorRequest,
  DrainExecutorResponse,
  ExecuteRequest,
  GetLeaderRequest,
  GetLeaderResponse,
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
} from '../messages.js';

/** The calls of scheduler.proto, and what the process around it does with a scheduler. A call that fails rejects with an error of @arbalest/spi. */
export interface SchedulerApi {
  openSession(request: OpenSessionRequest): Promise<OpenSessionResponse>;
  closeSession(request: CloseSessionRequest): Promise<CloseSessionResponse>;
  parse(request: ParseRequest): Promise<ParseResponse>;
  /**
   * Runs one statement. The job is cancelled when the signal aborts or the consumer returns before the last event. What is wrong with the
   * statement comes as the event `failed`; only a call that makes no job at all (no such session) throws.
   */
  execute(request: ExecuteRequest, signal: AbortSignal): AsyncIterable<JobEvent>;
  /**
   * The events of a job that was submitted before, as far as they still matter. A consumer that leaves does not cancel it.
   *
   * @throws user error `JOB_NOT_FOUND` when it never was, was forgotten, or its result has been released
   */
  attachJob(request: AttachJobRequest, signal: AbortSignal): AsyncIterable<JobEvent>;
  releaseResult(request: ReleaseResultRequest): Promise<ReleaseResultResponse>;
  cancelJob(request: CancelJobRequest): Promise<CancelJobResponse>;
  listJobs(request: ListJobsRequest): Promise<ListJobsResponse>;
  listExecutors(request: ListExecutorsRequest): Promise<ListExecutorsResponse>;
  /** Asks an executor to leave; `found` says whether there is one of that id. Idempotent. */
  drainExecutor(request: DrainExecutorRequest): Promise<DrainExecutorResponse>;
  /** Answered by every scheduler, whether or not it leads. */
  getLeader(request: GetLeaderRequest): Promise<GetLeaderResponse>;
  listPlugins(request: ListPluginsRequest): Promise<ListPluginsResponse>;
  listNames(request: ListNamesRequest): Promise<ListNamesResponse>;
  /** Takes over one connection of an executor, of which no message was read yet. Returns at once. */
  attachExecutor(connection: ExecutorConnection): void;
  /** Begins to take calls. Idempotent. */
  start(): Promise<void>;
  /**
   * Ends. With `drain` running jobs may end first, until the signal aborts; without, they are cancelled at once. New statements are refused
   * from the first moment. Idempotent.
   */
  stop(options?: { readonly drain?: boolean; readonly signal?: AbortSignal }): Promise<void>;
}
