import { writeFile } from 'node:fs/promises';
import { temporaryFolder, type TemporaryFolder } from '@arbalest/plugin-sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContainerBlock, containerFile, encoded, SYNC } from './testing/container-file.js';
import { rowsIn } from './testing/reading.js';
import { avroSplits } from './splits.js';

const SCHEMA = {
  type: 'record',
  name: 'r',
  fields: [
    { name: 'i', type: 'long' },
    { name: 'filler', type: 'bytes' },
  ],
};

const KEY = [{ name: 'i', type: { id: 'BIGINT' }, nullable: false }] as const;

/** Files by what is special about them: the numbers of rows of their blocks, and the bytes that each row has besides its number. */
const FILES: Readonly<Record<string, { readonly blocks: readonly number[]; readonly filler: Buffer }>> = {
  'small blocks': { blocks: [1, 2, 3, 1, 1, 4], filler: Buffer.alloc(3) },
  'one block': { blocks: [7], filler: Buffer.alloc(5) },
  'no block': { blocks: [], filler: Buffer.alloc(0) },
  'blocks without rows': { blocks: [0, 2, 0, 0, 3, 0], filler: Buffer.alloc(2) },
  // Almost a sync marker, again and again: a search must not pass over the real one behind it.
  'parts of the marker in the rows': { blocks: [2, 2, 2], filler: Buffer.concat([SYNC.subarray(0, 15), SYNC.subarray(0, 9)]) },
};

const LARGE_BLOCKS = [3, 1, 2, 1];

function blocksOf(counts: readonly number[], filler: Buffer): ContainerBlock[] {
  let next = 0;
  return counts.map((count) => ({
    count,
    bytes: encoded((sink) => {
      for (let row = 0; row < count; row++) {
        sink.count(next++);
        sink.sized(filler);
      }
    }),
  }));
}

describe('a file that is cut into ranges of bytes', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => void (folder = await temporaryFolder('arbalest-avro-')));
  afterAll(() => folder?.[Symbol.asyncDispose]());

  async function made(name: string, bytes: Buffer): Promise<string> {
    const path = folder.file(`${name}.avro`);
    await writeFile(path, bytes);
    return path;
  }

  /** The numbers of the rows that begin between cuts, range by range. */
  async function numbers(path: string, cuts: readonly number[]): Promise<number[]> {
    const found: number[] = [];
    for (const [at, start] of cuts.slice(0, -1).entries())
      for (const [i] of await rowsIn(path, { start, end: cuts[at + 1]! }, KEY)) found.push(Number(i));
    return found;
  }

  it.each(Object.entries(FILES))('has each row in exactly one range, wherever it is cut in two: %s', async (name, { blocks, filler }) => {
    const bytes = containerFile({ schema: SCHEMA, blocks: blocksOf(blocks, filler) });
    const path = await made(name, bytes);
    const all = Array.from({ length: blocks.reduce((sum, count) => sum + count, 0) }, (_, i) => i);
    for (let cut = 0; cut <= bytes.length; cut++) expect(await numbers(path, [0, cut, bytes.length]), `cut at ${cut}`).toEqual(all);
  });

  it('has each row in exactly one range, in whatever ranges it is cut', async () => {
    const bytes = containerFile({ schema: SCHEMA, blocks: blocksOf([3, 1, 1, 4, 2, 2, 5, 1], Buffer.alloc(4)) });
    const path = await made('ranges', bytes);
    let seed = 20_261_123;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let run = 0; run < 40; run++) {
      const inner = Array.from({ length: random(12) }, () => random(bytes.length));
      const cuts = [0, ...inner.toSorted((a, b) => a - b), bytes.length];
      expect(await numbers(path, cuts), cuts.join()).toEqual(Array.from({ length: 19 }, (_, i) => i));
    }
  });

  it('has blocks that are larger than what is read at once, and markers across reads', async () => {
    const bytes = containerFile({ schema: SCHEMA, blocks: blocksOf(LARGE_BLOCKS, Buffer.alloc(700_001, 'x')) });
    const path = await made('large', bytes);
    const step = 64 * 1024;
    const cuts = [...Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => i * step), bytes.length];
    expect(await numbers(path, cuts)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (let marker = bytes.indexOf(SYNC); marker >= 0; marker = bytes.indexOf(SYNC, marker + 1))
      for (let cut = marker; cut <= marker + 17 && cut <= bytes.length; cut += 8)
        expect(await numbers(path, [0, cut, bytes.length]), `cut at ${cut}`).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('is cut into pieces near the size that is wanted, and not at all when it is empty', () => {
    const file = (size: number) => ({ path: `/${size}`, size, version: '1' });
    const splits = avroSplits({ files: [file(1000), file(0), file(90)], targetBytes: 300 });
    expect(splits.map(({ file: { path }, bytes }) => [path, bytes!.start, bytes!.end])).toEqual([
      ['/1000', 0, 333],
      ['/1000', 333, 666],
      ['/1000', 666, 1000],
      ['/90', 0, 90],
    ]);
  });
});
