import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { arbalest } from '@arbalest/proto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collect, numbers, readNumbers } from '../testing/arrow-batches.js';
import { ExchangeStore } from './exchange-store.js';
import { offerLocalStore } from './local-stores.js';
import { openInput } from './open-input.js';

const signal = AbortSignal.timeout(30_000);
const { schema } = numbers([0]);
let store: ExchangeStore;
let folder: string;
let withdraw: () => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-input-'));
  store = new ExchangeStore({ directory: join(folder, 'spill'), memoryBytes: 1 << 28 });
  withdraw = offerLocalStore('inputs', store);
});
afterEach(async () => {
  withdraw();
  await store.close();
  await rm(folder, { recursive: true });
});

const source = (task: number): arbalest.scheduler.v1.IExchangeSource => ({
  exchange: { job: 'j', stage: 0, task, attempt: 0 },
  executor: 'inputs',
});

function writer(task: number) {
  const exchange = store.create({ job: 'j', stage: 0, task, attempt: 0 }, 1);
  exchange.start(schema);
  return exchange;
}

test('sources come one after the other in the order given, whichever is written first', async () => {
  const writers = Array.from({ length: 20 }, (_, task) => writer(task));
  const input = await openInput(
    Array.from({ length: 20 }, (_, task) => source(task)),
    {},
    signal,
  );
  const reading = collect(input.batches);
  for (const [task, exchange] of [...writers.entries()].reverse()) {
    await exchange.append(0, numbers([2 * task]).batch);
    await exchange.append(0, numbers([2 * task + 1]).batch);
    exchange.finish();
  }
  expect(await readNumbers(schema, await reading)).toEqual(Array.from({ length: 40 }, (_, at) => at));
});

test('sources much larger than what is read ahead', async () => {
  const large = numbers(Array.from({ length: 1 << 20 }, (_, at) => at)).batch;
  for (const task of [0, 1, 2]) {
    const exchange = writer(task);
    for (let at = 0; at < 4; at++) await exchange.append(0, large);
    exchange.finish();
  }
  const input = await openInput([source(0), source(1), source(2)], {}, signal);
  expect((await collect(input.batches)).length).toBe(12);
});

test('an error of a later source is met where that source begins', async () => {
  const first = writer(0);
  await first.append(0, numbers([1]).batch);
  first.finish();
  const input = await openInput([source(0), source(1)], {}, signal);
  const iterator = input.batches[Symbol.asyncIterator]();
  expect((await iterator.next()).value?.rows).toBe(1);
  await expect(iterator.next()).rejects.toMatchObject({ family: 'data-lost', details: { lost: ['j/0/1/0'] } });
});

test('a consumer that leaves early ends what was read ahead', async () => {
  for (const task of [0, 1]) await writer(task).append(0, numbers([task]).batch);
  const input = await openInput([source(0), source(1)], {}, signal);
  const iterator = input.batches[Symbol.asyncIterator]();
  await iterator.next();
  expect(await iterator.return!()).toEqual({ done: true, value: undefined });
});

test('bytes are counted', async () => {
  const { batch } = numbers([1, 2]);
  const exchange = writer(0);
  await exchange.append(0, batch);
  exchange.finish();
  const counted = { local: 0, remote: 0 };
  const input = await openInput([source(0)], { onBytes: (from, bytes) => (counted[from] += bytes) }, signal);
  await collect(input.batches);
  expect(counted).toEqual({ local: batch.body.byteLength, remote: 0 });
});

test('an input without sources is a mistake of the scheduler', async () => {
  await expect(openInput([], {}, signal)).rejects.toMatchObject({ family: 'internal', code: 'INPUT_WITHOUT_SOURCES' });
});
