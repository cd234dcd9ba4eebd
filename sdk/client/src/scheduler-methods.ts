import { arbalest } from '@arbalest/proto';

const v1 = arbalest.scheduler.v1;
const SERVICE = '/arbalest.scheduler.v1.Scheduler';

/** A call of scheduler.proto, as grpc-js wants it. */
export interface SchedulerMethod<Request, Response> {
  readonly path: string;
  readonly encode: (message: Request) => Buffer;
  readonly decode: (bytes: Buffer) => Response;
}

interface MessageType<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

export const METHODS = {
  openSession: method('OpenSession', v1.OpenSessionRequest, v1.OpenSessionResponse),
  closeSession: method('CloseSession', v1.CloseSessionRequest, v1.CloseSessionResponse),
  parse: method('Parse', v1.ParseRequest, v1.ParseResponse),
  execute: method('Execute', v1.ExecuteRequest, v1.JobEvent),
  attachJob: method('AttachJob', v1.AttachJobRequest, v1.JobEvent),
  releaseResult: method('ReleaseResult', v1.ReleaseResultRequest, v1.ReleaseResultResponse),
  cancelJob: method('CancelJob', v1.CancelJobRequest, v1.CancelJobResponse),
  listJobs: method('ListJobs', v1.ListJobsRequest, v1.ListJobsResponse),
  listExecutors: method('ListExecutors', v1.ListExecutorsRequest, v1.ListExecutorsResponse),
  drainExecutor: method('DrainExecutor', v1.DrainExecutorRequest, v1.DrainExecutorResponse),
  getLeader: method('GetLeader', v1.GetLeaderRequest, v1.GetLeaderResponse),
  listPlugins: method('ListPlugins', v1.ListPluginsRequest, v1.ListPluginsResponse),
  listNames: method('ListNames', v1.ListNamesRequest, v1.ListNamesResponse),
} as const;

function method<Q, R>(name: string, request: MessageType<Q>, response: MessageType<R>): SchedulerMethod<Q, R> {
  return {
    path: `${SERVICE}/${name}`,
    encode: (message) => request.encode(message).finish() as Buffer,
    decode: (bytes) => response.decode(bytes),
  };
}
