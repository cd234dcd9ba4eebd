import type { CompareOp, DataType, Field, Filter } from '@arbalest/spi';
import { isDate, type PartitionValues } from './hive.js';

/** True, false, or undefined for "cannot tell". SQL's NULL is false here: such a row is dropped. */
type Verdict = boolean | undefined;

/** False only when no row with these partition values can pass all of the filters. */
export function mayMatch(filters: readonly Filter[], values: PartitionValues, fields: readonly Field[]): boolean {
  return filters.every((filter) => verdict(filter, values, fields) !== false);
}

function verdict(filter: Filter, values: PartitionValues, fields: readonly Field[]): Verdict {
  if (filter.kind === 'or') return filter.any.some((all) => mayMatch(all, values, fields)) ? undefined : false;
  const value = values[filter.column];
  const type = fields.find(({ name }) => name === filter.column)?.type;
  if (value === undefined || type === undefined) return undefined;
  switch (filter.kind) {
    case 'is-null':
      return value === null;
    case 'is-not-null':
      return value !== null;
    case 'in':
      return value !== null && anyOf(filter.values.map((text) => compared('=', value, text, type)));
    case 'compare':
      return value !== null && compared(filter.op, value, filter.value, type);
  }
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
}

function compared(op: CompareOp, value: string, text: string, type: DataType): Verdict {
  const order = orderOf(value, text, type);
  if (order === undefined) return undefined;
  switch (op) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Below, at or above 0 as the first comes before, is, or comes after the second; undefined where the engine must say. */
function orderOf(a: string, b: string, type: DataType): number | undefined {
  switch (type.id) {
    case 'VARCHAR':
      return Buffer.compare(Buffer.from(a), Buffer.from(b));
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'BIGINT':
      return isInteger(a) && isInteger(b) ? Number(BigInt(a) > BigInt(b)) - Number(BigInt(a) < BigInt(b)) : undefined;
    case 'DATE':
      return isDate(a) && isDate(b) ? Number(a > b) - Number(a < b) : undefined;
    default:
      return undefined;
  }
}

function isInteger(text: string): boolean {
  return /^-?\d{1,40}$/.test(text);
}
