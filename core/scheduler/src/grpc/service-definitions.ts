import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import { deserializer, type MessageType, serializer } from './message-codec.js';

const v1 = arbalest.scheduler.v1;
const CLIENTS = '/arbalest.scheduler.v1.Scheduler/';
const CONTROL = '/arbalest.scheduler.v1.ExecutorControl/';

/** scheduler.proto, as grpc-js wants it. */
export const schedulerDefinition = {
  openSession: method(`${CLIENTS}OpenSession`, v1.OpenSessionRequest, v1.OpenSessionResponse),
  closeSession: method(`${CLIENTS}CloseSession`, v1.CloseSessionRequest, v1.CloseSessionResponse),
  parse: method(`${CLIENTS}Parse`, v1.ParseRequest, v1.ParseResponse),
  execute: method(`${CLIENTS}Execute`, v1.ExecuteRequest, v1.JobEvent, { responseStream: true }),
  attachJob: method(`${CLIENTS}AttachJob`, v1.AttachJobRequest, v1.JobEvent, { responseStream: true }),
  releaseResult: method(`${CLIENTS}ReleaseResult`, v1.ReleaseResultRequest, v1.ReleaseResultResponse),
  cancelJob: method(`${CLIENTS}CancelJob`, v1.CancelJobRequest, v1.CancelJobResponse),
  listJobs: method(`${CLIENTS}ListJobs`, v1.ListJobsRequest, v1.ListJobsResponse),
  listExecutors: method(`${CLIENTS}ListExecutors`, v1.ListExecutorsRequest, v1.ListExecutorsResponse),
  drainExecutor: method(`${CLIENTS}DrainExecutor`, v1.DrainExecutorRequest, v1.DrainExecutorResponse),
  getLeader: method(`${CLIENTS}GetLeader`, v1.GetLeaderRequest, v1.GetLeaderResponse),
  listPlugins: method(`${CLIENTS}ListPlugins`, v1.ListPluginsRequest, v1.ListPluginsResponse),
  listNames: method(`${CLIENTS}ListNames`, v1.ListNamesRequest, v1.ListNamesResponse),
  describeStatement: method(`${CLIENTS}DescribeStatement`, v1.DescribeStatementRequest, v1.DescribeStatementResponse),
  listCatalogs: method(`${CLIENTS}ListCatalogs`, v1.ListCatalogsRequest, v1.ListCatalogsResponse),
  listTables: method(`${CLIENTS}ListTables`, v1.ListTablesRequest, v1.ListTablesResponse),
  listSettings: method(`${CLIENTS}ListSettings`, v1.ListSettingsRequest, v1.ListSettingsResponse),
} satisfies ServiceDefinition;

/** control.proto, as grpc-js wants it. */
export const controlDefinition = {
  connect: method(`${CONTROL}Connect`, v1.ExecutorMessage, v1.SchedulerMessage, { requestStream: true, responseStream: true }),
} satisfies ServiceDefinition;

function method<Request, Response>(
  path: string,
  request: MessageType<Request>,
  response: MessageType<Response>,
  streams: { readonly requestStream?: boolean; readonly responseStream?: boolean } = {},
): MethodDefinition<Request, Response> {
  return {
    path,
    requestStream: streams.requestStream ?? false,
    responseStream: streams.responseStream ?? false,
    requestSerialize: serializer(request),
    requestDeserialize: deserializer(request),
    responseSerialize: serializer(response),
    responseDeserialize: deserializer(response),
  };
}
