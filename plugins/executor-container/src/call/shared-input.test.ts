import { readdirSync, readFileSync } from 'node:fs';
import { temporaryFolder } from '@arbalest/test-kit';
import { describe, expect, test } from 'vitest';
import { column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import { toWireField } from '../arrow/sql-type.js';
import { copyPieces, writeBatch } from '../arrow/write-batch.js';
import { decapsulate } from './encapsulation.js';
import { SharedInput } from './shared-input.js';

const ROWS = 1000;
const LAYOUT = layoutOf(toWireField({ name: 'v', type: { id: 'BIGINT' } }));

/** Two columns in one body, as an engine lays them out. */
function columnsIn(body: Uint8Array) {
  new BigInt64Array(body.buffer, body.byteOffset, body.byteLength / 8).forEach((_, i, values) => (values[i] = BigInt(i)));
  const half = body.byteLength / 2;
  return [body.subarray(0, half), body.subarray(half)].map((data) => column(LAYOUT, ROWS, { data }));
}

describe.skipIf(process.platform !== 'linux')('SharedInput', () => {
  const bytes = 2 * 8 * ROWS;

  test('a body that was made in the file is sent from where it lies', async () => {
    await using folder = await temporaryFolder();
    const input = SharedInput.create(folder.path, 1 << 20);
    const batch = writeBatch(ROWS, columnsIn(input.allocate(bytes)!));
    const place = input.place(batch)!;
    const file = readFileSync(folder.file(input.name));
    const { metadata, body } = decapsulate(file.subarray(place.offset, place.offset + place.length));
    expect(place.offset % 64).toBe(0);
    expect(Buffer.from(metadata.subarray(0, batch.metadata.byteLength))).toEqual(Buffer.from(batch.metadata));
    expect(body).toEqual(Buffer.from(copyPieces(batch, new Uint8Array(batch.bodyLength))));
    input.close();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test('a part of a body, columns in another order, and what lies elsewhere are copied', async () => {
    await using folder = await temporaryFolder();
    const input = SharedInput.create(folder.path, 1 << 20);
    const [x, y] = columnsIn(input.allocate(bytes)!) as [ReturnType<typeof column>, ReturnType<typeof column>];
    const part = { ...x, length: 64, data: x.data.subarray(64, 64 + 8 * 64) };
    for (const columns of [[y, x], [y], [part], columnsIn(new Uint8Array(bytes))]) {
      const batch = writeBatch(columns[0]!.length, columns);
      expect(input.place(batch)).toBeUndefined();
      const region = input.write(batch)!;
      const file = readFileSync(folder.file(input.name));
      const { body } = decapsulate(file.subarray(region.offset, region.offset + region.length));
      expect(body).toEqual(Buffer.from(copyPieces(batch, new Uint8Array(batch.bodyLength))));
    }
    input.close();
  });

  test('memory is given out again once it is released, and there is no more than the file has', async () => {
    await using folder = await temporaryFolder();
    const input = SharedInput.create(folder.path, 1 << 20);
    const first = input.allocate(600 * 1024)!;
    expect(input.allocate(600 * 1024)).toBeUndefined();
    expect(input.unused).toBe(false);
    input.release(first);
    input.release(first);
    expect(input.unused).toBe(true);
    expect(input.allocate(600 * 1024)!.byteOffset).toBe(first.byteOffset);
    input.close();
    // What is mapped stays.
    first.fill(1);
  });
});
