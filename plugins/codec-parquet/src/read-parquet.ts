import { quotePaths, type DataType, type FormatOptions } from '@arbalest/spi';

/**
 * In a table's options, set by `describe`: columns whose type differs from that in the files. What footers say of them orders differently (as
 * text 9 comes after 10), so nothing is concluded from it.
 */
export const CAST_COLUMNS = 'cast_columns';

/** Types whose values in a footer's statistics compare as the column's do, whatever the session's settings. */
export const comparableTypes: ReadonlySet<DataType['id']> = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'VARCHAR',
  'DATE',
  'TIMESTAMP',
  'TIMESTAMP_NS',
] as const);

/** The named arguments of read_parquet that the table's options make, with a leading comma. Folders named key=value are the catalog's business. */
export function readOptions(options: FormatOptions): string {
  const named = ['union_by_name', 'binary_as_string', 'filename'].filter((name) => options[name] === true);
  return `${named.map((name) => `, ${name} = true`).join('')}, hive_partitioning = false`;
}

export function readParquet(paths: readonly string[], options: FormatOptions): string {
  return `read_parquet(${quotePaths(paths)}${readOptions(options)})`;
}
