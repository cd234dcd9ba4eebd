import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { LogRing } from './log-ring.js';
import { readMultiplexedLog, readPlainLog } from './read-log.js';

function piece(output: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = output;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

async function linesOf(chunks: readonly Buffer[], read = readMultiplexedLog): Promise<string[]> {
  const ring = new LogRing();
  await read(Readable.from(chunks), ring);
  return ring.since(0).map(({ text }) => text);
}

test('pieces of two outputs are put together into lines, wherever they are cut', async () => {
  const bytes = Buffer.concat([piece(1, 'one\ntw'), piece(2, 'error\r\n'), piece(1, ''), piece(1, 'o\nthree')]);
  const expected = ['one', 'error', 'two', 'three'];
  expect(await linesOf([bytes])).toEqual(expected);
  expect(await linesOf(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual(expected);
});

test('a line without an end is cut, and what follows it is read', async () => {
  const [long, next] = await linesOf([Buffer.from(`${'x'.repeat(100_000)}\nnext\n`)], readPlainLog);
  expect(long).toBe('x'.repeat(2_000));
  expect(next).toBe('next');
});

test('the ring keeps the last thousand lines, and tells what came after a point', () => {
  const ring = new LogRing();
  for (let line = 0; line < 2_500; line++) ring.add(String(line));
  expect(ring.since(0).map(({ text }) => text)).toEqual(Array.from({ length: 1_000 }, (_, index) => String(index + 1_500)));
  expect(ring.since(2_498).map(({ text }) => text)).toEqual(['2498', '2499']);
  expect(ring.since(2_500)).toEqual([]);
  expect(ring.tail(2)).toEqual(['2498', '2499']);
});

test('lines are taken without the one that says where the server listens, however the function writes of listening', () => {
  const ring = new LogRing();
  const write = (...texts: string[]) => texts.forEach((text) => ring.add(text));
  write('loading', 'listening on unix:/run/udf.sock', 'listening on 127.0.0.1:80', 'listening, hello');
  expect(ring.take(ring.untaken).map(({ text }) => text)).toEqual(['loading', 'listening on 127.0.0.1:80', 'listening, hello']);
  expect(ring.tail()).toContain('listening on unix:/run/udf.sock');
  write('later');
  expect(ring.take(ring.untaken).map(({ text }) => text)).toEqual(['later']);
  for (let line = 0; line < 1_000; line++) write(String(line));
  expect(ring.take(0)).toHaveLength(1_000);
});
