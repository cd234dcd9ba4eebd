import { type DataType, type MapType, typeToSql } from '@arbalest/spi';
import {
  type DataType as Arrow,
  Binary,
  Bool,
  DateDay,
  Decimal,
  Field,
  FixedSizeList,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  Interval,
  IntervalUnit,
  List,
  Map_,
  Null,
  Struct,
  TimeMicrosecond,
  Timestamp,
  TimeUnit,
  type TypeMap,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
} from 'apache-arrow';

const SIMPLE: Readonly<Record<string, () => Arrow>> = {
  NULL: () => new Null(),
  BOOLEAN: () => new Bool(),
  TINYINT: () => new Int8(),
  SMALLINT: () => new Int16(),
  INTEGER: () => new Int32(),
  BIGINT: () => new Int64(),
  UTINYINT: () => new Uint8(),
  USMALLINT: () => new Uint16(),
  UINTEGER: () => new Uint32(),
  UBIGINT: () => new Uint64(),
  HUGEINT: () => new Decimal(0, 38, 128),
  FLOAT: () => new Float32(),
  DOUBLE: () => new Float64(),
  VARCHAR: () => new Utf8(),
  JSON: () => new Utf8(),
  UUID: () => new Utf8(),
  BLOB: () => new Binary(),
  DATE: () => new DateDay(),
  TIME: () => new TimeMicrosecond(),
  TIMESTAMP: () => new Timestamp(TimeUnit.MICROSECOND),
  TIMESTAMP_S: () => new Timestamp(TimeUnit.SECOND),
  TIMESTAMP_MS: () => new Timestamp(TimeUnit.MILLISECOND),
  TIMESTAMP_NS: () => new Timestamp(TimeUnit.NANOSECOND),
  'TIMESTAMP WITH TIME ZONE': () => new Timestamp(TimeUnit.MICROSECOND, 'UTC'),
  INTERVAL: () => new Interval(IntervalUnit.MONTH_DAY_NANO),
};

/** The Arrow type in which values of an SQL type travel. */
export function arrowType(type: DataType): Arrow {
  const simple = SIMPLE[type.id];
  if (simple !== undefined) return simple();
  switch (type.id) {
    case 'DECIMAL':
      return new Decimal(type.scale, type.width, 128);
    case 'LIST':
      return new List(new Field('item', arrowType(type.child), true));
    case 'ARRAY':
      return new FixedSizeList(type.size, new Field('item', arrowType(type.child), true));
    case 'STRUCT':
      return new Struct(type.fields.map(({ name, type: child }) => new Field(name, arrowType(child), true)));
    case 'MAP':
      return new Map_(new Field('entries', entriesType(type), false));
    default:
      throw new TypeError(`Rows of the type ${typeToSql(type)} cannot be made here; use one of ${Object.keys(SIMPLE).join(', ')}`);
  }
}

interface Entries extends TypeMap {
  readonly key: Arrow;
  readonly value: Arrow;
}

/** The type of a map's entries. */
export function entriesType({ key, value }: MapType): Struct<Entries> {
  return new Struct<Entries>([new Field('key', arrowType(key), false), new Field('value', arrowType(value), true)]);
}
