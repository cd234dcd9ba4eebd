import { ChannelCredentials, Client, type ClientOptions, Metadata, type ServiceError } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';

const v1 = arbalest.scheduler.v1;
const SCHEDULER = '/arbalest.scheduler.v1.Scheduler/';
const CONTROL = '/arbalest.scheduler.v1.ExecutorControl/Connect';

/** What a refused call said: the status, and the code of the error. */
export interface Refusal {
  /** Number of the gRPC status. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface RawOptions {
  /** Header of that name. */
  readonly authorization?: string;
  /** PEM; absent: without TLS. */
  readonly authorities?: Buffer;
  readonly certificate?: Buffer;
  readonly privateKey?: Buffer;
  readonly channel?: ClientOptions;
}

/** A client of a scheduler that plays by no rules but gRPC's. */
export class RawScheduler {
  readonly #client: Client;
  readonly #metadata = new Metadata();

  /** @param target host:port */
  constructor(target: string, { authorization, authorities, certificate, privateKey, channel }: RawOptions = {}) {
    const credentials =
      authorities === undefined
        ? ChannelCredentials.createInsecure()
        : ChannelCredentials.createSsl(authorities, privateKey ?? null, certificate ?? null);
    this.#client = new Client(target, credentials, { 'grpc.max_send_message_length': -1, 'grpc.enable_retries': 0, ...channel });
    if (authorization !== undefined) this.#metadata.set('authorization', authorization);
  }

  /** Another header on all further calls. */
  set(name: string, value: string): this {
    this.#metadata.set(name, value);
    return this;
  }

  /** @throws Refusal */
  openSession(): Promise<string> {
    const { OpenSessionRequest, OpenSessionResponse } = v1;
    return this.#unary(
      'OpenSession',
      OpenSessionRequest.encode({ client: 'raw' }).finish(),
      (bytes) => OpenSessionResponse.decode(bytes).session,
    );
  }

  /** @throws Refusal */
  listJobs(): Promise<readonly arbalest.scheduler.v1.IJobSummary[]> {
    return this.#unary('ListJobs', v1.ListJobsRequest.encode({}).finish(), (bytes) => v1.ListJobsResponse.decode(bytes).jobs);
  }

  /** @throws Refusal */
  cancelJob(job: string): Promise<boolean> {
    return this.#unary('CancelJob', v1.CancelJobRequest.encode({ job }).finish(), (bytes) => v1.CancelJobResponse.decode(bytes).found);
  }

  /** @throws Refusal */
  drainExecutor(executor: string): Promise<boolean> {
    const request = v1.DrainExecutorRequest.encode({ executor }).finish();
    return this.#unary('DrainExecutor', request, (bytes) => v1.DrainExecutorResponse.decode(bytes).found);
  }

  /** All events of a statement, or of a job that was submitted before. @throws Refusal */
  execute(request: arbalest.scheduler.v1.IExecuteRequest): Promise<readonly arbalest.scheduler.v1.IJobEvent[]> {
    return this.#events('Execute', v1.ExecuteRequest.encode(request).finish());
  }

  /** @throws Refusal */
  attachJob(job: string): Promise<readonly arbalest.scheduler.v1.IJobEvent[]> {
    return this.#events('AttachJob', v1.AttachJobRequest.encode({ job }).finish());
  }

  /** Registers as an executor. Resolves with the first message that comes back. @throws Refusal */
  control(): Promise<arbalest.scheduler.v1.ISchedulerMessage> {
    const stream = this.#client.makeBidiStreamRequest(
      CONTROL,
      (message: Uint8Array) => Buffer.from(message),
      (bytes) => v1.SchedulerMessage.decode(bytes),
      this.#metadata,
    );
    stream.write(
      v1.ExecutorMessage.encode({ register: { executor: 'intruder', address: 'grpc://127.0.0.1:1', slots: 1, version: '1' } }).finish(),
    );
    return new Promise((resolve, reject) => {
      stream.on('data', (message: arbalest.scheduler.v1.ISchedulerMessage) => {
        stream.cancel();
        resolve(message);
      });
      stream.on('error', (error: ServiceError) => reject(refusal(error)));
    });
  }

  close(): void {
    this.#client.close();
  }

  #unary<Answer>(method: string, request: Uint8Array, decode: (bytes: Buffer) => Answer): Promise<NonNullable<Answer>> {
    return new Promise((resolve, reject) => {
      const deadline = { deadline: Date.now() + 20_000 };
      this.#client.makeUnaryRequest(SCHEDULER + method, pass, decode, request, this.#metadata, deadline, (error, answer) => {
        if (error) reject(refusal(error));
        else resolve(answer!);
      });
    });
  }

  #events(method: string, request: Uint8Array): Promise<readonly arbalest.scheduler.v1.IJobEvent[]> {
    const stream = this.#client.makeServerStreamRequest(
      SCHEDULER + method,
      pass,
      (bytes) => v1.JobEvent.decode(bytes),
      request,
      this.#metadata,
    );
    const events: arbalest.scheduler.v1.IJobEvent[] = [];
    return new Promise((resolve, reject) => {
      stream.on('data', (event: arbalest.scheduler.v1.IJobEvent) => events.push(event));
      stream.on('error', (error: ServiceError) => reject(refusal(error)));
      stream.on('end', () => resolve(events));
    });
  }
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function pass(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes);
}

function refusal(error: ServiceError): Error & Refusal {
  const [info] = error.metadata.get('arbalest-error-bin');
  const code = info instanceof Buffer ? (v1.ErrorInfo.decode(info).code ?? '') : '';
  return Object.assign(new Error(error.details), { status: error.code, code });
}
