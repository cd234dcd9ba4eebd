import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userError } from '@arbalest/spi';
import * as arrow from 'apache-arrow';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collect, numbers, readNumbers } from '../testing/arrow-batches.js';
import { ExchangeStore } from './exchange-store.js';
import type { ReadOptions } from './exchange.js';
import { openSpillFile, type OpenSpillFile } from './spill-file.js';

const name = { job: 'j', stage: 1, task: 2, attempt: 0 };
const all: ReadOptions = { partitions: [], consume: false, signal: AbortSignal.timeout(30_000) };
const { schema, batch } = numbers([1, 2, 3]);
const bytes = batch.metadata.byteLength + batch.body.byteLength;

let folder: string;
let store: ExchangeStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-store-'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function open(memoryBytes: number, openFile?: OpenSpillFile): ExchangeStore {
  store = new ExchangeStore({ directory: join(folder, 'spill'), memoryBytes, ...(openFile === undefined ? {} : { openFile }) });
  return store;
}

async function values(options = all): Promise<number[]> {
  const stream = await store.read(name, options);
  return readNumbers(stream.schema, await collect(stream.batches));
}

test('partitions are read in the order asked for, as often as one likes', async () => {
  const exchange = open(1 << 20).create(name, 2);
  exchange.start(schema);
  await exchange.append(1, numbers([10]).batch);
  await exchange.append(0, numbers([1]).batch);
  await exchange.append(1, numbers([11]).batch);
  exchange.finish();
  expect(await values()).toEqual([1, 10, 11]);
  expect(await values({ ...all, partitions: [1, 0] })).toEqual([10, 11, 1]);
  expect(exchange.rows).toEqual([1, 2]);
});

test('a batch in memory is handed on as it is', async () => {
  const exchange = open(1 << 20).create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  exchange.finish();
  const stream = await store.read(name, all);
  expect((await collect(stream.batches))[0]).toBe(batch);
});

test('what is over the budget goes to a file that any Arrow reader understands, and the order stays', async () => {
  const exchange = open(2 * bytes).create(name, 2);
  exchange.start(schema);
  for (let at = 0; at < 10; at++) await exchange.append(at % 2, numbers([at, at, at]).batch);
  exchange.finish();
  expect(store.usage()).toEqual({ exchanges: 1, memoryBytes: 2 * bytes, spilledBytes: 8 * bytes });
  expect(await values({ ...all, partitions: [1] })).toEqual([1, 3, 5, 7, 9].flatMap((at) => [at, at, at]));
  const [file] = await readdir(join(folder, 'spill'));
  const onDisk = arrow.tableFromIPC(await readFile(join(folder, 'spill', file!)));
  expect(Array.from(onDisk.getChildAt(0) as Iterable<bigint>, Number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].flatMap((at) => [at, at, at]));
});

test('a reader that comes first gets each batch as it is written, spilled ones too', async () => {
  const exchange = open(bytes).create(name, 1);
  const stream = store.read(name, all);
  exchange.start(schema);
  const iterator = (await stream).batches[Symbol.asyncIterator]();
  for (const value of [5, 6, 7]) {
    const next = iterator.next();
    await exchange.append(0, numbers([value, value, value]).batch);
    expect(await readNumbers(schema, [(await next).value!])).toEqual([value, value, value]);
  }
  const end = iterator.next();
  exchange.finish();
  expect(await end).toEqual({ done: true, value: undefined });
});

test('several readers at once see the same', async () => {
  const exchange = open(bytes).create(name, 1);
  exchange.start(schema);
  const readers = [values(), values(), values()];
  for (const value of [1, 2, 3, 4]) await exchange.append(0, numbers([value]).batch);
  exchange.finish();
  expect(await Promise.all(readers)).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ]);
});

test('when the writer fails, readers get a data-lost error that names the output', async () => {
  const exchange = open(1 << 20).create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  const lost = { family: 'data-lost', code: 'EXCHANGE_LOST', details: { lost: ['j/1/2/0'] } };
  const reading = expect(values()).rejects.toMatchObject(lost);
  await exchange.fail(userError('DIVISION', 'Division by zero'));
  await reading;
  await expect(values()).rejects.toMatchObject(lost);
  expect(store.usage().memoryBytes).toBe(0);
});

