import type { DataType } from '@arbalest/spi';
import { type DataType as Arrow, type Data, makeData } from 'apache-arrow';
import { arrowType, entriesType } from './arrow-type.js';

/**
 * A value as tests write it: numbers and bigints for numbers; days since 1970 for a DATE, units since then for a TIMESTAMP (since midnight for a TIME), as its
 * type counts them; unscaled digits for a DECIMAL; `[months, days, nanoseconds]` for an INTERVAL; an array for a list, for a struct's fields in order, and of
 * `[key, value]` pairs for a map.
 */
export type ColumnValue = null | boolean | number | bigint | string | Uint8Array | readonly ColumnValue[];

/** Values as an Arrow column of the type. */
export function columnData(type: DataType, values: readonly ColumnValue[]): Data {
  const nulls = values.filter((value) => value === null).length;
  const common = { length: values.length, nullCount: nulls, nullBitmap: nulls === 0 ? null : validity(values) };
  switch (type.id) {
    case 'NULL':
      return make(arrowType(type), { length: values.length });
    case 'BOOLEAN':
      return make(arrowType(type), { ...common, data: bits(values, (value) => value === true) });
    case 'VARCHAR':
    case 'JSON':
    case 'UUID':
    case 'BLOB':
      return make(arrowType(type), { ...common, ...joined(values.map((value) => bytesOf(value))) });
    case 'LIST': {
      const lists = values.map((value) => (value ?? []) as readonly ColumnValue[]);
      return make(arrowType(type), {
        ...common,
        valueOffsets: offsets(lists.map(({ length }) => length)),
        child: columnData(type.child, lists.flat()),
      });
    }
    case 'ARRAY': {
      const empty = Array.from({ length: type.size }, () => null);
      return make(arrowType(type), {
        ...common,
        child: columnData(
          type.child,
          values.flatMap((value) => (value ?? empty) as readonly ColumnValue[]),
        ),
      });
    }
    case 'STRUCT': {
      const part = (at: number) => values.map((value) => (value === null ? null : (value as readonly ColumnValue[])[at]!));
      return make(arrowType(type), { ...common, children: type.fields.map((field, at) => columnData(field.type, part(at))) });
    }
    case 'MAP': {
      const maps = values.map((value) => (value ?? []) as readonly (readonly [ColumnValue, ColumnValue])[]);
      const entries = maps.flat();
      const children = [
        columnData(
          type.key,
          entries.map(([key]) => key),
        ),
        columnData(
          type.value,
          entries.map(([, value]) => value),
        ),
      ];
      const child = make(entriesType(type), { length: entries.length, nullCount: 0, children });
      return make(arrowType(type), { ...common, valueOffsets: offsets(maps.map(({ length }) => length)), child });
    }
    default:
      return make(arrowType(type), { ...common, data: fixedWidth(type, values) });
  }
}

/** apache-arrow tells what a column is made of by its type, which is known only at run time here. */
function make(type: Arrow, parts: object): Data {
  return makeData({ type, ...parts } as unknown as Parameters<typeof makeData>[0]);
}

function validity(values: readonly ColumnValue[]): Uint8Array {
  return bits(values, (value) => value !== null);
}

function bits(values: readonly ColumnValue[], isSet: (value: ColumnValue) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  for (const [row, value] of values.entries()) if (isSet(value)) bytes[row >> 3]! |= 1 << (row & 7);
  return bytes;
}

function bytesOf(value: ColumnValue): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return typeof value === 'string' ? new TextEncoder().encode(value) : new Uint8Array();
}

function joined(parts: readonly Uint8Array[]): { readonly valueOffsets: Int32Array; readonly data: Uint8Array } {
  return { valueOffsets: offsets(parts.map(({ byteLength }) => byteLength)), data: new Uint8Array(Buffer.concat(parts)) };
}

function offsets(lengths: readonly number[]): Int32Array {
  const found = new Int32Array(lengths.length + 1);
  for (const [row, length] of lengths.entries()) found[row + 1] = found[row]! + length;
  return found;
}

type Array_ = { [index: number]: number | bigint };
type ArrayType = new (length: number) => Array_ & ArrayBufferView;

const NUMBERS: Readonly<Record<string, ArrayType>> = {
  TINYINT: Int8Array,
  SMALLINT: Int16Array,
  INTEGER: Int32Array,
  UTINYINT: Uint8Array,
  USMALLINT: Uint16Array,
  UINTEGER: Uint32Array,
  FLOAT: Float32Array,
  DOUBLE: Float64Array,
  DATE: Int32Array,
};

function fixedWidth(type: DataType, values: readonly ColumnValue[]): ArrayBufferView {
  const Numbers = NUMBERS[type.id];
  if (Numbers !== undefined) return filled(new Numbers(values.length), values, Number);
  if (type.id === 'UBIGINT') return filled(new BigUint64Array(values.length), values, BigInt);
  if (type.id === 'INTERVAL') return intervals(values);
  if (type.id === 'DECIMAL' || type.id === 'HUGEINT') return wide(values);
  return filled(new BigInt64Array(values.length), values, BigInt);
}

function filled<T extends Array_ & ArrayBufferView>(
  to: T,
  values: readonly ColumnValue[],
  convert: (value: number | bigint) => number | bigint,
): T {
  for (const [row, value] of values.entries()) if (value !== null) to[row] = convert(value as number | bigint);
  return to;
}

/** 128 bits each, two's complement, as apache-arrow keeps them: words of 32 bits. */
function wide(values: readonly ColumnValue[]): Uint32Array {
  const words = new BigInt64Array(values.length * 2);
  for (const [row, value] of values.entries()) {
    if (value === null) continue;
    const whole = BigInt(value as number | bigint);
    words[row * 2] = BigInt.asIntN(64, whole);
    words[row * 2 + 1] = whole >> 64n;
  }
  return new Uint32Array(words.buffer);
}

function intervals(values: readonly ColumnValue[]): Int32Array {
  const words = new Int32Array(values.length * 4);
  const view = new DataView(words.buffer);
  for (const [row, value] of values.entries()) {
    if (value === null) continue;
    const [months, days, nanos] = value as readonly (number | bigint)[];
    view.setInt32(row * 16, Number(months), true);
    view.setInt32(row * 16 + 4, Number(days), true);
    view.setBigInt64(row * 16 + 8, BigInt(nanos!), true);
  }
  return words;
}
