import type { Principal } from '@arbalest/spi';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type {
  AttachJobRequest,
  CancelJobRequest,
  CancelJobResponse,
  CloseSessionRequest,
  CloseSessionResponse,
  DescribeStatementRequest,
  DescribeStatementResponse,
  DrainExecutorRequest,
  DrainExecutorResponse,
  ExecuteRequest,
  GetLeaderRequest,
  GetLeaderResponse,
  JobEvent,
  ListCatalogsRequest,
  ListCatalogsResponse,
  ListExecutorsRequest,
  ListExecutorsResponse,
  ListJobsRequest,
  ListJobsResponse,
  ListNamesRequest,
  ListNamesResponse,
  ListPluginsRequest,
  ListPluginsResponse,
  ListSettingsRequest,
  ListSettingsResponse,
  ListTablesRequest,
  ListTablesResponse,
  OpenSessionRequest,
  OpenSessionResponse,
  ParseRequest,
  ParseResponse,
  ReleaseResultRequest,
  ReleaseResultResponse,
} from '../messages.js';

/**
 * The calls of scheduler.proto, and what the process around it does with a scheduler. A call that fails rejects with an error of @arbalest/spi.
 *
 * `caller` is the user on whose behalf a call is made. Sessions belong to who opened them, jobs to their session's owner; those of others are not there for a
 * user, as if they had never been, except that members of the group `admin` list and cancel all jobs. Without a caller the call comes from within the process
 * or from the cluster itself, and everything is there.
 */
export interface SchedulerApi {
  openSession(request: OpenSessionRequest, caller?: Principal): Promise<OpenSessionResponse>;
  closeSession(request: CloseSessionRequest, caller?: Principal): Promise<CloseSessionResponse>;
  parse(request: ParseRequest, caller?: Principal): Promise<ParseResponse>;
  /**
   * Runs one statement. The job is cancelled when the signal aborts or the consumer returns before the last event. What is wrong with the
   * statement comes as the event `failed`; only a call that makes no job at all (no such session) throws.
   */
  execute(request: ExecuteRequest, signal: AbortSignal, caller?: Principal): AsyncIterable<JobEvent>;
  /**
   * The events of a job that was submitted before, as far as they still matter. A consumer that leaves does not cancel it.
   *
   * @throws user error `JOB_NOT_FOUND` when it never was, was forgotten, is another user's, or its result has been released
   */
  attachJob(request: AttachJobRequest, signal: AbortSignal, caller?: Principal): AsyncIterable<JobEvent>;
  releaseResult(request: ReleaseResultRequest, caller?: Principal): Promise<ReleaseResultResponse>;
  cancelJob(request: CancelJobRequest, caller?: Principal): Promise<CancelJobResponse>;
  listJobs(request: ListJobsRequest, caller?: Principal): Promise<ListJobsResponse>;
  listExecutors(request: ListExecutorsRequest, caller?: Principal): Promise<ListExecutorsResponse>;
  /** Asks an executor to leave; `found` says whether there is one of that id. Idempotent. @throws user error `PERMISSION_DENIED` for users that are no admins */
  drainExecutor(request: DrainExecutorRequest, caller?: Principal): Promise<DrainExecutorResponse>;
  /** Answered by every scheduler, whether or not it leads. */
  getLeader(request: GetLeaderRequest, caller?: Principal): Promise<GetLeaderResponse>;
  listPlugins(request: ListPluginsRequest, caller?: Principal): Promise<ListPluginsResponse>;
  listNames(request: ListNamesRequest, caller?: Principal): Promise<ListNamesResponse>;
  /** Binds one statement without running it. @throws user errors as planning does */
  describeStatement(request: DescribeStatementRequest, caller?: Principal): Promise<DescribeStatementResponse>;
  /** Names of the catalogs, the default one first. */
  listCatalogs(request: ListCatalogsRequest, caller?: Principal): Promise<ListCatalogsResponse>;
  listTables(request: ListTablesRequest, caller?: Principal): Promise<ListTablesResponse>;
  listSettings(request: ListSettingsRequest, caller?: Principal): Promise<ListSettingsResponse>;
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