test('an output that is dropped while it is read is lost to the reader, and frees memory and file', async () => {
  const exchange = open(bytes).create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  await exchange.append(0, batch);
  const { batches } = await store.read(name, all);
  const iterator = batches[Symbol.asyncIterator]();
  await iterator.next();
  await store.drop(name);
  await expect(iterator.next()).rejects.toMatchObject({ family: 'data-lost' });
  await expect(values()).rejects.toMatchObject({ family: 'data-lost', code: 'EXCHANGE_UNKNOWN', details: { lost: ['j/1/2/0'] } });
  expect(store.usage()).toEqual({ exchanges: 0, memoryBytes: 0, spilledBytes: 0 });
  expect(await readdir(join(folder, 'spill'))).toEqual([]);
});

test('a consuming reader frees memory as it goes, and nobody reads that again', async () => {
  const exchange = open(1 << 20).create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  await exchange.append(0, batch);
  exchange.finish();
  const { batches } = await store.read(name, { ...all, consume: true });
  const iterator = batches[Symbol.asyncIterator]();
  await iterator.next();
  await iterator.next();
  expect(store.usage().memoryBytes).toBe(bytes);
  await iterator.next();
  expect(store.usage().memoryBytes).toBe(0);
  await expect(values()).rejects.toMatchObject({ family: 'data-lost', code: 'EXCHANGE_CONSUMED' });
});

test('a result that is made faster than it is read stays within the budget', async () => {
  const exchange = open(3 * bytes).create(name, 1);
  exchange.start(schema);
  const reading = values({ ...all, consume: true });
  for (let at = 0; at < 50; at++) await exchange.append(0, numbers([at, at, at]).batch);
  expect(store.usage().memoryBytes).toBeLessThanOrEqual(3 * bytes);
  exchange.finish();
  expect((await reading).filter((_, at) => at % 3 === 0)).toEqual(Array.from({ length: 50 }, (_, at) => at));
});

test('a reader that waits stops when its signal aborts', async () => {
  open(1 << 20).create(name, 1);
  const stop = new AbortController();
  const waiting = store.read(name, { ...all, signal: stop.signal });
  stop.abort(new Error('Enough'));
  await expect(waiting).rejects.toThrow('Enough');
});

test('a full disk is a resources error', async () => {
  const full: OpenSpillFile = async (path) => {
    const handle = await openSpillFile(path);
    return {
      writev: () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })),
      read: handle.read.bind(handle),
      close: () => handle.close(),
    };
  };
  const exchange = open(0, full).create(name, 1);
  exchange.start(schema);
  await expect(exchange.append(0, batch)).rejects.toMatchObject({ family: 'resources', code: 'DISK_FULL' });
});

test('a spill folder that cannot be made is a transient error, and dropping the output still works', async () => {
  const exchange = open(0, () => Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))).create(name, 1);
  exchange.start(schema);
  await expect(exchange.append(0, batch)).rejects.toMatchObject({ family: 'transient', code: 'SPILL_FAILED' });
  await store.drop(name);
});

test('writes that the system cuts short are completed', async () => {
  const stingy: OpenSpillFile = async (path) => {
    const handle = await openSpillFile(path);
    return {
      writev: (buffers, position) => handle.writev([buffers[0]!.subarray(0, 5)], position),
      read: (buffer, offset, length, position) => handle.read(buffer, offset, Math.min(length, 7), position),
      close: () => handle.close(),
    };
  };
  const exchange = open(0, stingy).create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  exchange.finish();
  expect(await values()).toEqual([1, 2, 3]);
});

test('an attempt writes once', () => {
  open(1).create(name, 1);
  expect(() => store.create(name, 1)).toThrow(expect.objectContaining({ family: 'internal', code: 'EXCHANGE_EXISTS' }));
});

test('all outputs of a job go together', async () => {
  open(0);
  for (const job of ['a', 'b']) {
    const exchange = store.create({ ...name, job }, 1);
    exchange.start(schema);
    await exchange.append(0, batch);
  }
  await store.forgetJob('a');
  expect([...store.jobs()]).toEqual(['b']);
  expect(await readdir(join(folder, 'spill'))).toEqual(['b_1_2_0.arrows']);
});

test('closing leaves no file', async () => {
  const exchange = open(0).create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  await store.close();
  expect(existsSync(join(folder, 'spill'))).toBe(false);
});
