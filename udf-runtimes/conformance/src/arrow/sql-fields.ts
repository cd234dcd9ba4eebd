import {
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
  IntervalMonthDayNano,
  List,
  Map_,
  Struct,
  TimeMicrosecond,
  Timestamp,
  TimeUnit,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type DataType,
} from 'apache-arrow';

const HUGEINT_DIGITS = 38;
const decimal = (precision: number, scale: number): DataType => new Decimal(scale, precision, 128);
const item = (type: DataType): Field => new Field('item', type, true);
const pair = (): DataType => new Struct([new Field('a', new Int32(), true), new Field('b', new Utf8(), true)]);
const entries = (key: DataType, value: DataType): Field<Struct<{ key: DataType; value: DataType }>> =>
  new Field('entries', new Struct([new Field('key', key, false), new Field('value', value, true)]), false);

/** Each type that FUNCTIONS.md names with the Arrow type of PROTOCOL.md §7, and its extension. */
const TYPES: Readonly<Record<string, { readonly type: DataType; readonly extension?: string; readonly parameters?: string }>> = {
  boolean: { type: new Bool() },
  tinyint: { type: new Int8() },
  smallint: { type: new Int16() },
  integer: { type: new Int32() },
  bigint: { type: new Int64() },
  utinyint: { type: new Uint8() },
  usmallint: { type: new Uint16() },
  uinteger: { type: new Uint32() },
  ubigint: { type: new Uint64() },
  hugeint: { type: decimal(HUGEINT_DIGITS, 0), extension: 'arbalest.hugeint' },
  decimal: { type: decimal(18, 3) },
  decimal38: { type: decimal(38, 10) },
  float: { type: new Float32() },
  double: { type: new Float64() },
  varchar: { type: new Utf8() },
  blob: { type: new Binary() },
  json: { type: new Utf8(), extension: 'arrow.json' },
  uuid: { type: new Utf8(), extension: 'arbalest.uuid' },
  enum: { type: new Utf8(), extension: 'arbalest.enum', parameters: '["red","green","blue"]' },
  date: { type: new DateDay() },
  time: { type: new TimeMicrosecond() },
  timestamp: { type: new Timestamp(TimeUnit.MICROSECOND) },
  timestamp_s: { type: new Timestamp(TimeUnit.SECOND) },
  timestamp_ms: { type: new Timestamp(TimeUnit.MILLISECOND) },
  timestamp_ns: { type: new Timestamp(TimeUnit.NANOSECOND) },
  timestamptz: { type: new Timestamp(TimeUnit.MICROSECOND, 'UTC') },
  interval: { type: new IntervalMonthDayNano() },
  list: { type: new List(item(new Int32())) },
  texts: { type: new List(item(new Utf8())) },
  array: { type: new FixedSizeList(3, item(new Int32())) },
  struct: { type: pair() },
  map: { type: new Map_(entries(new Utf8(), new Int32())) },
  structs: { type: new List(item(pair())) },
};

/** The names behind `echo_`. */
export const ECHO_TYPES: readonly string[] = Object.keys(TYPES);

export const EXTENSION_NAME = 'ARROW:extension:name';
export const EXTENSION_METADATA = 'ARROW:extension:metadata';

/** A field of a type of FUNCTIONS.md, with its extension. */
export function sqlField(name: string, sqlType: string): Field {
  const { type, extension, parameters } = TYPES[sqlType]!;
  const metadata = new Map<string, string>();
  if (extension !== undefined) metadata.set(EXTENSION_NAME, extension);
  if (parameters !== undefined) metadata.set(EXTENSION_METADATA, parameters);
  return new Field(name, type, true, metadata);
}

/** The column that an aggregate's `complete` and `update` take for these arguments (PROTOCOL.md §5). */
export function groupField(members: readonly Field[]): Field {
  const inner =
    members.length === 1 ? (members[0]!.type as DataType) : new Struct(members.map((member) => member.clone({ nullable: true })));
  return new Field('rows', new List(item(members.length === 0 ? new Int32() : inner)), true);
}

export const statesField = (): Field => new Field('states', new List(item(new Binary())), true);
