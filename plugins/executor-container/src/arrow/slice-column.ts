import { countBits, sliceBits } from './bits.js';
import { type Column, column, NO_BYTES } from './column.js';

/** `length` rows from row `from` on, as views; only bitmaps that would begin within a byte are copied. */
export function sliceColumn(of: Column, from: number, length: number): Column {
  if (from === 0 && length === of.length) return of;
  const { layout } = of;
  if (layout.kind === 'null') return column(layout, length, { nulls: length });
  const validity = of.nulls === 0 ? NO_BYTES : sliceBits(of.validity, from, length);
  const nulls = of.nulls === 0 ? 0 : length - countBits(validity, length);
  return column(layout, length, { nulls, validity: nulls === 0 ? NO_BYTES : validity, ...parts(of, from, length) });
}

function parts(of: Column, from: number, length: number): Partial<Column> {
  const { layout, data, offsets, children } = of;
  switch (layout.kind) {
    case 'null':
      return {};
    case 'bits':
      return { data: sliceBits(data, from, length) };
    case 'fixed':
      return { data: data.subarray(from * layout.width, (from + length) * layout.width) };
    case 'bytes':
      return { data, offsets: offsets.subarray(from, from + length + 1) };
    case 'list':
      return { children, offsets: offsets.subarray(from, from + length + 1) };
    case 'fixed-list':
      return { children: children.map((child) => sliceColumn(child, from * layout.size, length * layout.size)) };
    case 'struct':
      return { children: children.map((child) => sliceColumn(child, from, length)) };
    case 'union':
      return { data: data.subarray(from, from + length), children: children.map((child) => sliceColumn(child, from, length)) };
  }
}
