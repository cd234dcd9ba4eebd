import { createServer, connect, type Socket } from 'node:net';
import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectControlOverGrpc, schedulerAddresses } from './grpc-control.js';

const { ExecutorMessage, SchedulerMessage } = arbalest.scheduler.v1;
type Stream = ServerDuplexStream<arbalest.scheduler.v1.IExecutorMessage, arbalest.scheduler.v1.ISchedulerMessage>;

const signal = AbortSignal.timeout(60_000);
let server: Server;
let port: number;
let onStream: (stream: Stream) => void;

beforeEach(async () => {
  server = new Server();
  server.addService(
    {
      connect: {
        path: '/arbalest.scheduler.v1.ExecutorControl/Connect',
        requestStream: true,
        responseStream: true,
        requestSerialize: (message: object) => Buffer.from(ExecutorMessage.encode(message).finish()),
        requestDeserialize: (bytes: Buffer) => ExecutorMessage.decode(bytes),
        responseSerialize: (message: object) => Buffer.from(SchedulerMessage.encode(message).finish()),
        responseDeserialize: (bytes: Buffer) => SchedulerMessage.decode(bytes),
      },
    },
    {
      connect: (stream: Stream) => {
        stream.on('error', () => undefined);
        onStream(stream);
      },
    },
  );
  port = await new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });
});
afterEach(() => server.forceShutdown());

test('messages go both ways', async () => {
  onStream = (stream) =>
    stream.on('data', ({ register }: arbalest.scheduler.v1.IExecutorMessage) => {
      stream.write({ registered: { beatIntervalMs: register!.slots! } });
      stream.end();
    });
  const channel = await connectControlOverGrpc()(signal, `grpc://127.0.0.1:${port}`);
  channel.send({ register: { executor: 'e', slots: 3 } });
  const received = [];
  for await (const { registered } of channel.messages) received.push(registered?.beatIntervalMs);
  expect(received).toEqual([3]);
  channel.close();
  channel.send({ draining: true });
});

test('closing ends the stream at the scheduler, after what was sent before', async () => {
  const received: arbalest.scheduler.v1.IExecutorMessage[] = [];
  const ended = new Promise(
    (resolve) => (onStream = (stream) => stream.on('end', resolve).on('data', (message) => received.push(message as never))),
  );
  const channel = await connectControlOverGrpc()(signal, `grpc://127.0.0.1:${port}`);
  channel.send({ draining: true });
  channel.close();
  channel.close();
  await ended;
  expect(received).toMatchObject([{ draining: true }]);
});

test('a scheduler that goes away ends the messages', async () => {
  onStream = () => server.forceShutdown();
  const channel = await connectControlOverGrpc()(signal, `grpc://127.0.0.1:${port}`);
  await expect(drain(channel.messages)).rejects.toThrow();
});

test('a connection on which nothing comes back any more is given up', async () => {
  onStream = (stream) => stream.resume();
  const sockets: Socket[] = [];
  const proxy = createServer((from) => {
    const onward = connect(port, '127.0.0.1');
    sockets.push(from, onward);
    from.pipe(onward).pipe(from);
    for (const socket of [from, onward]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const channel = await connectControlOverGrpc()(signal, `grpc://127.0.0.1:${(proxy.address() as { port: number }).port}`);
  const reading = drain(channel.messages);
  channel.send({ register: { executor: 'e' } });
  for (const socket of sockets) socket.unpipe().pause();
  await expect(reading).rejects.toThrow();
  channel.close();
  for (const socket of sockets) socket.destroy();
  proxy.close();
});

test('where no scheduler is, the error says where it was looked for', async () => {
  server.forceShutdown();
  await expect(connectControlOverGrpc()(AbortSignal.timeout(300), `grpc://127.0.0.1:${port}`)).rejects.toThrow();
  expect(schedulerAddresses('grpc+tls://a:1,b:2,grpcs://a:1')).toEqual(['grpc+tls://a:1', 'grpc+tls://b:2']);
  expect(schedulerAddresses('grpc://a:1,b:2,grpcs://c:3/')).toEqual(['grpc://a:1', 'grpc://b:2', 'grpc+tls://c:3']);
  expect(() => schedulerAddresses('localhost')).toThrow(
    expect.objectContaining({ code: 'URL_INVALID', message: expect.stringContaining('grpc://host:port') }),
  );
});

async function drain(messages: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of messages);
}
