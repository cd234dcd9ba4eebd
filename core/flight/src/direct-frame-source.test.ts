import { Client, credentials, type Metadata, Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveDirectly } from './direct-frame-source.js';
import { FlightClient } from './flight-client.js';
import { FlightServer } from './flight-server.js';
import type { ReceivedFrame } from './frame.js';
import { flightService } from './service.js';
import { flightChannelOptions } from './transport-options.js';

const BODY = Buffer.alloc(300_000, 5);
let server: Server;
let client: Client;
let onCall: (call: ServerDuplexStream<ReceivedFrame, ReceivedFrame>) => void;

beforeEach(async () => {
  server = new Server(flightChannelOptions);
  server.addService(
    { doExchange: flightService.doExchange },
    { doExchange: (call: ServerDuplexStream<ReceivedFrame, ReceivedFrame>) => onCall(call) },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, taken) => (error ? reject(error) : resolve(taken)));
  });
  client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), flightChannelOptions);
});

afterEach(() => {
  client.close();
  server.forceShutdown();
});

test('the way into grpc-js is there on both sides in the version that is installed', async () => {
  let onServer = false;
  onCall = (call) => {
    onServer = receiveDirectly(call);
    echo(call);
  };
  const { stream, frames } = exchange(1);
  const onClient = new Promise<boolean>((resolve) => stream.once('metadata', (_: Metadata) => resolve(receiveDirectly(stream.call))));
  expect((await frames).map(({ body }) => BODY.equals(body as Uint8Array))).toEqual([true]);
  expect([onServer, await onClient]).toEqual([true, true]);
});

test('frames arrive whole where it is not taken', async () => {
  onCall = echo;
  expect((await exchange(3).frames).map(({ body }) => BODY.equals(body as Uint8Array))).toEqual([true, true, true]);
});

test('nothing is done to a call of another make', () => {
  const strange = { call: { nextCall: { decoder: { write: () => [] } } } };
  expect([receiveDirectly(strange), receiveDirectly(undefined), receiveDirectly({})]).toEqual([false, false, false]);
  expect(receiveDirectly({ decoder: { write: () => [], maxReadMessageLength: -1, readState: 2 } })).toBe(false);
});

test('a limit for the length of messages is kept', async () => {
  await using flight = await FlightServer.listen('grpc://127.0.0.1:0', { doGet: () => [{ body: BODY }] });
  const limited = new FlightClient(flight.location, { channelOptions: { 'grpc.max_receive_message_length': 1000 } });
  await expect(limited.doGet(Buffer.of(1)).next()).rejects.toMatchObject({ status: 'RESOURCE_EXHAUSTED' });
  limited.close();
});

function echo(call: ServerDuplexStream<ReceivedFrame, ReceivedFrame>): void {
  call.on('data', (frame: ReceivedFrame) => call.write(frame)).on('end', () => call.end());
}

function exchange(count: number) {
  const { path, requestSerialize, responseDeserialize } = flightService.doExchange;
  const stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  for (let i = 0; i < count; i++) stream.write({ body: BODY });
  stream.end();
  const frames = (async (): Promise<ReceivedFrame[]> => {
    const all: ReceivedFrame[] = [];
    for await (const frame of stream) all.push(frame as ReceivedFrame);
    return all;
  })();
  return { stream, frames };
}
