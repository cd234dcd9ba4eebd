import { Server, ServerCredentials, ServerInterceptingCall, type ServerWritableStream } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { addFlightService } from './add-flight-service.js';
import { DirectFrameSink, frameSink } from './direct-frame-sink.js';
import { FlightClient } from './flight-client.js';
import type { FlightFrame } from './frame.js';
import { flightService } from './service.js';
import { flightChannelOptions } from './transport-options.js';

const FRAMES: readonly FlightFrame[] = [
  { appMetadata: Uint8Array.of(1), body: [Uint8Array.of(1, 2), new Uint8Array(0), new Uint8Array(3_000_000).fill(3)] },
  { appMetadata: Uint8Array.of(2) },
  { appMetadata: Uint8Array.of(3), body: new Uint8Array(0) },
];

test('the way past grpc-js is there in the version that is installed', async () => {
  const server = new Server(flightChannelOptions);
  let sink: unknown;
  server.addService(
    { doGet: flightService.doGet },
    {
      doGet: (call: ServerWritableStream<unknown, FlightFrame>) => {
        sink = frameSink(call);
        call.end();
      },
    },
  );
  await read(server);
  expect(sink).toBeInstanceOf(DirectFrameSink);
});

test.each([
  ['directly', flightChannelOptions],
  ['through an interceptor', { ...flightChannelOptions, interceptors: [(_: unknown, call: never) => new ServerInterceptingCall(call)] }],
])('frames arrive whole when they are written %s', async (_, options) => {
  const server = new Server(options);
  addFlightService(server, { doGet: () => FRAMES });
  const got = await read(server);
  expect(got.map(({ appMetadata }) => appMetadata?.[0])).toEqual([1, 2, 3]);
  // Not toEqual, which takes half a minute for so many bytes.
  expect(Buffer.concat(FRAMES[0]?.body as Uint8Array[]).equals(got[0]?.body as Uint8Array)).toBe(true);
});

async function read(server: Server): Promise<FlightFrame[]> {
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, taken) => (error ? reject(error) : resolve(taken)));
  });
  const client = new FlightClient(`grpc://127.0.0.1:${port}`);
  try {
    const frames: FlightFrame[] = [];
    for await (const frame of client.doGet(new Uint8Array(0))) frames.push(frame);
    return frames;
  } finally {
    client.close();
    server.forceShutdown();
  }
}
