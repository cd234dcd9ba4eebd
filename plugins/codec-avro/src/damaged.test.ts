import { writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { temporaryFolder, type TemporaryFolder } from '@arbalest/plugin-sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressSnappy } from './container/snappy.js';
import { type ContainerFile, containerFile, encoded, SYNC } from './testing/container-file.js';
import { allRows, countRows } from './testing/reading.js';

const LONGS = { type: 'record', name: 'r', fields: [{ name: 'i', type: 'long' }] };
const rows = encoded((sink) => {
  for (let i = 0; i < 100; i++) sink.count(i);
});
const good: ContainerFile = { schema: LONGS, blocks: [{ count: 100, bytes: rows }] };
const bytes = containerFile(good);
const bodyAt = bytes.length - rows.length - SYNC.length;

function of(schema: unknown, write: Parameters<typeof encoded>[0], count = 1): Buffer {
  return containerFile({
    schema: { type: 'record', name: 'r', fields: [{ name: 'v', type: schema }] },
    blocks: [{ count, bytes: encoded(write) }],
  });
}

function compressed(codec: string, block: Uint8Array): Buffer {
  return containerFile({ schema: LONGS, codec, blocks: [{ count: 100, bytes: block }] });
}

function changed(buffer: Buffer, at: number): Buffer {
  const copy = Buffer.from(buffer);
  copy[at]! ^= 0x55;
  return copy;
}

/** What a frame of zstandard announces: a single segment of so many bytes; then a block of zeros. */
function frame(content: bigint): Buffer {
  const header = Buffer.from('28b52ffde00000000000000000', 'hex');
  header.writeBigUInt64LE(content, 5);
  return Buffer.concat([header, Buffer.from('1b000000', 'hex')]);
}

/** Name, file, what the error says. All name the file. */
const DAMAGES: readonly (readonly [string, Buffer, RegExp])[] = [
  ['bytes of another format', Buffer.from('PAR1 and so on, and so on'), /does not begin with the bytes 4F 62 6A 01/],
  ['nothing but the first bytes', bytes.subarray(0, 4), /header .* cannot be read at byte 4/],
  ['a header that is cut short', bytes.subarray(0, 60), /header .* cannot be read/],
  ['a header without its marker', bytes.subarray(0, bodyAt - 10), /header .* cannot be read/],
  [
    'a header that announces more entries than there are bytes',
    Buffer.concat([Buffer.from('Obj\u0001'), encoded((sink) => sink.count(2 ** 40))]),
    /items are announced/,
  ],
  [
    'a header whose schema is no JSON',
    Buffer.from(bytes.toString('latin1').replace('"record"', '"record,'), 'latin1'),
    /is no Avro schema/,
  ],
  ['a schema of an unknown type', containerFile({ ...good, schema: 'no-such-type' }), /is no Avro schema: .*no-such-type/],
  ['a block that is cut short', bytes.subarray(0, bytes.length - 30), /block at byte \d+ of .* announces \d+ bytes and a sync marker/],
  ['a block without the whole marker', bytes.subarray(0, bytes.length - 1), /announces \d+ bytes and a sync marker/],
  [
    'another sync marker',
    containerFile({ ...good, blocks: [{ count: 100, bytes: rows, sync: Buffer.alloc(16) }] }),
    /no sync marker at byte \d+/,
  ],
  ['a codec that nobody knows', compressed('lzo', rows), /compressed with "lzo".*deflate, snappy, zstandard, bzip2, xz/],
  ['a codec by the name of what every object has', compressed('constructor', rows), /compressed with "constructor"/],
  ['more rows than there are bytes', containerFile({ ...good, blocks: [{ count: 2 ** 29, bytes: rows }] }), /announces 536870912 rows/],
  ['fewer rows than there are bytes', containerFile({ ...good, blocks: [{ count: 99, bytes: rows }] }), /99 rows end before its bytes do/],
  ['a negative number of rows', containerFile({ ...good, blocks: [{ count: -1, bytes: rows }] }), /announces -1 rows/],
  [
    'a block of a size that cannot be',
    containerFile({ ...good, blocks: [{ count: 100, size: 2 ** 50, bytes: rows }] }),
    /announces 100 rows in 1125899906842624 bytes/,
  ],
  [
    'a block larger than the file',
    containerFile({ ...good, blocks: [{ count: 100, size: 2 ** 29, bytes: rows }] }),
    /announces 536870912 bytes and a sync marker, of which the file has/,
  ],
  ['a number without an end', of('long', (sink) => sink.raw(Buffer.alloc(11, 0xff))), /a number takes more than 64 bits/],
  ['an int that is none', of('int', (sink) => sink.count(2 ** 40)), /an int takes more than 32 bits/],
  ['a string longer than its block', of('string', (sink) => sink.count(2 ** 40)), /a value of 1099511627776 bytes is announced/],
  ['a string of negative length', of('string', (sink) => sink.count(-5)), /a value of -5 bytes is announced/],
  ['a string that is no UTF-8', of('string', (sink) => sink.sized(Buffer.from([0xff, 0xfe]))), /Column "v" .* not UTF-8/],
  ['a boolean of 7', of('boolean', (sink) => sink.byte(7)), /a boolean is 7/],
  ['a symbol that an enum has not', of({ type: 'enum', name: 'e', symbols: ['A'] }, (sink) => sink.count(3)), /symbol 3 of an enum of 1/],
  ['a branch that a union has not', of(['null', 'int'], (sink) => sink.count(2)), /branch 2 of a union of 2/],
  [
    'a fixed value that is cut short',
    of({ type: 'fixed', name: 'f', size: 2 ** 30 }, (sink) => sink.raw(Buffer.alloc(8))),
    /announces 1 rows, which would take 1073741824 bytes/,
  ],
  [
    'an array longer than its block',
    of({ type: 'array', items: 'long' }, (sink) => sink.count(2 ** 45)),
    /35184372088832 items are announced/,
  ],
  [
    'an array of nothing, without an end',
    of({ type: 'array', items: 'null' }, (sink) => sink.count(2 ** 45)),
    /35184372088832 items without a value are announced/,
  ],
  ['a map longer than its block', of({ type: 'map', values: 'null' }, (sink) => sink.count(2 ** 45)), /35184372088832 items are announced/],
  [
    'more digits than a decimal has',
    of({ type: 'bytes', logicalType: 'decimal', precision: 3, scale: 1 }, (sink) => sink.sized(Buffer.from([0x7f, 0xff]))),
    /a decimal of 3 digits is 32767/,
  ],
  ['a time of day beyond the day', of({ type: 'long', logicalType: 'time-micros' }, (sink) => sink.count(2 ** 40)), /a time of day is/],
  ['deflated bytes that were changed', compressed('deflate', changed(deflateRawSync(rows), 1)), /deflate says: invalid/],
  [
    'deflated bytes that were cut short',
    compressed('deflate', deflateRawSync(rows).subarray(0, 20)),
    /deflate says: unexpected end of file/,
  ],
  [
    'a snappy block whose checksum is another',
    compressed('snappy', changed(compressSnappy(rows), compressSnappy(rows).length - 1)),
    /its checksum is another/,
  ],
  [
    'a snappy block that announces a gigabyte',
    compressed('snappy', Buffer.concat([Buffer.from([0x80, 0x80, 0x80, 0x80, 0x04]), Buffer.alloc(8)])),
    /uncompressed length of 1073741824 is too big/,
  ],
  ['a snappy block of two bytes', compressed('snappy', Buffer.alloc(2)), /too short for a checksum/],
  ['zstandard that announces a gigabyte', compressed('zstandard', frame(2n ** 30n)), /announces 1073741824 bytes for zstandard/],
  ['zstandard that announces more than memory', compressed('zstandard', frame(2n ** 62n)), /announces 46116860184\d+ bytes for zstandard/],
  [
    'zstandard that makes less than it announces',
    compressed('zstandard', frame(5n)),
    /announces 5 bytes for zstandard, which makes 3 of it/,
  ],
  ['bytes that are no zstandard', compressed('zstandard', Buffer.alloc(40)), /zstandard says: invalid zstd data/],
  ['bytes that are no bzip2', compressed('bzip2', Buffer.alloc(40)), /bzip2 says: Not bzip data/],
  ['bzip2 that ends early', compressed('bzip2', Buffer.from('BZh9')), /ends before bzip2 says so/],
  ['bytes that are no xz', compressed('xz', Buffer.alloc(40)), /xz says/],
  ['xz that ends early', compressed('xz', Buffer.from('fd377a585a000004e6d6b446', 'hex')), /xz says/],
];

describe('a damaged file is an error that names it', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => void (folder = await temporaryFolder('arbalest-avro-')));
  afterAll(() => folder?.[Symbol.asyncDispose]());

  it.each(DAMAGES.map(([what, file, message], at) => ({ what, file, message, at })))('$what', async ({ file, message, at }) => {
    const path = folder.file(`${at}.avro`);
    await writeFile(path, file);
    const outcome: unknown = await allRows(path).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ family: 'user', code: 'CODEC_FORMAT', message: expect.stringContaining(path) as string });
    expect(String(outcome)).toMatch(message);
  });

  it('the same file undamaged is read', async () => {
    const path = folder.file('good.avro');
    await writeFile(path, bytes);
    expect(await allRows(path)).toEqual(Array.from({ length: 100 }, (_, i) => [String(i)]));
    expect(await countRows(path)).toBe(100);
  });

  it('rows are not counted that cannot be', async () => {
    const path = folder.file('count.avro');
    await writeFile(
      path,
      containerFile({
        ...good,
        blocks: [
          { count: 101, bytes: rows },
          { count: 2 ** 29, bytes: rows },
        ],
      }),
    );
    await expect(countRows(path)).rejects.toThrow(/announces 536870912 rows/);
  });

  it('a column that is not wanted is passed over, however long it says to be', async () => {
    const path = folder.file('skipped.avro');
    const schema = {
      type: 'record',
      name: 'r',
      fields: [
        { name: 'nothing', type: { type: 'array', items: 'null' } },
        { name: 'i', type: 'long' },
      ],
    };
    const block = encoded((sink) => {
      sink.count(2 ** 50);
      sink.byte(0);
      sink.count(7);
    });
    await writeFile(path, containerFile({ schema, blocks: [{ count: 1, bytes: block }] }));
    expect(await allRows(path, ['i'])).toEqual([['7']]);
  });

  it('every single byte that is changed gives other rows or an error, in bounded time', async () => {
    const deflated = containerFile({ schema: LONGS, codec: 'snappy', blocks: [{ count: 100, bytes: compressSnappy(rows) }] });
    const path = folder.file('byte.avro');
    for (let at = 0; at < deflated.length; at++) {
      await writeFile(path, changed(deflated, at));
      const outcome = await allRows(path).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ family: 'user' });
    }
  });
});
