import type { DuckDBType, DuckDBTypeId as TypeId } from '@duckdb/node-api';
import type { DataType, NamedType, SimpleTypeId } from '@arbalest/spi';
import { duckdb } from '../frontend/planning/duckdb-library.js';

const { DuckDBTypeId } = duckdb;

const SIMPLE: Readonly<Partial<Record<TypeId, SimpleTypeId>>> = {
  [DuckDBTypeId.BOOLEAN]: 'BOOLEAN',
  [DuckDBTypeId.TINYINT]: 'TINYINT',
  [DuckDBTypeId.SMALLINT]: 'SMALLINT',
  [DuckDBTypeId.INTEGER]: 'INTEGER',
  [DuckDBTypeId.BIGINT]: 'BIGINT',
  [DuckDBTypeId.HUGEINT]: 'HUGEINT',
  [DuckDBTypeId.UTINYINT]: 'UTINYINT',
  [DuckDBTypeId.USMALLINT]: 'USMALLINT',
  [DuckDBTypeId.UINTEGER]: 'UINTEGER',
  [DuckDBTypeId.UBIGINT]: 'UBIGINT',
  [DuckDBTypeId.UHUGEINT]: 'UHUGEINT',
  [DuckDBTypeId.FLOAT]: 'FLOAT',
  [DuckDBTypeId.DOUBLE]: 'DOUBLE',
  [DuckDBTypeId.BLOB]: 'BLOB',
  [DuckDBTypeId.BIT]: 'BIT',
  [DuckDBTypeId.UUID]: 'UUID',
  [DuckDBTypeId.DATE]: 'DATE',
  [DuckDBTypeId.TIME]: 'TIME',
  [DuckDBTypeId.TIME_NS]: 'TIME_NS',
  [DuckDBTypeId.TIME_TZ]: 'TIME WITH TIME ZONE',
  [DuckDBTypeId.TIMESTAMP]: 'TIMESTAMP',
  [DuckDBTypeId.TIMESTAMP_S]: 'TIMESTAMP_S',
  [DuckDBTypeId.TIMESTAMP_MS]: 'TIMESTAMP_MS',
  [DuckDBTypeId.TIMESTAMP_NS]: 'TIMESTAMP_NS',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'TIMESTAMP WITH TIME ZONE',
  [DuckDBTypeId.INTERVAL]: 'INTERVAL',
  [DuckDBTypeId.SQLNULL]: 'NULL',
};

/** The type of a column as the engine's binding gives it; undefined when it holds one that cannot travel. */
export function dataTypeOf(type: DuckDBType): DataType | undefined {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
      return { id: type.alias === 'JSON' ? 'JSON' : 'VARCHAR' };
    case DuckDBTypeId.DECIMAL:
      return { id: 'DECIMAL', width: type.width, scale: type.scale };
    case DuckDBTypeId.ENUM:
      return { id: 'ENUM', values: type.values };
    case DuckDBTypeId.LIST: {
      const child = dataTypeOf(type.valueType);
      return child && { id: 'LIST', child };
    }
    case DuckDBTypeId.ARRAY: {
      const child = dataTypeOf(type.valueType);
      return child && { id: 'ARRAY', child, size: type.length };
    }
    case DuckDBTypeId.MAP: {
      const key = dataTypeOf(type.keyType);
      const value = dataTypeOf(type.valueType);
      return key && value && { id: 'MAP', key, value };
    }
    case DuckDBTypeId.STRUCT: {
      const fields = namedTypes(type.entryNames, type.entryTypes);
      return fields && { id: 'STRUCT', fields };
    }
    case DuckDBTypeId.UNION: {
      const members = namedTypes(type.memberTags, type.memberTypes);
      return members && { id: 'UNION', members };
    }
    default: {
      const id = type.alias === undefined ? SIMPLE[type.typeId] : undefined;
      return id && { id };
    }
  }
}

function namedTypes(names: readonly string[], types: readonly DuckDBType[]): readonly NamedType[] | undefined {
  const found = names.map((name, index) => ({ name, type: dataTypeOf(types[index]!) }));
  return found.every((entry): entry is NamedType => entry.type !== undefined) ? found : undefined;
}
