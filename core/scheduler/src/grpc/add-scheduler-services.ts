import type { handleServerStreamingCall, handleUnaryCall, Server } from '@grpc/grpc-js';
import type * as messages from '../messages.js';
import type { Caller } from '../service/ownership.js';
import type { SchedulerApi } from '../service/scheduler-api.js';
import { callError } from './call-error.js';
import { controlConnection } from './control-connection.js';
import { serveEvents } from './serve-events.js';
import { controlDefinition, schedulerDefinition } from './service-definitions.js';

/**
 * Mounts the services for clients and for executors. A call that fails carries its error in the trailer `arbalest-error-bin`.
 *
 * The server should be made with large message limits (inline results, long file lists); keep-alive is the server's to set as well.
 *
 * @param callerOf on whose behalf a call of grpc-js is made. @default nobody's in particular
 */
export function addSchedulerServices(server: Server, service: SchedulerApi, callerOf: (call: object) => Caller = () => undefined): void {
  const unary = unaryFor(callerOf);
  const events = eventsFor(callerOf);
  server.addService(schedulerDefinition, {
    openSession: unary((request: messages.OpenSessionRequest, caller) => service.openSession(request, caller)),
    closeSession: unary((request: messages.CloseSessionRequest, caller) => service.closeSession(request, caller)),
    parse: unary((request: messages.ParseRequest, caller) => service.parse(request, caller)),
    execute: events((request: messages.ExecuteRequest, signal, caller) => service.execute(request, signal, caller)),
    attachJob: events((request: messages.AttachJobRequest, signal, caller) => service.attachJob(request, signal, caller)),
    releaseResult: unary((request: messages.ReleaseResultRequest, caller) => service.releaseResult(request, caller)),
    cancelJob: unary((request: messages.CancelJobRequest, caller) => service.cancelJob(request, caller)),
    listJobs: unary((request: messages.ListJobsRequest, caller) => service.listJobs(request, caller)),
    listExecutors: unary((request: messages.ListExecutorsRequest, caller) => service.listExecutors(request, caller)),
    drainExecutor: unary((request: messages.DrainExecutorRequest, caller) => service.drainExecutor(request, caller)),
    getLeader: unary((request: messages.GetLeaderRequest, caller) => service.getLeader(request, caller)),
    listPlugins: unary((request: messages.ListPluginsRequest, caller) => service.listPlugins(request, caller)),
    listNames: unary((request: messages.ListNamesRequest, caller) => service.listNames(request, caller)),
    describeStatement: unary((request: messages.DescribeStatementRequest, caller) => service.describeStatement(request, caller)),
    listCatalogs: unary((request: messages.ListCatalogsRequest, caller) => service.listCatalogs(request, caller)),
    listTables: unary((request: messages.ListTablesRequest, caller) => service.listTables(request, caller)),
    listSettings: unary((request: messages.ListSettingsRequest, caller) => service.listSettings(request, caller)),
  });
  server.addService(controlDefinition, {
    connect: (call: Parameters<typeof controlConnection>[0]) => service.attachExecutor(controlConnection(call)),
  });
}

type CallerOf = (call: object) => Caller;

function eventsFor(callerOf: CallerOf) {
  return <Request extends object>(
    answer: (request: Request, signal: AbortSignal, caller: Caller) => AsyncIterable<messages.JobEvent>,
  ): handleServerStreamingCall<Request, messages.JobEvent> => {
    return (call) => void serveEvents(call, (request: Request, signal) => answer(request, signal, callerOf(call)));
  };
}

function unaryFor(callerOf: CallerOf) {
  return <Request extends object, Response>(
    answer: (request: Request, caller: Caller) => Promise<Response>,
  ): handleUnaryCall<Request, Response> => {
    return (call, callback) => {
      answer(call.request, callerOf(call)).then(
        (response) => callback(null, response),
        (thrown: unknown) => callback(callError(thrown)),
      );
    };
  };
}
