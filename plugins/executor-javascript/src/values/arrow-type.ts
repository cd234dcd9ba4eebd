import { type DataType, type MapType, typeToSql, userError } from '@arbalest/spi';
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
  List,
  Map_,
  Null,
  Struct,
  TimeMicrosecond,
  Timestamp,
  TimeUnit,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type DataType as Arrow,
  type TypeMap,
} from 'apache-arrow';

/** Types that are text to a function, as they are while they travel between fragments. */
const TEXT = new Set(['VARCHAR', 'JSON', 'UUID', 'ENUM', 'BIT', 'UHUGEINT', 'TIME_NS', 'TIME WITH TIME ZONE']);
const PLAIN: Readonly<Record<string, () => Arrow>> = {
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
  FLOAT: () => new Float32(),
  DOUBLE: () => new Float64(),
};
const SPECIAL: Readonly<Record<string, () => Arrow>> = {
  HUGEINT: () => new Decimal(0, 38, 128),
  BLOB: () => new Binary(),
  DATE: () => new DateDay(),
  TIME: () => new TimeMicrosecond(),
  TIMESTAMP: () => new Timestamp(TimeUnit.MICROSECOND),
  TIMESTAMP_S: () => new Timestamp(TimeUnit.SECOND),
  TIMESTAMP_MS: () => new Timestamp(TimeUnit.MILLISECOND),
  TIMESTAMP_NS: () => new Timestamp(TimeUnit.NANOSECOND),
  'TIMESTAMP WITH TIME ZONE': () => new Timestamp(TimeUnit.MICROSECOND, 'UTC'),
};

interface MapEntries extends TypeMap {
  readonly key: Arrow;
  readonly value: Arrow;
}

function mapFields({ key, value }: MapType): Field<Arrow>[] {
  return [new Field('key', arrowType(key), false), new Field('value', arrowType(value), true)];
}

/** True where a value is a JavaScript string because SQL has its text. */
export function isText(type: DataType): boolean {
  return TEXT.has(type.id);
}

/** The Arrow type in which values of a SQL type travel between fragments. */
export function arrowType(type: DataType): Arrow {
  if (isText(type)) return new Utf8();
  const plain = PLAIN[type.id] ?? SPECIAL[type.id];
  if (plain !== undefined) return plain();
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
      return new Map_(new Field('entries', new Struct<MapEntries>(mapFields(type)), false));
    default:
      throw unsupported(type, 'as an argument or result');
  }
}

/**
 * Bytes inside a list would cost a string each, and groups come as lists.
 *
 * @throws user error `FUNCTION_TYPE`
 */
export function checkArgument(type: DataType, nested: boolean): void {
  if (type.id === 'UNION') throw unsupported(type, 'as an argument');
  if (nested && (type.id === 'BLOB' || type.id === 'INTERVAL')) throw unsupported(type, 'inside a list or as the argument of an aggregate');
  for (const part of partsOf(type)) checkArgument(part, true);
}

/** @throws user error `FUNCTION_TYPE` for what cannot be made of the values that a function gives */
export function checkResult(type: DataType, nested = false): void {
  const isPlain = PLAIN[type.id] !== undefined || isText(type) || partsOf(type).length > 0;
  if (type.id === 'UNION' || (nested && !isPlain)) throw unsupported(type, nested ? 'inside another type' : 'as a result');
  for (const part of partsOf(type)) checkResult(part, true);
}

function partsOf(type: DataType): readonly DataType[] {
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return [type.child];
    case 'STRUCT':
      return type.fields.map((field) => field.type);
    case 'MAP':
      return [type.key, type.value];
    default:
      return [];
  }
}

function unsupported(type: DataType, where: string) {
  return userError(
    'FUNCTION_TYPE',
    `JavaScript functions do not know ${typeToSql(type)} ${where}; pass it as VARCHAR, or write the function in an image`,
  );
}
