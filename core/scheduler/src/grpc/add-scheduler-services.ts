import type { handleServerStreamingCall, handleUnaryCall, Server } from '@grpc/grpc-js';
import type * as messages from '../messages.js';
import type { SchedulerApi } from '../service/scheduler-api.js';
import { callError } from './call-error.js';
import { controlConnection } from './control-connection.js';
import { serveEvents } from './serve-events.js';
import { controlDefinition, schedulerDefinition } from './service-definitions.js';

/**
 * Mounts the services for clients and for executors. A call that fails carries its error in the trailer `arbalest-error-bin`.
 *
 * The server should be made with large message limits (inline results, long file lists); keep-alive is the server's to set as well.
 */
export function addSchedulerServices(server: Server, service: SchedulerApi): void {
  server.addService(schedulerDefinition, {
    openSession: unary((request: messages.OpenSessionRequest) => service.openSession(request)),
    closeSession: unary((request: messages.CloseSessionRequest) => service.closeSession(request)),
    parse: unary((request: messages.ParseRequest) => service.parse(request)),
    execute: events((request: messages.ExecuteRequest, signal) => service.execute(request, signal)),
    attachJob: events((request: messages.AttachJobRequest, signal) => service.attachJob(request, signal)),
    releaseResult: unary((request: messages.ReleaseResultRequest) => service.releaseResult(request)),
    cancelJob: unary((request: messages.CancelJobRequest) => service.cancelJob(request)),
    listJobs: unary((request: messages.ListJobsRequest) => service.listJobs(request)),
    listExecutors: unary((request: messages.ListExecutorsRequest) => service.listExecutors(request)),
    drainExecutor: unary((request: messages.DrainExecutorRequest) => service.drainExecutor(request)),
    getLeader: unary((request: messages.GetLeaderRequest) => service.getLeader(request)),
    listPlugins: unary((request: messages.ListPluginsRequest) => service.listPlugins(request)),
    listNames: unary((request: messages.ListNamesRequest) => service.listNames(request)),
    describeStatement: unary((request: messages.DescribeStatementRequest) => service.describeStatement(request)),
    listCatalogs: unary((request: messages.ListCatalogsRequest) => service.listCatalogs(request)),
    listTables: unary((request: messages.ListTablesRequest) => service.listTables(request)),
    listSettings: unary((request: messages.ListSettingsRequest) => service.listSettings(request)),
  });
  server.addService(controlDefinition, {
    connect: (call: Parameters<typeof controlConnection>[0]) => service.attachExecutor(controlConnection(call)),
  });
}

function events<Request extends object>(
  answer: (request: Request, signal: AbortSignal) => AsyncIterable<messages.JobEvent>,
): handleServerStreamingCall<Request, messages.JobEvent> {
  return (call) => void serveEvents(call, answer);
}

function unary<Request extends object, Response>(answer: (request: Request) => Promise<Response>): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    answer(call.request).then(
      (response) => callback(null, response),
      (thrown: unknown) => callback(callError(thrown)),
    );
  };
}
