import { type DataType, typeToSql, userError } from '@arbalest/spi';
import { makeData, vectorFromArray, type Data, type DataType as Arrow } from 'apache-arrow';
import type { Primitive } from '../worker/worker-main.js';
import { arrowType, isText } from './arrow-type.js';
import { parseDate, parseTime, parseTimestamp } from './temporal-text.js';

/**
 * What a function gave, as a column of its declared type.
 *
 * @throws user error `FUNCTION_ANSWER` that says which value does not fit
 */
export function writeColumn(values: readonly Primitive[], type: DataType, name: string): Data {
  const arrow = arrowType(type.id === 'INTERVAL' ? INTERVAL : type);
  const convert = converter(type);
  const converted = values.map((value) => {
    if (value === null || value === undefined) return null;
    const result = convert(value);
    if (result === undefined) throw misfit(name, value, type);
    return result;
  });
  const width = FIXED_BYTES[type.id];
  if (width !== undefined) return fixedWidth(arrow, converted as (bigint | null)[], width);
  const vector = vectorFromArray(converted, arrow);
  return vector.data[0] ?? makeData({ type: arrow, length: 0 } as never);
}

const INTERVAL: DataType = {
  id: 'STRUCT',
  fields: [
    { name: 'months', type: { id: 'INTEGER' } },
    { name: 'days', type: { id: 'INTEGER' } },
    { name: 'nanos', type: { id: 'BIGINT' } },
  ],
};

/** Types whose integers are put down byte by byte: what makes columns would read them as milliseconds, or lose their digits. */
const FIXED_BYTES: Readonly<Record<string, number>> = {
  HUGEINT: 16,
  DECIMAL: 16,
  DATE: 4,
  TIME: 8,
  TIMESTAMP: 8,
  TIMESTAMP_S: 8,
  TIMESTAMP_MS: 8,
  TIMESTAMP_NS: 8,
  'TIMESTAMP WITH TIME ZONE': 8,
};

const INTEGERS: Readonly<Record<string, readonly [min: bigint, max: bigint]>> = {
  TINYINT: [-(2n ** 7n), 2n ** 7n - 1n],
  SMALLINT: [-(2n ** 15n), 2n ** 15n - 1n],
  INTEGER: [-(2n ** 31n), 2n ** 31n - 1n],
  BIGINT: [-(2n ** 63n), 2n ** 63n - 1n],
  UTINYINT: [0n, 2n ** 8n - 1n],
  USMALLINT: [0n, 2n ** 16n - 1n],
  UINTEGER: [0n, 2n ** 32n - 1n],
  UBIGINT: [0n, 2n ** 64n - 1n],
  HUGEINT: [-(2n ** 127n), 2n ** 127n - 1n],
};

const TIMESTAMP_UNITS: Readonly<Record<string, bigint>> = {
  TIMESTAMP_S: 1n,
  TIMESTAMP_MS: 1000n,
  TIMESTAMP: 1_000_000n,
  'TIMESTAMP WITH TIME ZONE': 1_000_000n,
  TIMESTAMP_NS: 1_000_000_000n,
};

type Convert = (value: unknown) => unknown;

/** Gives undefined for a value that does not fit. */
function converter(type: DataType): Convert {
  if (isText(type)) return (value) => (typeof value === 'string' ? value : isScalar(value) ? String(value) : undefined);
  const range = INTEGERS[type.id];
  if (range !== undefined) return (value) => integer(value, range, type.id === 'BIGINT' || type.id === 'UBIGINT' || type.id === 'HUGEINT');
  const units = TIMESTAMP_UNITS[type.id];
  if (units !== undefined) return (value) => (typeof value === 'string' ? parseTimestamp(value, units) : undefined);
  switch (type.id) {
    case 'BOOLEAN':
      return (value) => (typeof value === 'boolean' ? value : undefined);
    case 'FLOAT':
    case 'DOUBLE':
      return (value) => (typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : undefined);
    case 'BLOB':
      return (value) => (typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'latin1')) : undefined);
    case 'DECIMAL':
      return (value) => decimal(value, type.width, type.scale);
    case 'DATE':
      return (value) => {
        const days = typeof value === 'string' ? parseDate(value) : undefined;
        return days === undefined ? undefined : BigInt(days);
      };
    case 'TIME':
      return (value) => (typeof value === 'string' ? parseTime(value) : undefined);
    case 'INTERVAL':
      return (value) => nested(JSON.parse(value as string), INTERVAL);
    default:
      return (value) => nested(JSON.parse(value as string), type);
  }
}

