import { type DataType, internalError, typeToSql } from '@arbalest/spi';
import type { Vector } from 'apache-arrow';
import type { Crossing, Primitive } from '../worker/worker-main.js';
import { isText } from './arrow-type.js';
import { dateText, timestampText, timeText } from './temporal-text.js';

/** How values of a type cross into a function and out of it. */
export function crossingOf(type: DataType): Crossing {
  if (type.id === 'BLOB') return 'bytes';
  return ['LIST', 'ARRAY', 'STRUCT', 'MAP', 'INTERVAL'].includes(type.id) ? 'json' : 'plain';
}

/** A column as the function sees it: its values as primitives. README.md says which JavaScript type each SQL type is. */
export function readColumn(column: Vector, type: DataType): readonly Primitive[] {
  const read = reader(type);
  const raw = type.id === 'DATE' || UNITS[type.id] !== undefined ? rawValues(column) : undefined;
  return Array.from({ length: column.length }, (_, row) => {
    const value = column.get(row) as unknown;
    return value === null || value === undefined ? null : read(raw?.[row] ?? value);
  });
}

/** Dates and timestamps as they lie: what columns give of them are milliseconds in a number, which lose digits. */
function rawValues(column: Vector): ArrayLike<number | bigint> | undefined {
  const [data] = column.data;
  return data === undefined ? undefined : (data.values as Int32Array | BigInt64Array);
}

/**
 * Groups of rows, a list of them for each value of the column, as JSON: each row an array of the aggregate's arguments. Where NULL propagates, rows that hold one are left out.
 */
export function readGroups(column: Vector, type: DataType, { arity, propagates }: GroupShape): readonly Primitive[] {
  if (type.id !== 'LIST') throw internalError('FUNCTION_GROUPS', `Groups come as a LIST, not as ${typeToSql(type)}`);
  const { child } = type;
  const row = (value: unknown): readonly unknown[] => {
    if (arity === 0) return [];
    if (arity === 1) return [plainValue(value, child)];
    return child.id === 'STRUCT'
      ? child.fields.map(({ name, type: part }) => plainValue((value as Record<string, unknown>)[name], part))
      : [];
  };
  return Array.from({ length: column.length }, (_, at) => {
    const list = column.get(at) as Iterable<unknown> | null;
    const rows = list === null ? [] : Array.from(list, row);
    return JSON.stringify(propagates ? rows.filter((values) => !values.includes(null)) : rows);
  });
}

export interface GroupShape {
  /** How many arguments the aggregate has. */
  readonly arity: number;
  readonly propagates: boolean;
}

/** Lists of states, which are JSON text as bytes: an array of texts for each group. */
export function readStates(column: Vector): readonly Primitive[] {
  return Array.from({ length: column.length }, (_, at) => {
    const list = column.get(at) as Iterable<Uint8Array | null> | null;
    return JSON.stringify(list === null ? [] : Array.from(list, (state) => (state === null ? null : Buffer.from(state).toString('utf8'))));
  });
}

const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, bigint>> = {
  TIMESTAMP_S: 1n,
  TIMESTAMP_MS: 1000n,
  TIMESTAMP: 1_000_000n,
  'TIMESTAMP WITH TIME ZONE': 1_000_000n,
  TIMESTAMP_NS: 1_000_000_000n,
};

function reader(type: DataType): (value: unknown) => Primitive {
  if (isText(type)) return (value) => value as string;
  const units = UNITS[type.id];
  if (units !== undefined) return (value) => timestampText(typeof value === 'bigint' ? value : unitsOf(value as number, units), units);
  switch (type.id) {
    case 'BLOB':
      return (value) => Buffer.from(value as Uint8Array).toString('latin1');
    case 'DATE':
      return (value) => dateText(Number(value));
    case 'TIME':
      return (value) => timeText(value as bigint);
    case 'HUGEINT':
      return (value) => decimalUnits(value as Uint32Array);
    case 'DECIMAL':
      return (value) => decimalText(decimalUnits(value as Uint32Array), type.scale);
    case 'INTERVAL':
    case 'LIST':
    case 'ARRAY':
    case 'STRUCT':
    case 'MAP':
      return (value) => JSON.stringify(plainValue(value, type));
    default:
      return (value) => value as Primitive;
  }
}

/** A nested value as JSON has it: lists as arrays, structs as objects, maps as arrays of [key, value]. Integers that a number cannot hold are text. */
function plainValue(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return Array.from(value as Iterable<unknown>, (item) => plainValue(item, type.child));
    case 'STRUCT':
      return Object.fromEntries(
        type.fields.map(({ name, type: child }) => [name, plainValue((value as Record<string, unknown>)[name], child)]),
      );
    case 'INTERVAL': {
      const { months, days, nanos } = value as { months: number; days: number; nanos: bigint };
      return { months, days, nanos: safeNumber(nanos) };
    }
    case 'MAP':
      return Array.from(value as Iterable<[unknown, unknown]>, ([key, item]) => [plainValue(key, type.key), plainValue(item, type.value)]);
    default:
      return leaf(reader(type)(type.id === 'DATE' ? Math.floor((value as number) / DAY_MS) : value));
  }
}

/** Of milliseconds with a fraction, as values inside lists come: exact to the microsecond. */
function unitsOf(ms: number, units: bigint): bigint {
  return (BigInt(Math.round(ms * 1000)) * units) / 1_000_000n;
}

function leaf(value: Primitive): unknown {
  return typeof value === 'bigint' ? safeNumber(value) : value;
}

function safeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** The two's complement integer in 128 bits, least significant word first. */
function decimalUnits(words: Uint32Array): bigint {
  const unsigned = [3, 2, 1, 0].reduce((value, at) => (value << 32n) | BigInt(words[at]!), 0n);
  return BigInt.asIntN(128, unsigned);
}

function decimalText(units: bigint, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
