import { Client, type Metadata, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { ERROR_TRAILER, fromErrorInfo } from '@arbalest/executor';
import { LastingClient, NOT_CONNECTED, parseLocation } from '@arbalest/flight';
import { arbalest } from '@arbalest/proto';
import { type Principal, transientError } from '@arbalest/spi';
import type { ClusterChannels } from '../security/channels.js';

const CHANNEL = {
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  // Beyond the sum of the two a scheduler whose host has gone is given up.
  'grpc.keepalive_time_ms': 2_000,
  'grpc.keepalive_timeout_ms': 3_000,
  'grpc.enable_retries': 0,
};

/** Calls wait so long for a connection; a host that is gone refuses none. */
const CONNECT_MS = 3_000;

/** The connection to another scheduler of the cluster. */
export class SchedulerLink {
  private readonly client: LastingClient;

  constructor(
    private readonly url: string,
    private readonly channels: ClusterChannels,
  ) {
    const { target, scheme } = parseLocation(url);
    this.client = new LastingClient(() => new Client(target, channels.credentials(scheme === 'grpc+tls'), CHANNEL), CONNECT_MS);
  }

  call<Q, R>(method: MethodDefinition<Q, R>, request: Q, caller: Principal | undefined, timeoutMs: number): Promise<R> {
    const { path, requestSerialize, responseDeserialize } = method;
    const options = { deadline: Date.now() + timeoutMs };
    return new Promise((resolve, reject) => {
      this.client.current.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        this.metadata(caller),
        options,
        (error, answer) => {
          if (error) reject(this.errorOf(error));
          else resolve(answer as R);
        },
      );
    });
  }

  async *stream<Q, R>(method: MethodDefinition<Q, R>, request: Q, signal: AbortSignal, caller: Principal | undefined): AsyncGenerator<R> {
    signal.throwIfAborted();
    const { path, requestSerialize, responseDeserialize } = method;
    const stream = this.client.current.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, this.metadata(caller));
    // A cancelled call reports an error, and nobody may be iterating then.
    stream.on('error', () => undefined);
    const cancel = (): void => stream.cancel();
    signal.addEventListener('abort', cancel);
    try {
      yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<R>;
    } catch (thrown) {
      signal.throwIfAborted();
      throw this.errorOf(thrown as ServiceError);
    } finally {
      signal.removeEventListener('abort', cancel);
      stream.cancel();
    }
  }

  close(): void {
    this.client.close();
  }

  private metadata(caller: Principal | undefined): Metadata {
    return this.channels.metadata(caller);
  }

  private errorOf(error: ServiceError): Error {
    const [info] = error.metadata?.get(ERROR_TRAILER) ?? [];
    if (info instanceof Uint8Array) return fromErrorInfo(arbalest.scheduler.v1.ErrorInfo.decode(info));
    const broken = error.code === status.UNAVAILABLE || error.code === status.CANCELLED || error.code === status.DEADLINE_EXCEEDED;
    if (!broken) return error;
    return transientError(
      'SCHEDULER_LOST',
      `The connection to the scheduler at ${this.url} broke: ${error.details === NOT_CONNECTED ? 'no connection in time' : error.details}`,
      { cause: error },
    );
  }
}