function isScalar(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** A nested value, already parsed. */
function nested(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  switch (type.id) {
    case 'LIST':
      return Array.isArray(value) ? all(value.map((item) => nested(item, type.child))) : undefined;
    case 'ARRAY':
      return Array.isArray(value) && value.length === type.size ? all(value.map((item) => nested(item, type.child))) : undefined;
    case 'STRUCT':
      return typeof value === 'object' && !Array.isArray(value) ? struct(value as Record<string, unknown>, type.fields) : undefined;
    case 'MAP':
      return mapOf(value, type.key, type.value);
    default:
      return converter(type)(value);
  }
}

function all(items: readonly unknown[]): readonly unknown[] | undefined {
  return items.includes(undefined) ? undefined : items;
}

function struct(value: Record<string, unknown>, fields: readonly { readonly name: string; readonly type: DataType }[]): unknown {
  const parts = fields.map(({ name, type }) => [name, nested(value[name], type)] as const);
  return parts.some(([, part]) => part === undefined) ? undefined : Object.fromEntries(parts);
}

function mapOf(value: unknown, key: DataType, item: DataType): unknown {
  const entries = Array.isArray(value) ? value : typeof value === 'object' ? Object.entries(value as object) : undefined;
  if (entries === undefined || !entries.every((entry) => Array.isArray(entry) && entry.length === 2)) return undefined;
  const pairs = (entries as [unknown, unknown][]).map(([k, v]) => [nested(k, key), nested(v, item)] as const);
  return pairs.some(([k, v]) => k === undefined || k === null || v === undefined) ? undefined : new Map(pairs);
}

function integer(value: unknown, [min, max]: readonly [bigint, bigint], big: boolean): bigint | number | undefined {
  const exact = wholeNumber(value);
  if (exact === undefined || exact < min || exact > max) return undefined;
  return big ? exact : Number(exact);
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : undefined;
}

/** Units of the last place; a number is taken by its shortest text. */
function decimal(value: unknown, width: number, scale: number): bigint | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (found === null) return undefined;
  const [, sign, whole, fraction = ''] = found;
  if (fraction.length > scale && /[1-9]/.test(fraction.slice(scale))) return undefined;
  const units = BigInt(whole! + fraction.slice(0, scale).padEnd(scale, '0'));
  if (String(units).length > width) return undefined;
  return sign === '-' ? -units : units;
}

function fixedWidth(type: Arrow, values: readonly (bigint | null)[], width: number): Data {
  const bytes = Buffer.alloc(values.length * width);
  const valid = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (const [row, value] of values.entries()) {
    if (value === null) {
      nullCount++;
      continue;
    }
    valid[row >> 3]! |= 1 << (row & 7);
    putInteger(bytes, row * width, value, width);
  }
  const data =
    width === 8
      ? new BigInt64Array(bytes.buffer, bytes.byteOffset, values.length)
      : new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return makeData({ type, length: values.length, nullCount, nullBitmap: nullCount === 0 ? null : valid, data } as never);
}

function putInteger(bytes: Buffer, at: number, value: bigint, width: number): void {
  if (width === 4) bytes.writeInt32LE(Number(value), at);
  else for (let word = 0; word * 8 < width; word++) bytes.writeBigInt64LE(BigInt.asIntN(64, value >> BigInt(64 * word)), at + 8 * word);
}

function misfit(name: string, value: Primitive, type: DataType) {
  const text = String(value);
  return userError(
    'FUNCTION_ANSWER',
    `Function ${name} gave ${text.length > 60 ? `${text.slice(0, 60)}…` : text}, which is no ${typeToSql(type)}`,
  );
}
