import type { ArrowSchema, DataType, NamedType } from '@arbalest/spi';
import { Builder } from 'flatbuffers';
import { travelType } from './travel-type.js';

/** Numbers of the `Type` union in Arrow's Schema.fbs (https://github.com/apache/arrow/blob/main/format/Schema.fbs). */
const TYPE = {
  null: 1,
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  union: 14,
  fixedSizeList: 16,
  map: 17,
} as const;

const METADATA_V5 = 4;
const HEADER_SCHEMA = 1;
const UNIT = { second: 0, millisecond: 1, microsecond: 2, nanosecond: 3 } as const;
const INTEGERS: Readonly<Record<string, readonly [bits: number, signed: boolean]>> = {
  TINYINT: [8, true],
  SMALLINT: [16, true],
  INTEGER: [32, true],
  BIGINT: [64, true],
  UTINYINT: [8, false],
  USMALLINT: [16, false],
  UINTEGER: [32, false],
  UBIGINT: [64, false],
};

/** What a field's type table is, and which fields lie below it. */
interface EncodedType {
  readonly tag: number;
  readonly table: number;
  readonly children: readonly (NamedType & { readonly required?: boolean })[];
}

/** The schema of columns as they travel (see `travelType`). All columns are nullable: a type says nothing about what an outer join above it adds. */
export function encodeSchema(fields: readonly NamedType[]): ArrowSchema {
  const builder = new Builder(256 + 64 * fields.length);
  const offsets = fields.map((field) => encodeField(builder, { name: field.name, type: travelType(field.type) }));
  const vector = offsetVector(builder, offsets);
  builder.startObject(4);
  builder.addFieldOffset(1, vector, 0);
  const schema = builder.endObject();
  builder.startObject(5);
  builder.addFieldInt16(0, METADATA_V5, 0);
  builder.addFieldInt8(1, HEADER_SCHEMA, 0);
  builder.addFieldOffset(2, schema, 0);
  builder.finish(builder.endObject());
  return { message: paddedTo8(builder.asUint8Array()) };
}

/** Bytes of a message, filled up with zeros: readers place the body right behind it. */
function paddedTo8(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
  padded.set(bytes);
  return padded;
}

function encodeField(builder: Builder, field: NamedType & { readonly required?: boolean }): number {
  const { tag, table, children } = encodeType(builder, field.type);
  const below = offsetVector(
    builder,
    children.map((child) => encodeField(builder, child)),
  );
  const name = builder.createString(field.name);
  builder.startObject(7);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt8(1, field.required === true ? 0 : 1, 0);
  builder.addFieldInt8(2, tag, 0);
  builder.addFieldOffset(3, table, 0);
  builder.addFieldOffset(5, below, 0);
  return builder.endObject();
}

function offsetVector(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (let i = offsets.length - 1; i >= 0; i--) builder.addOffset(offsets[i]!);
  return builder.endVector();
}

function encodeType(builder: Builder, type: DataType): EncodedType {
  const leaf = (tag: number, table: number): EncodedType => ({ tag, table, children: [] });
  const integer = INTEGERS[type.id];
  if (integer !== undefined) return leaf(TYPE.int, intTable(builder, ...integer));
  switch (type.id) {
    case 'NULL':
      return leaf(TYPE.null, emptyTable(builder));
    case 'BOOLEAN':
      return leaf(TYPE.bool, emptyTable(builder));
    case 'VARCHAR':
      return leaf(TYPE.utf8, emptyTable(builder));
    case 'BLOB':
      return leaf(TYPE.binary, emptyTable(builder));
    case 'FLOAT':
      return leaf(TYPE.float, enumTable(builder, 1));
    case 'DOUBLE':
      return leaf(TYPE.float, enumTable(builder, 2));
    case 'HUGEINT':
      return leaf(TYPE.decimal, decimalTable(builder, 38, 0));
    case 'DECIMAL':
      return leaf(TYPE.decimal, decimalTable(builder, type.width, type.scale));
    case 'DATE':
    case 'TIME':
    case 'TIMESTAMP':
    case 'TIMESTAMP_S':
    case 'TIMESTAMP_MS':
    case 'TIMESTAMP_NS':
    case 'TIMESTAMP WITH TIME ZONE':
      return encodeTemporal(builder, type.id);
    default:
      return encodeNested(builder, type);
  }
}

