import { filterColumns, quoteName, typedText, type CompareOp, type Field, type Filter } from '@arbalest/spi';
import { comparableTypes } from './read-parquet.js';

/** The columns of the filters whose statistics can tell anything, each once. Their bounds are called min0, max0, values0, nulls0, min1, … */
export function statisticsColumns(filters: readonly Filter[], fields: readonly Field[]): readonly Field[] {
  const names = new Set(filters.flatMap(filterColumns));
  return fields.filter(({ name, type }) => names.has(name) && comparableTypes.has(type.id));
}

/** An SQL condition over the bounds that is TRUE only when no row of a row group can pass all of the filters. */
export function cannotMatch(filters: readonly Filter[], columns: readonly Field[]): string {
  return any(filters.map((filter) => impossible(filter, columns)));
}

function impossible(filter: Filter, columns: readonly Field[]): string {
  if (filter.kind === 'or') return all(filter.any.map((conjunction) => cannotMatch(conjunction, columns)));
  const index = columns.findIndex(({ name }) => name === filter.column);
  if (index < 0) return 'FALSE';
  const bounds = boundsOf(index, columns[index]!);
  switch (filter.kind) {
    case 'is-null':
      return known(`${bounds.nulls} = 0`);
    case 'is-not-null':
      return known(`${bounds.values} = 0`);
    case 'in':
      return all(filter.values.map((value) => outside('=', value, bounds)));
    case 'compare':
      return outside(filter.op, filter.value, bounds);
  }
}

interface Bounds {
  readonly field: Field;
  readonly min: string;
  readonly max: string;
  readonly values: string;
  readonly nulls: string;
}

function boundsOf(index: number, field: Field): Bounds {
  const column = (name: string) => quoteName(`${name}${index}`);
  return { field, min: column('min'), max: column('max'), values: column('values'), nulls: column('nulls') };
}

function outside(op: CompareOp, text: string, { field, min, max, values }: Bounds): string {
  const value = typedText(text, field.type);
  const empty = known(`${values} = 0`);
  // NaN is the largest value there is and no part of the statistics.
  const hasNaN = field.type.id === 'FLOAT' || field.type.id === 'DOUBLE';
  const below = hasNaN ? 'FALSE' : known(`${max} < ${value}`);
  const notAbove = hasNaN ? 'FALSE' : known(`${max} <= ${value}`);
  switch (op) {
    case '=':
      return any([empty, hasNaN ? known(`NOT isnan(${value}) AND ${max} < ${value}`) : below, known(`${min} > ${value}`)]);
    case '<':
      return any([empty, known(`${min} >= ${value}`)]);
    case '<=':
      return any([empty, known(`${min} > ${value}`)]);
    case '>':
      return any([empty, notAbove]);
    case '>=':
      return any([empty, below]);
    case '<>':
      return empty;
  }
}

/** Bounds that are not there are NULL, and prove nothing. */
function known(condition: string): string {
  return `coalesce(${condition}, FALSE)`;
}

function any(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
}

function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'TRUE' : `(${conditions.join(' AND ')})`;
}
