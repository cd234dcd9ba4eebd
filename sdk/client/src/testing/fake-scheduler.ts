import { Metadata, Server, ServerCredentials, status, type sendUnaryData, type ServerWritableStream } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import type { ErrorInfo, ExecuteRequest, JobEvent } from '../messages.js';

const v1 = arbalest.scheduler.v1;

export interface FakeScheduler extends AsyncDisposable {
  readonly url: string;
  readonly released: string[];
  /** Statements whose call the client has cancelled. */
  readonly cancelled: string[];
}

export interface FakeSchedulerOptions {
  /** The events of a statement; a call whose events never end waits for the client to cancel. */
  readonly execute: (sql: string) => AsyncIterable<JobEvent> | Iterable<JobEvent>;
  /** Refuses every session with this. */
  readonly refusal?: ErrorInfo;
  /** @default a free one */
  readonly port?: number;
}

/** The calls of scheduler.proto that a client makes for a statement, over gRPC, with canned events. */
export async function startFakeScheduler({ execute, refusal, port: wanted = 0 }: FakeSchedulerOptions): Promise<FakeScheduler> {
  const released: string[] = [];
  const cancelled: string[] = [];
  const server = new Server();
  server.addService(
    {
      OpenSession: method('OpenSession', v1.OpenSessionRequest, v1.OpenSessionResponse),
      CloseSession: method('CloseSession', v1.CloseSessionRequest, v1.CloseSessionResponse),
      ReleaseResult: method('ReleaseResult', v1.ReleaseResultRequest, v1.ReleaseResultResponse),
      Execute: method('Execute', v1.ExecuteRequest, v1.JobEvent, true),
    },
    {
      OpenSession: (_: unknown, done: sendUnaryData<object>) =>
        refusal
          ? done({ code: status.FAILED_PRECONDITION, details: 'refused', metadata: errorTrailer(refusal) })
          : done(null, { session: 's1', version: '1.2.3' }),
      CloseSession: (_: unknown, done: sendUnaryData<object>) => done(null, {}),
      ReleaseResult: ({ request }: { request: { job: string } }, done: sendUnaryData<object>) => {
        released.push(request.job);
        done(null, {});
      },
      Execute: (call: ServerWritableStream<ExecuteRequest, JobEvent>) => {
        const sql = call.request.sql ?? '';
        // grpc-js says so of every call that is over.
        call.on('cancelled', () => void (call.writableEnded || cancelled.push(sql)));
        void send(call, execute(sql));
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${wanted}`, ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return { url: `grpc://127.0.0.1:${port}`, released, cancelled, [Symbol.asyncDispose]: async () => server.forceShutdown() };
}

async function send(
  call: ServerWritableStream<ExecuteRequest, JobEvent>,
  events: AsyncIterable<JobEvent> | Iterable<JobEvent>,
): Promise<void> {
  for await (const event of events) call.write(event);
  call.end();
}

interface MessageType {
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
}

function method(name: string, request: MessageType, response: MessageType, streams = false) {
  return {
    path: `/arbalest.scheduler.v1.Scheduler/${name}`,
    requestStream: false,
    responseStream: streams,
    requestSerialize: (message: object) => Buffer.from(request.encode(message).finish()),
    requestDeserialize: (bytes: Buffer) => request.decode(bytes),
    responseSerialize: (message: object) => Buffer.from(response.encode(message).finish()),
    responseDeserialize: (bytes: Buffer) => response.decode(bytes),
  };
}

function errorTrailer(error: ErrorInfo): Metadata {
  const metadata = new Metadata();
  metadata.set('arbalest-error-bin', Buffer.from(v1.ErrorInfo.encode(error).finish()));
  return metadata;
}
