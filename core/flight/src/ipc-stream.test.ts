import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { decodeTable } from './arrow-decode.js';
import { ArrowEncoder, encodeSchema, encodeTable } from './arrow-encode.js';
import { NUMBERS, numbers } from './interop/store-handler.js';
import { openIpcFile, type RandomAccess, writeIpcFile } from './ipc-file.js';
import { type IpcMessage, joinBytes } from './ipc-message.js';
import { readIpcStream, writeIpcStream } from './ipc-stream.js';
import { dictionaryHeader, messageBodyLength, messageKind, recordBatchRows } from './message-header.js';

const table = tableFromArrays({ n: Int32Array.of(1, 2, 3), name: ['a', 'b', 'a'] });
const rows = table.toArray().map(String);

test('headers are read without decoding', () => {
  const messages = [...encodeTable(table)];
  expect(messages.map(({ metadata }) => messageKind(metadata))).toEqual(['schema', 'dictionary', 'batch']);
  const [, dictionary, batch] = messages as [IpcMessage, IpcMessage, IpcMessage];
  expect(recordBatchRows(batch.metadata)).toBe(3);
  expect(messageBodyLength(batch.metadata)).toBe(joinBytes(batch.body as Uint8Array[]).byteLength);
  expect(dictionaryHeader(dictionary.metadata)).toMatchObject({ isDelta: false, rows: 2 });
  expect(() => recordBatchRows(dictionary.metadata)).toThrow('Expected an Arrow IPC message of kind batch, met one of kind dictionary');
});

test('a damaged header is an error, whatever is wrong with it', () => {
  const metadata = encodeSchema(NUMBERS);
  for (let length = 0; length < 24; length++) expect(() => messageKind(metadata.subarray(0, length))).toThrow('is damaged');
  expect(() => messageKind(new Uint8Array(64).fill(0xff))).toThrow('is damaged');
});

test('apache-arrow reads the stream that is written here, and the other way round', async () => {
  const chunks = await collect(writeIpcStream(encodeTable(table)));
  expect((await decodeTable(readIpcStream(chunks))).toArray().map(String)).toEqual(rows);
  const theirs = tableToIPC(table, 'stream');
  expect((await decodeTable(readIpcStream([theirs]))).toArray().map(String)).toEqual(rows);
});

test('chunks of any size make the same messages, with bodies on their boundary', async () => {
  const stream = joinBytes(await collect(writeIpcStream(encodeTable(table))));
  const whole = await collect(readIpcStream([stream]));
  for (const size of [1, 3, 7, 64, 1000]) {
    const parts = Array.from({ length: Math.ceil(stream.byteLength / size) }, (_, i) => stream.slice(i * size, (i + 1) * size));
    const got = await collect(readIpcStream(parts));
    expect(got).toEqual(whole);
    expect(got.every(({ body }) => body.byteOffset % 8 === 0)).toBe(true);
  }
});

test('a body that lies whole in a chunk is not copied', async () => {
  const stream = joinBytes(await collect(writeIpcStream(encodeTable(table))));
  for (const { body } of await collect(readIpcStream([stream]))) if (body.byteLength > 0) expect(body.buffer).toBe(stream.buffer);
});

test('a stream that is cut short is an error that says where, unless the cut is between two messages', async () => {
  const chunks = await collect(writeIpcStream(encodeTable(table)));
  const stream = joinBytes(chunks);
  const schemaLength = chunks[0]?.byteLength ?? 0;
  for (let length = 1; length < stream.byteLength - 8; length++) {
    const read = collect(readIpcStream([stream.subarray(0, length)]));
    if (isBetween(chunks, length)) await read;
    else await expect(read).rejects.toThrow(`ends at byte ${length}, within the`);
  }
  expect(await collect(readIpcStream([stream.subarray(0, schemaLength)]))).toHaveLength(1);
});

test('other data is not taken for a stream', async () => {
  await expect(collect(readIpcStream([Buffer.from('n,name\n1,a\n')]))).rejects.toThrow(/IPC/);
  const file = tableToIPC(table, 'file');
  await expect(collect(readIpcStream([file]))).rejects.toThrow('met an Arrow IPC file');
});

test('a body that is not as long as its metadata says is not written', async () => {
  const [batch] = new ArrowEncoder(NUMBERS).encode(numbers([1, 2])) as [IpcMessage];
  await expect(collect(writeIpcStream([{ ...batch, body: new Uint8Array(3) }]))).rejects.toThrow(
    'a body of 3 bytes where its metadata says 16',
  );
});

test('leaving the loop closes the source', async () => {
  let closed = false;
  const source = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* await collect(writeIpcStream(encodeTable(table)));
    } finally {
      closed = true;
    }
  };
  for await (const { metadata } of readIpcStream(source())) if (messageKind(metadata) === 'schema') break;
  expect(closed).toBe(true);
});

test('a file written here opens here and in apache-arrow, and batches can be read alone', async () => {
  const encoder = new ArrowEncoder(NUMBERS);
  const batches = [[1, 2], [], [3]].flatMap((values) => encoder.encode(numbers(values)));
  const bytes = joinBytes(await collect(writeIpcFile([encoder.schema, ...batches])));
  const file = await openIpcFile(inMemory(bytes));
  expect(file.batches).toHaveLength(3);
  const last = await file.read(file.batches[2] as (typeof file.batches)[0]);
  expect(recordBatchRows(last.metadata)).toBe(1);
  const decoded = await decodeTable([{ metadata: file.schema }, last]);
  expect(decoded.getChild('n')?.toJSON()).toEqual([3n]);
  const { tableFromIPC } = await import('apache-arrow');
  expect(tableFromIPC(bytes).getChild('n')?.toJSON()).toEqual([1n, 2n, 3n]);
});

test('a file of apache-arrow opens here, dictionaries included', async () => {
  const file = await openIpcFile(inMemory(tableToIPC(table, 'file')));
  const blocks = [...file.dictionaries, ...file.batches];
  const messages = await Promise.all(blocks.map((block) => file.read(block)));
  expect((await decodeTable([{ metadata: file.schema }, ...messages])).toArray().map(String)).toEqual(rows);
});

test('a file that is none, or was cut short, is refused', async () => {
  const bytes = tableToIPC(table, 'file');
  await expect(openIpcFile(inMemory(bytes.subarray(0, -20)))).rejects.toThrow('does not end with "ARROW1"');
  await expect(openIpcFile(inMemory(new Uint8Array(4)))).rejects.toThrow('it has 4 bytes');
  const damaged = bytes.slice();
  new DataView(damaged.buffer).setInt32(damaged.byteLength - 10, 1_000_000_000, true);
  await expect(openIpcFile(inMemory(damaged))).rejects.toThrow('its footer claims 1000000000 bytes');
});

function isBetween(chunks: readonly Uint8Array[], length: number): boolean {
  let at = 0;
  for (const [index, chunk] of chunks.entries()) {
    at += chunk.byteLength;
    const next = chunks[index + 1];
    if (at === length) return next?.[0] === 0xff && next[1] === 0xff && next[2] === 0xff && next[3] === 0xff;
  }
  return false;
}

function inMemory(bytes: Uint8Array): RandomAccess {
  return { size: bytes.byteLength, read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)) };
}

async function collect<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