function encodeTemporal(builder: Builder, id: string): EncodedType {
  switch (id) {
    case 'DATE':
      return { tag: TYPE.date, table: enumTable(builder, 0, 1), children: [] };
    case 'TIME':
      return { tag: TYPE.time, table: timeTable(builder), children: [] };
    case 'TIMESTAMP_S':
      return { tag: TYPE.timestamp, table: timestampTable(builder, UNIT.second), children: [] };
    case 'TIMESTAMP_MS':
      return { tag: TYPE.timestamp, table: timestampTable(builder, UNIT.millisecond), children: [] };
    case 'TIMESTAMP_NS':
      return { tag: TYPE.timestamp, table: timestampTable(builder, UNIT.nanosecond), children: [] };
    case 'TIMESTAMP':
      return { tag: TYPE.timestamp, table: timestampTable(builder, UNIT.microsecond), children: [] };
    default:
      return { tag: TYPE.timestamp, table: timestampTable(builder, UNIT.microsecond, 'UTC'), children: [] };
  }
}

function encodeNested(builder: Builder, type: DataType): EncodedType {
  switch (type.id) {
    case 'LIST':
      return { tag: TYPE.list, table: emptyTable(builder), children: [{ name: 'item', type: type.child }] };
    case 'ARRAY':
      return { tag: TYPE.fixedSizeList, table: sizeTable(builder, type.size), children: [{ name: 'item', type: type.child }] };
    case 'STRUCT':
      return { tag: TYPE.struct, table: emptyTable(builder), children: type.fields };
    case 'MAP':
      return { tag: TYPE.map, table: emptyTable(builder), children: [mapEntries(type.key, type.value)] };
    case 'UNION':
      return { tag: TYPE.union, table: unionTable(builder, type.members.length), children: type.members };
    default:
      throw new TypeError(`Values of type ${type.id} do not travel as they are`);
  }
}

/** A map is a list of entries that are never NULL, and neither are their keys. */
function mapEntries(key: DataType, value: DataType): NamedType & { readonly required: boolean } {
  const fields: (NamedType & { readonly required?: boolean })[] = [
    { name: 'key', type: key, required: true },
    { name: 'value', type: value },
  ];
  return { name: 'entries', type: { id: 'STRUCT', fields }, required: true };
}

function emptyTable(builder: Builder): number {
  builder.startObject(0);
  return builder.endObject();
}

/** A table whose only field is an enumeration of 16 bits. */
function enumTable(builder: Builder, value: number, absent = 0): number {
  builder.startObject(1);
  builder.addFieldInt16(0, value, absent);
  return builder.endObject();
}

function intTable(builder: Builder, bits: number, signed: boolean): number {
  builder.startObject(2);
  builder.addFieldInt32(0, bits, 0);
  builder.addFieldInt8(1, signed ? 1 : 0, 0);
  return builder.endObject();
}

function decimalTable(builder: Builder, width: number, scale: number): number {
  builder.startObject(3);
  builder.addFieldInt32(0, width, 0);
  builder.addFieldInt32(1, scale, 0);
  builder.addFieldInt32(2, 128, 128);
  return builder.endObject();
}

function timeTable(builder: Builder): number {
  builder.startObject(2);
  builder.addFieldInt16(0, UNIT.microsecond, 1);
  builder.addFieldInt32(1, 64, 32);
  return builder.endObject();
}

function timestampTable(builder: Builder, unit: number, zone?: string): number {
  const text = zone === undefined ? 0 : builder.createString(zone);
  builder.startObject(2);
  builder.addFieldInt16(0, unit, 0);
  if (text !== 0) builder.addFieldOffset(1, text, 0);
  return builder.endObject();
}

function sizeTable(builder: Builder, size: number): number {
  builder.startObject(1);
  builder.addFieldInt32(0, size, 0);
  return builder.endObject();
}

function unionTable(builder: Builder, members: number): number {
  builder.startVector(4, members, 4);
  for (let i = members - 1; i >= 0; i--) builder.addInt32(i);
  const ids = builder.endVector();
  builder.startObject(2);
  builder.addFieldInt16(0, 0, 0);
  builder.addFieldOffset(1, ids, 0);
  return builder.endObject();
}
