import type { ConstantExpression, Expression, ValuesNode } from '@arbalest/plan';
import { type DataType, internalError } from '@arbalest/spi';
import { bitmapBytes } from '../arrow/bits.js';
import { type Column, column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import type { ColumnBatch } from '../arrow/read-columns.js';
import { travelField } from '../arrow/travel-field.js';

/** Rows of constants as columns: booleans, integers and text, whose constants are texts that cast to them. */
export function constantColumns({ types, values }: ValuesNode): ColumnBatch {
  const columns = types.map((type, i) =>
    columnOf(
      type,
      values.map((row) => textOf(row[i]!)),
    ),
  );
  return { rows: values.length, columns };
}

function textOf(expression: Expression): string | null {
  const { kind, value } = expression as ConstantExpression;
  if (kind !== 'constant' || (value !== null && typeof value !== 'string'))
    throw internalError('ENGINE_NODE', 'The values that functions are called for are not all constants of plain types');
  return value;
}

function columnOf(type: DataType, texts: readonly (string | null)[]): Column {
  const layout = layoutOf(travelField({ name: '', type }));
  const nulls = texts.filter((text) => text === null).length;
  const validity = nulls === 0 ? {} : { nulls, validity: bitmap(texts.map((text) => text !== null)) };
  if (type.id === 'BOOLEAN') return column(layout, texts.length, { ...validity, data: bitmap(texts.map(isTrue)) });
  if (type.id === 'VARCHAR') return column(layout, texts.length, { ...validity, ...textParts(texts) });
  if (layout.kind !== 'fixed') throw internalError('ENGINE_NODE', `Constants of type ${type.id} are made by the relational engine`);
  return column(layout, texts.length, { ...validity, data: integers(texts, layout.width) });
}

function isTrue(text: string | null): boolean {
  return text?.toLowerCase() === 'true';
}

function bitmap(bits: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(bitmapBytes(bits.length));
  bits.forEach((bit, row) => {
    if (bit) bytes[row >> 3]! |= 1 << (row & 7);
  });
  return bytes;
}

/** Little-endian, in two's complement: signed and unsigned ones are the same bytes. */
function integers(texts: readonly (string | null)[], width: number): Uint8Array {
  const values = BigInt64Array.from(texts, (text) => BigInt.asIntN(64, BigInt(text ?? 0)));
  const words = new Uint8Array(values.buffer);
  if (width === 8) return words;
  const bytes = new Uint8Array(texts.length * width);
  texts.forEach((_, row) => bytes.set(words.subarray(8 * row, 8 * row + width), row * width));
  return bytes;
}

function textParts(texts: readonly (string | null)[]) {
  const encoded = texts.map((text) => Buffer.from(text ?? ''));
  const offsets = new Int32Array(texts.length + 1);
  encoded.forEach((each, row) => (offsets[row + 1] = offsets[row]! + each.byteLength));
  return { offsets, data: new Uint8Array(Buffer.concat(encoded)) };
}
