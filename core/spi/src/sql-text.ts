import { typeToSql, type DataType, type Field } from './data-type.js';
import type { Filter } from './filter.js';
import type { JsonValue, ScanColumn, Split } from './table.js';

/** A name as SQL writes it, quoted. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of texts as an SQL literal. */
export function quoteTexts(texts: readonly string[]): string {
  return `[${texts.map(quoteText).join(', ')}]`;
}

/** Paths of files as an SQL list, characters that would make a pattern of them escaped. */
export function quotePaths(paths: readonly string[]): string {
  return quoteTexts(paths.map((path) => path.replace(/[[*?]/g, '[$&]')));
}

/** An option's value as an SQL literal: lists and objects become lists and structs. */
export function jsonToSql(value: JsonValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(jsonToSql).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, entry]) => `${quoteText(key)}: ${jsonToSql(entry)}`)
    .join(', ')}}`;
}

/** What a column is called in a condition; by default its quoted name. */
export type ColumnToSql = (name: string) => string;

/** A filter as an SQL condition over the columns of `fields`. */
export function filterToSql(filter: Filter, fields: readonly Field[], columnToSql: ColumnToSql = quoteName): string {
  switch (filter.kind) {
    case 'compare':
      return `${columnToSql(filter.column)} ${filter.op} ${typedText(filter.value, columnType(filter.column, fields))}`;
    case 'in': {
      const type = columnType(filter.column, fields);
      return filter.values.length === 0
        ? 'FALSE'
        : `${columnToSql(filter.column)} IN (${filter.values.map((value) => typedText(value, type)).join(', ')})`;
    }
    case 'is-null':
      return `${columnToSql(filter.column)} IS NULL`;
    case 'is-not-null':
      return `${columnToSql(filter.column)} IS NOT NULL`;
    case 'or':
      return filter.any.length === 0 ? 'FALSE' : `(${filter.any.map((all) => conjunctionToSql(all, fields, columnToSql)).join(' OR ')})`;
  }
}

/** All of the filters as one SQL condition. */
export function conjunctionToSql(filters: readonly Filter[], fields: readonly Field[], columnToSql: ColumnToSql = quoteName): string {
  return filters.length === 0 ? 'TRUE' : `(${filters.map((filter) => filterToSql(filter, fields, columnToSql)).join(' AND ')})`;
}

/** A value given as text, as an SQL expression of the type. */
export function typedText(text: string | null, type: DataType): string {
  return `CAST(${text === null ? 'NULL' : quoteText(text)} AS ${typeToSql(type)})`;
}

export interface SelectParts {
  /** What stands after FROM. */
  readonly from: string;
  readonly columns: readonly ScanColumn[];
  readonly fields: readonly Field[];
  readonly filters: readonly Filter[];
  /** Columns that are not in the source but constant, by name, as SQL text. */
  readonly constants?: Readonly<Record<string, string | null>>;
  /** A further condition over the source's own columns. */
  readonly where?: string;
}

/**
 * The SELECT of a native scan: the columns in their order and under their names, constants and missing columns put in, filters applied.
 * Columns are cast to the type they are to have, which costs nothing where the source has it already. With no columns it yields one column of NULLs, so that rows can still be counted.
 */
export function scanSelect({ from, columns, fields, filters, constants = {}, where }: SelectParts): string {
  const isConstant = (name: string) => Object.hasOwn(constants, name);
  const columnToSql = (name: string) => {
    const type = columnType(name, fields);
    return isConstant(name) ? typedText(constants[name]!, type) : castTo(quoteName(name), type);
  };
  const list = columns.map(({ name }) => `${columnToSql(name)} AS ${quoteName(name)}`);
  // Last: most rows pass it, so that it is cheaper to apply to what the filters leave.
  const conditions = [...filters.map((filter) => filterToSql(filter, fields, columnToSql)), ...(where === undefined ? [] : [where])];
  const condition = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT ${list.length === 0 ? 'NULL AS "count"' : list.join(', ')} FROM ${from}${condition}`;
}

/** Names of the columns that a filter looks at. */
export function filterColumns(filter: Filter): readonly string[] {
  return filter.kind === 'or' ? filter.any.flatMap((all) => all.flatMap(filterColumns)) : [filter.column];
}

/** Splits with the same values of partition columns. */
export interface PartitionGroup {
  readonly constants: Readonly<Record<string, string | null>>;
  readonly splits: readonly Split[];
}

/** Splits in groups that agree in the values of the partition columns that matter, in order of first appearance. */
export function groupByPartition(splits: readonly Split[], columns: readonly string[]): readonly PartitionGroup[] {
  const groups = new Map<string, { readonly constants: PartitionGroup['constants']; readonly splits: Split[] }>();
  for (const split of splits) {
    const constants = Object.fromEntries(Object.entries(split.partitionValues ?? {}).filter(([name]) => columns.includes(name)));
    const key = JSON.stringify(Object.entries(constants));
    const group = groups.get(key) ?? { constants, splits: [] };
    groups.set(key, group);
    group.splits.push(split);
  }
  return [...groups.values()];
}

/** The type of an untyped NULL has no values to cast. */
function castTo(sql: string, type: DataType): string {
  return type.id === 'NULL' ? sql : `CAST(${sql} AS ${typeToSql(type)})`;
}

function columnType(name: string, fields: readonly Field[]): DataType {
  return fields.find((field) => field.name === name)?.type ?? { id: 'VARCHAR' };
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
