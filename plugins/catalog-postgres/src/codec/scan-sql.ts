import { type Filter, quoteName, quoteText } from '@arbalest/spi';
import type { ColumnRead, ScanOptions } from '../types/column-read.js';
import { literalText } from './literals.js';

/** A text as a literal of PostgreSQL, whatever `standard_conforming_strings` says. */
export function literal(text: string): string {
  return text.includes('\\') ? ` E${quoteText(text.replaceAll('\\', '\\\\'))}` : quoteText(text);
}

export function tableSql({ schema, table }: Pick<ScanOptions, 'schema' | 'table'>): string {
  return `${quoteName(schema)}.${quoteName(table)}`;
}

/** A column in the type that it is read as. */
export function columnSql(name: string, { cast }: ColumnRead): string {
  return `${quoteName(name)}::${cast}`;
}

/** The filter as a condition that is true for the same rows as in the engine; undefined where that is not sure. */
export function filterSql(filter: Filter, options: ScanOptions): string | undefined {
  if (filter.kind === 'or') return orSql(filter.any, options);
  const column = Object.hasOwn(options.columns, filter.column) ? options.columns[filter.column] : undefined;
  if (column === undefined) return undefined;
  switch (filter.kind) {
    case 'is-null':
      return `${columnSql(filter.column, column)} IS NULL`;
    case 'is-not-null':
      return `${columnSql(filter.column, column)} IS NOT NULL`;
    case 'compare':
      return compareSql(filter.column, column, filter.op, [filter.value], options);
    case 'in':
      return filter.values.length === 0 ? 'FALSE' : compareSql(filter.column, column, 'IN', filter.values, options);
  }
}

/** Several filters, all of which must hold. */
export function conditionSql(filters: readonly Filter[], options: ScanOptions): string | undefined {
  const parts = filters.map((filter) => filterSql(filter, options));
  return parts.every((part) => part !== undefined) ? (parts.length === 0 ? 'TRUE' : parts.join(' AND ')) : undefined;
}

function orSql(any: readonly (readonly Filter[])[], options: ScanOptions): string | undefined {
  const parts = any.map((all) => conditionSql(all, options));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return parts.length === 0 ? 'FALSE' : `(${parts.map((part) => `(${part})`).join(' OR ')})`;
}

/**
 * Text is told apart by the column's own collation where that is as strict as bytes are, so that an index serves, and ordered by bytes, as the engine orders it.
 */
function compareSql(name: string, column: ColumnRead, op: string, values: readonly string[], options: ScanOptions): string | undefined {
  const { compare, cast } = column;
  if (compare === undefined) return undefined;
  const texts = values.map((value) => literalText(value, compare));
  if (!texts.every((text) => text !== undefined)) return undefined;
  const isText = compare === 'text' || compare === 'text-by-bytes';
  const isOrder = !['=', '<>', 'IN'].includes(op);
  if (isText && isOrder && !options.textOrder) return undefined;
  const collation = isText && (isOrder || compare === 'text-by-bytes') ? ' COLLATE "C"' : '';
  const literals = texts.map((text) => `${literal(text)}::${cast}`);
  const right = op === 'IN' ? `(${literals.join(', ')})` : literals[0]!;
  return `${columnSql(name, column)}${collation} ${op} ${right}`;
}
