import type { handleUnaryCall, Server, UntypedServiceImplementation } from '@grpc/grpc-js';
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
    openSession: unary((request) => service.openSession(request)),
    closeSession: unary((request) => service.closeSession(request)),
    parse: unary((request) => service.parse(request)),
    execute: (call: Parameters<typeof serveEvents>[1]) => void serveEvents(service, call),
    releaseResult: unary((request) => service.releaseResult(request)),
    cancelJob: unary((request) => service.cancelJob(request)),
    listJobs: unary((request) => service.listJobs(request)),
    listExecutors: unary((request) => service.listExecutors(request)),
    listPlugins: unary((request) => service.listPlugins(request)),
    listNames: unary((request) => service.listNames(request)),
  } as UntypedServiceImplementation);
  server.addService(controlDefinition, {
    connect: (call: Parameters<typeof controlConnection>[0]) => service.attachExecutor(controlConnection(call)),
  } as UntypedServiceImplementation);
}

function unary<Request extends object, Response>(answer: (request: Request) => Promise<Response>): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    answer(call.request).then(
      (response) => callback(null, response),
      (thrown: unknown) => callback(callError(thrown)),
    );
  };
}
