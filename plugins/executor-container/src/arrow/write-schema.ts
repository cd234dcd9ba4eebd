import { Builder } from 'flatbuffers';
import type { WireField } from './wire-field.js';

const METADATA_V5 = 4;
const HEADER_SCHEMA = 1;

/** What a field's type is in Schema.fbs: the number in its `Type` union, and the table. */
type EncodedType = readonly [tag: number, table: number];

/** A schema message without prefix, a multiple of 8 bytes long. */
export function writeSchema(fields: readonly WireField[]): Uint8Array {
  const builder = new Builder(256 + 96 * fields.length);
  const vector = offsets(
    builder,
    fields.map((field) => writeField(builder, field)),
  );
  builder.startObject(4);
  builder.addFieldOffset(1, vector, 0);
  const schema = builder.endObject();
  builder.startObject(5);
  builder.addFieldInt16(0, METADATA_V5, 0);
  builder.addFieldInt8(1, HEADER_SCHEMA, 0);
  builder.addFieldOffset(2, schema, 0);
  builder.finish(builder.endObject());
  const bytes = builder.asUint8Array();
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
  padded.set(bytes);
  return padded;
}

function writeField(builder: Builder, field: WireField): number {
  const [tag, type] = writeType(builder, field.format);
  const children = offsets(
    builder,
    field.children.map((child) => writeField(builder, child)),
  );
  const metadata = offsets(
    builder,
    Object.entries(field.metadata).map(([key, value]) => writeEntry(builder, key, value)),
  );
  const name = builder.createString(field.name);
  builder.startObject(7);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt8(1, field.nullable ? 1 : 0, 0);
  builder.addFieldInt8(2, tag, 0);
  builder.addFieldOffset(3, type, 0);
  builder.addFieldOffset(5, children, 0);
  builder.addFieldOffset(6, metadata, 0);
  return builder.endObject();
}

function writeEntry(builder: Builder, key: string, value: string): number {
  const keyText = builder.createString(key);
  const valueText = builder.createString(value);
  builder.startObject(2);
  builder.addFieldOffset(0, keyText, 0);
  builder.addFieldOffset(1, valueText, 0);
  return builder.endObject();
}

function offsets(builder: Builder, entries: readonly number[]): number {
  builder.startVector(4, entries.length, 4);
  for (let i = entries.length - 1; i >= 0; i--) builder.addOffset(entries[i]!);
  return builder.endVector();
}

const INTEGERS: Readonly<Record<string, number>> = { c: 8, s: 16, i: 32, l: 64 };
const UNITS: Readonly<Record<string, number>> = { s: 0, m: 1, u: 2, n: 3 };
/** Types without parameters. */
const PLAIN: Readonly<Record<string, number>> = { n: 1, z: 4, u: 5, b: 6, '+l': 12, '+s': 13, '+m': 17, Z: 19, U: 20, '+L': 21 };

function writeType(builder: Builder, format: string): EncodedType {
  const plain = PLAIN[format];
  if (plain !== undefined) return [plain, object(builder, 0, () => undefined)];
  const bits = INTEGERS[format.toLowerCase()];
  if (bits !== undefined) return [2, integer(builder, bits, format === format.toLowerCase())];
  if (format === 'f' || format === 'g') return [3, short(builder, format === 'f' ? 1 : 2, 0)];
  if (format === 'tdD') return [8, short(builder, 0, 1)];
  if (format === 'tin') return [11, short(builder, 2, 0)];
  const [, kind, first, second] = /^(d:|ts|tt|\+w:|\+us:)([^,:]*)[,:]?(.*)$/.exec(format) ?? [];
  switch (kind) {
    case 'd:':
      return [7, decimal(builder, Number(first), Number(second))];
    case 'ts':
      return [10, timestamp(builder, UNITS[first!]!, second!)];
    case 'tt':
      return [9, time(builder, UNITS[first!]!)];
    case '+w:':
      return [16, object(builder, 1, () => builder.addFieldInt32(0, Number(first), 0))];
    case '+us:':
      return [14, union(builder, format.slice('+us:'.length).split(',').map(Number))];
    default:
      throw new TypeError(`There is no Arrow type for the format ${format}`);
  }
}

function object(builder: Builder, fields: number, fill: () => void): number {
  builder.startObject(fields);
  fill();
  return builder.endObject();
}

function short(builder: Builder, value: number, absent: number): number {
  return object(builder, 1, () => builder.addFieldInt16(0, value, absent));
}

function integer(builder: Builder, bits: number, signed: boolean): number {
  return object(builder, 2, () => {
    builder.addFieldInt32(0, bits, 0);
    builder.addFieldInt8(1, signed ? 1 : 0, 0);
  });
}

function decimal(builder: Builder, width: number, scale: number): number {
  return object(builder, 3, () => {
    builder.addFieldInt32(0, width, 0);
    builder.addFieldInt32(1, scale, 0);
    builder.addFieldInt32(2, 128, 128);
  });
}

function time(builder: Builder, unit: number): number {
  return object(builder, 2, () => {
    builder.addFieldInt16(0, unit, 1);
    builder.addFieldInt32(1, unit < 2 ? 32 : 64, 32);
  });
}

function timestamp(builder: Builder, unit: number, zone: string): number {
  const text = zone === '' ? 0 : builder.createString(zone);
  return object(builder, 2, () => {
    builder.addFieldInt16(0, unit, 0);
    if (text !== 0) builder.addFieldOffset(1, text, 0);
  });
}

function union(builder: Builder, ids: readonly number[]): number {
  builder.startVector(4, ids.length, 4);
  for (const id of [...ids].reverse()) builder.addInt32(id);
  const vector = builder.endVector();
  return object(builder, 2, () => {
    builder.addFieldInt16(0, 0, 0);
    builder.addFieldOffset(1, vector, 0);
  });
}
