import { bitmapBytes, countBits } from '../bits.js';
import { type Column, column, NO_BYTES } from '../column.js';
import type { Layout } from '../layout.js';

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const LETTERS = ['a', 'ž', '日', '🎈', '"', ' '];

/** A column with all that its layout allows: NULLs, empty and nested values, text of one to four bytes a character. */
export function randomColumn(layout: Layout, rows: number, random: () => number, nullable = true): Column {
  if (layout.kind === 'null') return column(layout, rows, { nulls: rows });
  const bits = nullable && random() < 0.7 ? randomBits(rows, random) : NO_BYTES;
  const nulls = bits.length === 0 ? 0 : rows - countBits(bits, rows);
  return column(layout, rows, { validity: nulls === 0 ? NO_BYTES : bits, nulls, ...parts(layout, rows, random) });
}

function parts(layout: Layout, rows: number, random: () => number): Partial<Column> {
  switch (layout.kind) {
    case 'null':
      return {};
    case 'bits':
      return { data: randomBits(rows, random) };
    case 'fixed':
      return { data: fixedValues(layout, rows, random) };
    case 'bytes': {
      const texts = Array.from({ length: rows }, () =>
        layout.text ? randomText(random) : randomBits(8 * Math.floor(random() * 5), random),
      );
      return { offsets: offsetsOf(texts.map((text) => text.length)), data: new Uint8Array(Buffer.concat(texts)) };
    }
    case 'list': {
      const offsets = offsetsOf(Array.from({ length: rows }, () => Math.floor(random() * 4)));
      return { offsets, children: [listChild(layout, offsets[rows]!, random)] };
    }
    case 'fixed-list':
      return { children: [randomColumn(layout.child, rows * layout.size, random)] };
    case 'struct':
      return { children: layout.children.map((child) => randomColumn(child, rows, random)) };
    case 'union':
      return {
        data: Uint8Array.from({ length: rows }, () => Math.floor(random() * layout.children.length)),
        children: layout.children.map((child) => randomColumn(child, rows, random)),
      };
  }
}

function listChild(layout: Extract<Layout, { kind: 'list' }>, length: number, random: () => number): Column {
  if (!layout.map || layout.child.kind !== 'struct') return randomColumn(layout.child, length, random);
  const [key, value] = layout.child.children;
  return column(layout.child, length, { children: [randomColumn(key!, length, random, false), randomColumn(value!, length, random)] });
}

function randomBits(rows: number, random: () => number): Uint8Array {
  return Uint8Array.from({ length: bitmapBytes(rows) }, () => Math.floor(random() * 256));
}

function randomText(random: () => number): Uint8Array {
  return Buffer.from(Array.from({ length: Math.floor(random() * 6) }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join(''));
}

function offsetsOf(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offsets[i + 1] = offsets[i]! + length));
  return offsets;
}

/** Small values, so that they are in range for every type; all bits where every pattern is a value. */
function fixedValues({ width, values }: Extract<Layout, { kind: 'fixed' }>, rows: number, random: () => number): Uint8Array {
  const data = new Uint8Array(rows * width);
  const view = new DataView(data.buffer);
  for (let row = 0; row < rows; row++) {
    const value = BigInt(Math.floor(random() * 100)) - (values?.kind === 'time' ? 0n : 50n);
    for (let byte = 0; byte < width; byte++) view.setUint8(row * width + byte, Number((value >> BigInt(8 * Math.min(byte, 15))) & 0xffn));
  }
  return data;
}
