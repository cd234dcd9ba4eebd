import { sameType, typeToSql, type DataType, type Field } from '@arbalest/spi';

/** Casts for columns whose type DuckDB's Parquet writer would store with a loss: of 128-bit integers it makes doubles, of times with a zone it drops the zone. */
export function storageCasts(fields: readonly Field[]): Readonly<Record<string, string>> {
  const changed = fields.filter(({ type }) => !sameType(type, storageType(type)));
  return Object.fromEntries(changed.map(({ name, type }) => [name, typeToSql(storageType(type))]));
}

function storageType(type: DataType): DataType {
  switch (type.id) {
    case 'HUGEINT':
      return { id: 'DECIMAL', width: 38, scale: 0 };
    case 'UHUGEINT':
    case 'TIME WITH TIME ZONE':
    case 'BIT':
      return { id: 'VARCHAR' };
    case 'LIST':
    case 'ARRAY':
      return { ...type, child: storageType(type.child) };
    case 'STRUCT':
      return { id: 'STRUCT', fields: type.fields.map((field) => ({ name: field.name, type: storageType(field.type) })) };
    case 'MAP':
      return { id: 'MAP', key: storageType(type.key), value: storageType(type.value) };
    default:
      return type;
  }
}
