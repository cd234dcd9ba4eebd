import { dataLostError, userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { rowsOf } from '../testing/flight-sql-client.js';
import { aborted, accepted, batchOf, events, finished, later, partEvent, schema, servedGateway } from '../testing/served-gateway.js';

const ROWS = 1024 * 256;
const BATCHES = 200;

test('a result is pulled only as fast as its client reads, and let go when all of it was read', async () => {
  const batch = batchOf(Array.from({ length: ROWS }, (_, i) => i));
  let pulled = 0;
  await using gateway = await servedGateway({
    execute: () => events(accepted, schema, partEvent(0), finished),
    read: async function* () {
      for (; pulled < BATCHES; pulled++) yield batch;
    },
  });
  const { client, released } = gateway;
  const { endpoints } = await client.execute('SELECT n FROM much');
  const frames = client.flight.doGet(endpoints[0]!.ticket);
  await frames.next();
  await expect.poll(() => pulled, { timeout: 20_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  // Buffers at either end, HTTP/2's window and the sockets, at most; never the whole.
  expect(pulled).toBeLessThan(BATCHES / 2);
  expect(released).toEqual([]);
  let read = 0;
  for await (const _ of frames) read++;
  expect([read, pulled]).toEqual([BATCHES, BATCHES]);
  await expect.poll(() => released, { timeout: 20_000 }).toEqual(['job-1']);
});

test('a part that is lost before its first batch is read from where it was made anew', async () => {
  const end = later();
  await using gateway = await servedGateway({
    execute: async function* () {
      yield* events(accepted, schema, partEvent(0));
      await end.promise;
      yield* events(partEvent(0, { attempt: 1 }), finished);
    },
    read: async function* ({ attempt }) {
      if (attempt === 1) yield batchOf([1, 2]);
      else {
        setTimeout(() => end.resolve(), 50);
        throw dataLostError('RESULT_LOST', 'The executor is gone');
      }
    },
  });
  const { client } = gateway;
  const { info } = await client.flight.pollFlightInfo(client.statement('SELECT n FROM t'));
  expect(rowsOf(await client.fetch(info!))).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a part that is lost later fails, and no row comes twice', async () => {
  await using gateway = await servedGateway({
    execute: () => events(accepted, schema, partEvent(0), finished),
    read: async function* () {
      yield batchOf([1]);
      throw dataLostError('RESULT_LOST', 'The executor is gone');
    },
  });
  const { client } = gateway;
  await expect(client.fetch(await client.execute('SELECT n FROM t'))).rejects.toThrow('The executor is gone');
});

test('endpoints say until when they can be read again, and keep that promise', async () => {
  await using gateway = await servedGateway({
    execute: () => events(accepted, schema, partEvent(0), finished),
    read: async function* () {
      yield batchOf([1, 2]);
    },
    config: { rereadMs: 600_000 },
  });
  const { client, handler, released, keptFor } = gateway;
  const info = await client.execute('SELECT n FROM t');
  expect(keptFor).toEqual([]);
  expect(info.endpoints[0]!.expirationTime!.getTime()).toBeGreaterThan(Date.now());
  for (let again = 0; again < 3; again++) expect(rowsOf(await client.fetch(info))).toEqual([{ n: 1 }, { n: 2 }]);
  expect(released).toEqual([]);
  // The cluster knows it too, which may outlive this gateway.
  expect(keptFor).toEqual([expect.closeTo(600_000, -5)]);
  // What was read delays no stop.
  await handler.drained(AbortSignal.timeout(20_000));
});

test('a statement whose client never comes is cancelled after a while', async () => {
  await using gateway = await servedGateway({
    execute: async function* (signal) {
      yield* events(accepted, schema);
      await aborted(signal);
    },
    read: () => [] as never,
    config: { endpointsWaitMs: 0, resultMs: 100 },
  });
  const { client, cancelled } = gateway;
  const { endpoints } = await client.execute('SELECT n FROM t');
  await expect.poll(() => cancelled, { timeout: 20_000 }).toEqual(['job-1']);
  await expect(client.fetch({ endpoints })).rejects.toMatchObject({ status: expect.stringMatching(/NOT_FOUND|UNAUTHENTICATED/) });
});

test('the error of a statement comes to who reads its stream, in place of what it does to the reading', async () => {
  await using gateway = await servedGateway({
    execute: async function* () {
      yield* events(accepted, schema, partEvent(0));
      await new Promise((resolve) => setTimeout(resolve, 300));
      throw userError('DIVISION_BY_ZERO', 'There is a zero');
    },
    read: async function* () {
      yield batchOf([1]);
      throw dataLostError('RESULT_LOST', 'The exchange was dropped');
    },
    config: { endpointsWaitMs: 0 },
  });
  const { client } = gateway;
  const info = await client.execute('SELECT 1 / n FROM t');
  await expect(client.fetch(info)).rejects.toMatchObject({
    status: 'INVALID_ARGUMENT',
    message: expect.stringContaining('There is a zero'),
  });
});
