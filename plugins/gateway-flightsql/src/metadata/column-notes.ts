import { type Field, type TableName, typeToSql } from '@arbalest/spi';

const NUMBER_DIGITS: Readonly<Record<string, number>> = {
  TINYINT: 3,
  SMALLINT: 5,
  INTEGER: 10,
  BIGINT: 19,
  HUGEINT: 38,
  UTINYINT: 3,
  USMALLINT: 5,
  UINTEGER: 10,
  UBIGINT: 20,
};
const TEXTS = new Set(['VARCHAR', 'JSON', 'ENUM']);

/**
 * What Flight SQL notes beside a column of a table, by the keys of CommandGetTables in FlightSql.proto: drivers make columns of getColumns() and of result sets
 * out of it. `TYPE_NAME` is the SQL type, also where the column travels as text.
 */
export function columnNotes(table: Required<TableName>, { type }: Field): Map<string, string> {
  const digits = type.id === 'DECIMAL' ? type.width : NUMBER_DIGITS[type.id];
  const scale = type.id === 'DECIMAL' ? type.scale : NUMBER_DIGITS[type.id] === undefined ? undefined : 0;
  const notes: Record<string, string | undefined> = {
    CATALOG_NAME: table.catalog,
    DB_SCHEMA_NAME: table.schema,
    TABLE_NAME: table.name,
    TYPE_NAME: typeToSql(type),
    PRECISION: digits?.toString(),
    SCALE: scale?.toString(),
    IS_AUTO_INCREMENT: '0',
    IS_CASE_SENSITIVE: TEXTS.has(type.id) ? '1' : '0',
    IS_READ_ONLY: '0',
    IS_SEARCHABLE: '1',
  };
  return new Map(Object.entries(notes).flatMap(([key, value]) => (value === undefined ? [] : [[`ARROW:FLIGHT:SQL:${key}`, value]])));
}
