import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type FlightFrame, FlightClient, FlightServer } from './index.js';

const MIB = 1024 * 1024;
const BODY = new Uint8Array(MIB);
const APP_METADATA = Uint8Array.of(1);
/** What both ends, HTTP/2's window and the sockets of the system may hold between them, generously. */
const LIMIT_MIB = 64;
const ENDLESS = 100_000;

test('a client that does not read holds up the server after a bounded number of bytes', async () => {
  const source = new CountingSource();
  await using server = await FlightServer.listen('grpc://127.0.0.1:0', { doGet: () => source.frames() });
  const client = new FlightClient(server.location);
  const call = client.doGet(new Uint8Array(0));
  await call.next();
  const held = await source.settled();
  expect(held).toBeLessThan(LIMIT_MIB);
  for (let i = 0; i < 100; i++) await call.next();
  expect(source.pulled).toBeGreaterThan(100);
  await call.return();
  await expect.poll(() => source.closed).toBe(true);
  client.close();
});

test('a handler that does not read holds up the client after a bounded number of bytes', async () => {
  const source = new CountingSource();
  const stop = new AbortController();
  await using server = await FlightServer.listen('grpc://127.0.0.1:0', {
    async *doPut(frames, call) {
      for await (const frame of frames) {
        yield frame.appMetadata ?? APP_METADATA;
        await sleep(3_600_000, undefined, { signal: AbortSignal.any([call.signal, stop.signal]) }).catch(() => undefined);
      }
    },
  });
  const client = new FlightClient(server.location);
  const call = client.doPut(source.frames());
  await call.next();
  expect(await source.settled()).toBeLessThan(LIMIT_MIB);
  stop.abort();
  for (let i = 0; i < 50; i++) await call.next();
  expect(source.pulled).toBeGreaterThan(50);
  await call.return();
  await expect.poll(() => source.closed).toBe(true);
  client.close();
});

test('a call that is not read does not hold up another one on the same connection', async () => {
  const unread = new CountingSource();
  await using server = await FlightServer.listen('grpc://127.0.0.1:0', {
    doGet: (ticket) => (ticket.byteLength === 0 ? unread.frames() : new CountingSource().frames(LIMIT_MIB)),
  });
  const client = new FlightClient(server.location);
  const idle = client.doGet(new Uint8Array(0));
  await idle.next();
  await unread.settled();
  let bytes = 0;
  for await (const { body } of client.doGet(Uint8Array.of(1))) bytes += body?.byteLength ?? 0;
  expect(bytes).toBe(LIMIT_MIB * MIB);
  await idle.return();
  client.close();
});

test('an upload that is not read does not hold up another one on the same connection', async () => {
  const stop = new AbortController();
  await using server = await FlightServer.listen('grpc://127.0.0.1:0', {
    async *doPut(frames, call) {
      let bytes = 0;
      for await (const { body, appMetadata } of frames) {
        bytes += body?.byteLength ?? 0;
        if (appMetadata?.[0] !== 1) continue;
        yield appMetadata;
        await sleep(3_600_000, undefined, { signal: AbortSignal.any([call.signal, stop.signal]) }).catch(() => undefined);
      }
      yield Buffer.from(String(bytes / MIB));
    },
  });
  const client = new FlightClient(server.location);
  const source = new CountingSource();
  const idle = client.doPut(source.frames());
  await idle.next();
  await source.settled();
  const other = client.doPut(Array.from({ length: 32 }, () => ({ appMetadata: Uint8Array.of(2), body: BODY })));
  expect(Buffer.from((await other.next()).value ?? []).toString()).toBe('32');
  stop.abort();
  await idle.return();
  client.close();
});

test('frames that are larger than the buffer go one at a time', async () => {
  const source = new CountingSource();
  await using server = await FlightServer.listen('grpc://127.0.0.1:0', { doGet: () => source.frames(3) }, { bufferBytes: 1 });
  const client = new FlightClient(server.location, { bufferBytes: 1 });
  let bytes = 0;
  for await (const { body } of client.doGet(new Uint8Array(0))) bytes += body?.byteLength ?? 0;
  expect(bytes).toBe(3 * MIB);
  client.close();
});

/** Frames of 1 MiB, and how many were asked for. */
class CountingSource {
  pulled = 0;
  closed = false;

  async *frames(count = ENDLESS): AsyncGenerator<FlightFrame> {
    try {
      for (; this.pulled < count; this.pulled++) yield { appMetadata: APP_METADATA, body: BODY };
    } finally {
      this.closed = true;
    }
  }

  /** Resolves with the count once it has stopped growing. */
  async settled(): Promise<number> {
    for (let before = -1; before !== this.pulled; await sleep(300)) before = this.pulled;
    return this.pulled;
  }
}
