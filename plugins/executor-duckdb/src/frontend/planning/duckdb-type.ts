import type { DuckDBType } from '@duckdb/node-api';
import type { DataType, NamedType, SimpleTypeId } from '@arbalest/spi';
import { duckdb } from './duckdb-library.js';

const SIMPLE: Readonly<Record<SimpleTypeId, DuckDBType>> = {
  BOOLEAN: duckdb.BOOLEAN,
  TINYINT: duckdb.TINYINT,
  SMALLINT: duckdb.SMALLINT,
  INTEGER: duckdb.INTEGER,
  BIGINT: duckdb.BIGINT,
  HUGEINT: duckdb.HUGEINT,
  UTINYINT: duckdb.UTINYINT,
  USMALLINT: duckdb.USMALLINT,
  UINTEGER: duckdb.UINTEGER,
  UBIGINT: duckdb.UBIGINT,
  UHUGEINT: duckdb.UHUGEINT,
  FLOAT: duckdb.FLOAT,
  DOUBLE: duckdb.DOUBLE,
  VARCHAR: duckdb.VARCHAR,
  BLOB: duckdb.BLOB,
  BIT: duckdb.BIT,
  UUID: duckdb.UUID,
  JSON: duckdb.DuckDBVarCharType.create('JSON'),
  DATE: duckdb.DATE,
  TIME: duckdb.TIME,
  TIME_NS: duckdb.TIME_NS,
  'TIME WITH TIME ZONE': duckdb.TIMETZ,
  TIMESTAMP: duckdb.TIMESTAMP,
  TIMESTAMP_S: duckdb.TIMESTAMP_S,
  TIMESTAMP_MS: duckdb.TIMESTAMP_MS,
  TIMESTAMP_NS: duckdb.TIMESTAMP_NS,
  'TIMESTAMP WITH TIME ZONE': duckdb.TIMESTAMPTZ,
  INTERVAL: duckdb.INTERVAL,
  // A column of untyped NULLs: DuckDB itself makes it INTEGER in a result.
  NULL: duckdb.INTEGER,
};

/** The type that a planning table's column is declared with. */
export function toDuckDbType(type: DataType): DuckDBType {
  switch (type.id) {
    case 'DECIMAL':
      return duckdb.DECIMAL(type.width, type.scale);
    case 'LIST':
      return duckdb.LIST(toDuckDbType(type.child));
    case 'ARRAY':
      return duckdb.ARRAY(toDuckDbType(type.child), type.size);
    case 'STRUCT':
      return new duckdb.DuckDBStructType(namesOf(type.fields), typesOf(type.fields));
    case 'UNION':
      return new duckdb.DuckDBUnionType(namesOf(type.members), typesOf(type.members));
    case 'MAP':
      return duckdb.MAP(toDuckDbType(type.key), toDuckDbType(type.value));
    case 'ENUM':
      return duckdb.ENUM(type.values);
    default:
      return SIMPLE[type.id];
  }
}

function namesOf(members: readonly NamedType[]): string[] {
  return members.map((member) => member.name);
}

function typesOf(members: readonly NamedType[]): DuckDBType[] {
  return members.map((member) => toDuckDbType(member.type));
}

const SIMPLE_BY_ID: ReadonlyMap<number, SimpleTypeId> = new Map(
  (Object.entries(SIMPLE) as [SimpleTypeId, DuckDBType][])
    .filter(([id]) => id !== 'JSON' && id !== 'NULL')
    .map(([id, type]) => [type.typeId, id]),
);

/** The type of a result column; undefined for types that have no `DataType`. */
export function fromDuckDbType(type: DuckDBType): DataType | undefined {
  if (type.alias === 'JSON') return { id: 'JSON' };
  if (type instanceof duckdb.DuckDBDecimalType) return { id: 'DECIMAL', width: type.width, scale: type.scale };
  if (type instanceof duckdb.DuckDBListType) return nested([type.valueType], ([child]) => ({ id: 'LIST', child: child! }));
  if (type instanceof duckdb.DuckDBArrayType)
    return nested([type.valueType], ([child]) => ({ id: 'ARRAY', child: child!, size: type.length }));
  if (type instanceof duckdb.DuckDBMapType)
    return nested([type.keyType, type.valueType], ([key, value]) => ({ id: 'MAP', key: key!, value: value! }));
  if (type instanceof duckdb.DuckDBStructType)
    return nested(type.entryTypes, (types) => ({ id: 'STRUCT', fields: named(type.entryNames, types) }));
  if (type instanceof duckdb.DuckDBUnionType)
    return nested(type.memberTypes, (types) => ({ id: 'UNION', members: named(type.memberTags, types) }));
  if (type instanceof duckdb.DuckDBEnumType) return { id: 'ENUM', values: type.values };
  const id = SIMPLE_BY_ID.get(type.typeId);
  return id && { id };
}

function nested(inner: readonly DuckDBType[], make: (types: readonly DataType[]) => DataType): DataType | undefined {
  const types = inner.map(fromDuckDbType);
  return types.every((type) => type !== undefined) ? make(types) : undefined;
}

function named(names: readonly string[], types: readonly DataType[]): readonly NamedType[] {
  return names.map((name, i) => ({ name, type: types[i]! }));
}
