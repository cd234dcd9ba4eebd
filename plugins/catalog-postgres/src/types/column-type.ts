import type { DataType } from '@arbalest/spi';
import type { DatabaseConfig } from '../config.js';
import type { ColumnRead, Comparison, Reader } from './column-read.js';

/** A column's type as PostgreSQL's catalog has it, domains resolved to what they are of. */
export interface PostgresType {
  readonly oid: number;
  /** Type modifier; -1 for none. */
  readonly modifier: number;
  /** Of an array's elements; null for what is no array. */
  readonly elementOid: number | null;
  /** Of its collation: whether texts that it calls equal are the same; null where there is none. */
  readonly deterministic: boolean | null;
}

export interface ColumnType {
  readonly type: DataType;
  readonly read: ColumnRead;
}

const NUMERIC = 1700;

/** By OID, which is fixed for built-in types: src/include/catalog/pg_type.dat. */
const SIMPLE: ReadonlyMap<number, readonly [type: DataType, reader: Reader, cast: string, compare?: Comparison]> = new Map([
  [16, [{ id: 'BOOLEAN' }, 'boolean', 'bool', 'boolean']],
  [17, [{ id: 'BLOB' }, 'bytes', 'bytea', 'bytes']],
  [20, [{ id: 'BIGINT' }, 'int8', 'int8', 'integer']],
  [21, [{ id: 'SMALLINT' }, 'int2', 'int2', 'integer']],
  [23, [{ id: 'INTEGER' }, 'int4', 'int4', 'integer']],
  [26, [{ id: 'UINTEGER' }, 'uint4', 'oid', 'integer']],
  [114, [{ id: 'JSON' }, 'text', 'text']],
  [700, [{ id: 'FLOAT' }, 'float4', 'float4', 'float']],
  [701, [{ id: 'DOUBLE' }, 'float8', 'float8', 'float']],
  [1082, [{ id: 'DATE' }, 'date', 'date', 'date']],
  [1083, [{ id: 'TIME' }, 'time', 'time', 'time']],
  [1114, [{ id: 'TIMESTAMP' }, 'timestamp', 'timestamp', 'timestamp']],
  [1184, [{ id: 'TIMESTAMP WITH TIME ZONE' }, 'timestamp', 'timestamptz', 'timestamptz']],
  [1186, [{ id: 'INTERVAL' }, 'interval', 'interval']],
  [1266, [{ id: 'TIME WITH TIME ZONE' }, 'text', 'text']],
  [2950, [{ id: 'UUID' }, 'uuid', 'uuid', 'uuid']],
  [3802, [{ id: 'JSON' }, 'text', 'text']],
] as const satisfies readonly (readonly [number, readonly [DataType, Reader, string, Comparison?]])[]);

/** text, varchar: cast to text for nothing, and an index over the column still serves. */
const TEXTS: ReadonlySet<number> = new Set([25, 1043]);
const TEXT: DataType = { id: 'VARCHAR' };
/** Digits that DECIMAL holds at the most. */
const MOST_DIGITS = 38;

/** What Arbalest makes of a column's type. Whatever has no type of its own is read as the text that PostgreSQL prints. */
export function columnType(type: PostgresType, numeric: DatabaseConfig['numeric']): ColumnType {
  if (type.elementOid === null) return scalarType(type.oid, type.modifier, type.deterministic, numeric);
  const element = scalarType(type.elementOid, type.modifier, null, numeric);
  const { reader, cast } = element.read;
  return { type: { id: 'LIST', child: element.type }, read: { reader: { list: reader }, cast: `${cast}[]` } };
}

function scalarType(oid: number, modifier: number, deterministic: boolean | null, numeric: DatabaseConfig['numeric']): ColumnType {
  const simple = SIMPLE.get(oid);
  if (simple) {
    const [type, reader, cast, compare] = simple;
    return { type, read: { reader, cast: `pg_catalog.${cast}`, ...(compare ? { compare } : {}) } };
  }
  if (oid === NUMERIC) return numericType(modifier, numeric);
  const compare = TEXTS.has(oid) && deterministic === true ? 'text' : 'text-by-bytes';
  return { type: TEXT, read: { reader: 'text', cast: 'pg_catalog.text', compare } };
}

/** DECIMAL where the declared precision fits; else as the configuration says, or text, which loses nothing. */
function numericType(modifier: number, numeric: DatabaseConfig['numeric']): ColumnType {
  const declared = precisionOf(modifier);
  const { precision: width, scale } = declared ?? numeric ?? { precision: Infinity, scale: 0 };
  if (width > MOST_DIGITS || scale < 0 || scale > width)
    return { type: TEXT, read: { reader: 'text', cast: 'pg_catalog.text', compare: 'text-by-bytes' } };
  return {
    type: { id: 'DECIMAL', width, scale },
    read: { reader: { decimal: [width, scale] }, cast: 'pg_catalog.numeric', compare: 'decimal' },
  };
}

/** numeric_typmod_precision and _scale of PostgreSQL's numeric.c: the scale has 11 bits and a sign. */
function precisionOf(modifier: number): { readonly precision: number; readonly scale: number } | undefined {
  if (modifier < 4) return undefined;
  const bits = (modifier - 4) & 0x7ff;
  return { precision: ((modifier - 4) >> 16) & 0xffff, scale: (bits ^ 1024) - 1024 };
}
