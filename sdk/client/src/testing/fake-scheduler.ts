import { Metadata, Server, ServerCredentials, status, type sendUnaryData, type ServerWritableStream } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import type { AttachJobRequest, ErrorInfo, ExecuteRequest, JobEvent } from '../messages.js';

const v1 = arbalest.scheduler.v1;

export interface FakeScheduler extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** All submissions, in the order in which they came. */
  readonly submissions: ExecuteRequest[];
  readonly attached: string[];
  readonly released: string[];
  /** Statements whose call the client has ended before its last event. */
  readonly cancelled: string[];
  /** Jobs that CancelJob was called for. */
  readonly cancelledJobs: string[];
  /** What it says of itself; may be changed while it runs. @default it leads */
  leadership: { self: boolean; leader?: string; schedulers?: string[] };
  /** Refuses every call but GetLeader with this, from now on. */
  refusal: ErrorInfo | undefined;
}

export interface FakeSchedulerOptions {
  /**
   * The events of a statement; a call whose events never end waits for the client to cancel. Where they throw, the call breaks as if the connection
   * had.
   */
  readonly execute: (sql: string, request: ExecuteRequest) => AsyncIterable<JobEvent> | Iterable<JobEvent>;
  /** @default none */
  readonly attach?: (job: string) => AsyncIterable<JobEvent> | Iterable<JobEvent>;
  readonly refusal?: ErrorInfo;
  /** @default a free one */
  readonly port?: number;
  readonly leadership?: FakeScheduler['leadership'];
}

/** The calls of scheduler.proto that a client makes for a statement, over gRPC, with canned events. Disposal kills it, and whatever is under way. */
export async function startFakeScheduler(options: FakeSchedulerOptions): Promise<FakeScheduler> {
  const { execute, attach = () => [], port: wanted = 0 } = options;
  const server = new Server();
  const fake = {
    submissions: [] as ExecuteRequest[],
    attached: [] as string[],
    released: [] as string[],
    cancelled: [] as string[],
    cancelledJobs: [] as string[],
    leadership: options.leadership ?? { self: true },
    refusal: options.refusal,
  };
  const answer =
    <Q>(make: (request: Q) => object) =>
    (call: { request: Q }, done: sendUnaryData<object>) =>
      fake.refusal ? done(refused(fake.refusal)) : done(null, make(call.request));
  const stream =
    <Q>(make: (request: Q) => { name: string; events: AsyncIterable<JobEvent> | Iterable<JobEvent> }) =>
    (call: ServerWritableStream<Q, JobEvent>) => {
      if (fake.refusal) return call.emit('error', refused(fake.refusal));
      const { name, events } = make(call.request);
      // grpc-js says so of every call that is over.
      call.on('cancelled', () => void (call.writableEnded || fake.cancelled.push(name)));
      void send(call, events);
    };
  server.addService(DEFINITION, {
    OpenSession: answer(() => ({ session: 's1', version: '1.2.3' })),
    CloseSession: answer(() => ({})),
    GetLeader: (_: unknown, done: sendUnaryData<object>) => done(null, fake.leadership),
    ReleaseResult: answer(({ job }: { job: string }) => (fake.released.push(job), {})),
    CancelJob: answer(({ job }: { job: string }) => (fake.cancelledJobs.push(job), { found: true })),
    Execute: stream((request: ExecuteRequest) => {
      fake.submissions.push(request);
      return { name: request.sql ?? '', events: execute(request.sql ?? '', request) };
    }),
    AttachJob: stream(({ job }: AttachJobRequest) => {
      fake.attached.push(job ?? '');
      return { name: job ?? '', events: attach(job ?? '') };
    }),
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${wanted}`, ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return Object.assign(fake, { port, url: `grpc://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => server.forceShutdown() });
}

const DEFINITION = {
  OpenSession: method('OpenSession', v1.OpenSessionRequest, v1.OpenSessionResponse),
  CloseSession: method('CloseSession', v1.CloseSessionRequest, v1.CloseSessionResponse),
  GetLeader: method('GetLeader', v1.GetLeaderRequest, v1.GetLeaderResponse),
  ReleaseResult: method('ReleaseResult', v1.ReleaseResultRequest, v1.ReleaseResultResponse),
  CancelJob: method('CancelJob', v1.CancelJobRequest, v1.CancelJobResponse),
  Execute: method('Execute', v1.ExecuteRequest, v1.JobEvent, true),
  AttachJob: method('AttachJob', v1.AttachJobRequest, v1.JobEvent, true),
};

async function send<Q>(call: ServerWritableStream<Q, JobEvent>, events: AsyncIterable<JobEvent> | Iterable<JobEvent>): Promise<void> {
  try {
    for await (const event of events) call.write(event);
    call.end();
  } catch (error) {
    call.emit('error', { code: status.UNAVAILABLE, details: String(error) });
  }
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

function refused(error: ErrorInfo) {
  const metadata = new Metadata();
  metadata.set('arbalest-error-bin', Buffer.from(v1.ErrorInfo.encode(error).finish()));
  return { code: status.FAILED_PRECONDITION, details: 'refused', metadata };
}
