import { Client, credentials, type MethodDefinition, Server, ServerCredentials, type ServiceError } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import { silentLog } from '@arbalest/spi';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExecutorMessage, JobEvent, SchedulerMessage } from '../messages.js';
import { SchedulerService } from '../service/scheduler-service.js';
import { FakeFrontend, ScratchState, SeededRandomness, VirtualClock } from '../testing/index.js';
import { addSchedulerServices } from './add-scheduler-services.js';
import { controlDefinition, schedulerDefinition } from './service-definitions.js';

let server: Server;
let service: SchedulerService;
let client: Client;

beforeEach(async () => {
  service = new SchedulerService({
    frontend: new FakeFrontend(),
    catalogs: [],
    codecs: { get: () => undefined, forPath: () => undefined, forTableFunction: () => undefined, list: () => [] },
    state: new ScratchState(),
    clock: new VirtualClock(),
    randomness: new SeededRandomness(),
    log: silentLog,
    exchangeKey: new Uint8Array(32).fill(7),
    version: 'test',
    baseDirectory: '/',
  });
  await service.start();
  server = new Server();
  addSchedulerServices(server, service);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
});

afterEach(async () => {
  client.close();
  await service.stop();
  server.forceShutdown();
});

test('a statement over gRPC, run by an executor over gRPC', async () => {
  const executor = connect();
  executor.write({ register: { executor: 'a', pid: 1, slots: 1, threads: 1, memoryBytes: 100, address: 'grpc://a' } });
  const launched = new Promise<SchedulerMessage>((resolve) =>
    executor.on('data', (message: SchedulerMessage) => message.launches?.length && resolve(message)),
  );
  const { session } = await open();
  const events = execute(session);
  const { launches, fragments } = await launched;
  expect(fragments).toMatchObject([{ stage: 0, output: { kind: 'single', result: true } }]);
  const inline = { schema: new Uint8Array([1]), batches: [{ rows: 3, metadata: new Uint8Array([2]), body: new Uint8Array([3]) }] };
  executor.write({ statuses: [{ ref: launches![0]!.ref!, state: 2, partitionRows: [3], partitionBytes: [1], inline }] });
  const all = await gathered(events);
  expect(all.map((event) => Object.keys(event)[0])).toEqual(['accepted', 'schema', 'part', 'finished']);
  expect(all[2]!.part!.inline!.batches![0]!.rows).toBe(3);
  expect(all[3]!.finished!.rows).toBe(3);
  executor.end();
});

test('an error of a call comes whole in its trailer', async () => {
  const events = execute('nobody');
  const error = await gathered(events).then(
    () => undefined,
    (thrown: ServiceError) => thrown,
  );
  const info = arbalest.scheduler.v1.ErrorInfo.decode(error!.metadata.get('arbalest-error-bin')[0] as Buffer);
  expect(info).toMatchObject({ family: 'user', code: 'SESSION_NOT_FOUND' });
});

test('a client that cancels its call cancels its job', async () => {
  const { session } = await open();
  const events = execute(session);
  const first = await new Promise<JobEvent>((resolve) => events.once('data', resolve));
  expect(first.accepted!.job).toBeTruthy();
  events.on('error', () => {});
  events.cancel();
  await expect.poll(async () => (await service.listJobs({})).jobs![0]!.state).toBe('cancelled');
});

test('an executor without an id is refused with a reason', async () => {
  const executor = connect();
  const answer = new Promise<SchedulerMessage>((resolve) => executor.once('data', resolve));
  executor.write({ register: { pid: 1 } });
  expect((await answer).registered!.refused).toMatchObject({ code: 'EXECUTOR_ID' });
  executor.end();
});

test('an executor is asked to leave, and one that is not there is not found', async () => {
  const executor = connect();
  const asked = new Promise<SchedulerMessage>((resolve) =>
    executor.on('data', (message: SchedulerMessage) => message.drain && resolve(message)),
  );
  const registered = new Promise((resolve) => executor.once('data', resolve));
  executor.write({ register: { executor: 'a', pid: 1, slots: 1, threads: 1, memoryBytes: 100, address: 'grpc://a' } });
  await registered;
  expect(await call(schedulerDefinition.drainExecutor, { executor: 'b' })).toMatchObject({ found: false });
  expect(await call(schedulerDefinition.drainExecutor, { executor: 'a' })).toMatchObject({ found: true });
  await asked;
  expect((await service.listExecutors({})).executors).toMatchObject([{ executor: 'a', state: 'draining' }]);
  executor.end();
});

test('a scheduler alone says that it leads', async () => {
  expect(await call(schedulerDefinition.getLeader, {})).toMatchObject({ self: true });
});

test('a job that nobody knows cannot be attached to', async () => {
  const { path, requestSerialize, responseDeserialize } = schedulerDefinition.attachJob;
  const thrown = await gathered(client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { job: 'none' })).catch(
    (error: ServiceError) => error,
  );
  const info = arbalest.scheduler.v1.ErrorInfo.decode((thrown as ServiceError).metadata.get('arbalest-error-bin')[0] as Buffer);
  expect(info).toMatchObject({ family: 'user', code: 'JOB_NOT_FOUND' });
});

function connect() {
  const { path, requestSerialize, responseDeserialize } = controlDefinition.connect;
  const call = client.makeBidiStreamRequest<ExecutorMessage, SchedulerMessage>(path, requestSerialize, responseDeserialize);
  call.on('error', () => {});
  return call;
}

function execute(session: string) {
  const { path, requestSerialize, responseDeserialize } = schedulerDefinition.execute;
  return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { session, sql: 'SELECT 1' });
}

async function open(): Promise<{ session: string }> {
  const { session } = await call(schedulerDefinition.openSession, {});
  return { session: session! };
}

function call<Request, Response>(
  { path, requestSerialize, responseDeserialize }: MethodDefinition<Request, Response>,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, response) =>
      error ? reject(error) : resolve(response!),
    );
  });
}

async function gathered(call: ReturnType<typeof execute>): Promise<JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of call) events.push(event as JobEvent);
  return events;
}
