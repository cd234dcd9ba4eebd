import { type DataType, type ParameterValue, userError } from '@arbalest/spi';
import * as arrow from 'apache-arrow';

/**
 * The rows of a batch as values for parameters, in the order of its columns. Numbers, times and bytes keep the type that they have in the batch; text has
 * none, so that the statement decides what it means. Lists and structs go as literals of their parts.
 *
 * @throws user error `PARAMETER_TYPE`
 */
export function* parameterRows(batch: arrow.RecordBatch): Generator<readonly ParameterValue[], void, undefined> {
  const columns = batch.schema.fields.map((field, i) => ({ field, vector: batch.getChildAt(i)! }));
  for (let row = 0; row < batch.numRows; row++)
    yield columns.map(({ field, vector }) => value(field.name, field.type as arrow.DataType, vector, row));
}

function value(name: string, type: arrow.DataType, vector: arrow.Vector, row: number): ParameterValue {
  if (!vector.isValid(row) || arrow.DataType.isNull(type)) return null;
  if (arrow.DataType.isDictionary(type)) return value(name, type.dictionary as arrow.DataType, vector, row);
  const typed = typedText(type, vector, row);
  if (typed) return typed;
  const raw: unknown = vector.get(row);
  if (arrow.DataType.isBool(type) || isText(type)) return raw as string | boolean;
  if (arrow.DataType.isList(type) || arrow.DataType.isFixedSizeList(type)) return plainList(name, raw as arrow.Vector);
  if (arrow.DataType.isStruct(type)) return plainStruct(name, type, raw as Readonly<Record<string, unknown>>);
  throw userError(
    'PARAMETER_TYPE',
    `A parameter of the Arrow type ${typeName(type)} (${name}) cannot be bound; bind its text and CAST it in the statement`,
  );
}

function isText(type: arrow.DataType): boolean {
  return arrow.DataType.isUtf8(type) || arrow.DataType.isLargeUtf8(type) || arrow.DataType.isUtf8View(type);
}

function typedText(type: arrow.DataType, vector: arrow.Vector, row: number): ParameterValue | undefined {
  const raw: unknown = vector.get(row);
  if (arrow.DataType.isInt(type)) return typed(String(raw), integerType(type));
  if (arrow.DataType.isFloat(type)) return typed(String(raw), { id: type.precision === arrow.Precision.DOUBLE ? 'DOUBLE' : 'FLOAT' });
  if (arrow.DataType.isDecimal(type)) return typed(decimalText(raw as Uint32Array, type.scale), decimalType(type));
  if (arrow.DataType.isBinary(type) || arrow.DataType.isLargeBinary(type) || arrow.DataType.isFixedSizeBinary(type))
    return typed(bytesText(raw as Uint8Array), { id: 'BLOB' });
  if (arrow.DataType.isDate(type)) return typed(new Date(Number(raw)).toISOString().slice(0, 10), { id: 'DATE' });
  if (arrow.DataType.isTime(type)) return typed(timeText(BigInt(raw as bigint), type.unit), { id: 'TIME' });
  if (arrow.DataType.isTimestamp(type)) return timestamp(type, vector, row);
  return undefined;
}

function typed(text: string, type: DataType): ParameterValue {
  return { text, type };
}

function integerType({ bitWidth, isSigned }: arrow.Int): DataType {
  const name = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[bitWidth];
  return { id: `${isSigned ? '' : 'U'}${name}` as 'BIGINT' };
}

function decimalType({ precision, scale }: arrow.Decimal): DataType {
  return { id: 'DECIMAL', width: Math.min(38, precision), scale };
}

/** Of the 32-bit words of a two's complement number, the lowest first. */
function decimalText(words: Uint32Array, scale: number): string {
  let unsigned = 0n;
  for (let i = words.length - 1; i >= 0; i--) unsigned = (unsigned << 32n) | BigInt(words[i]!);
  const number = BigInt.asIntN(words.length * 32, unsigned);
  if (scale <= 0) return String(number * 10n ** BigInt(-scale));
  const digits = String(number < 0n ? -number : number).padStart(scale + 1, '0');
  return `${number < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function bytesText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

const PER_SECOND: Readonly<Record<number, bigint>> = { 0: 1n, 1: 1_000n, 2: 1_000_000n, 3: 1_000_000_000n };

function timeText(value: bigint, unit: number): string {
  const nanoseconds = (value * 1_000_000_000n) / PER_SECOND[unit]!;
  const seconds = Number(nanoseconds / 1_000_000_000n);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}.${String((nanoseconds % 1_000_000_000n) / 1000n).padStart(6, '0')}`;
}

/** From the number as it lies there: apache-arrow's own reading of it ends at milliseconds. */
function timestamp(type: arrow.Timestamp, vector: arrow.Vector, row: number): ParameterValue {
  const per = PER_SECOND[type.unit]!;
  const raw = rawInt64(vector, row);
  const seconds = raw >= 0n || raw % per === 0n ? raw / per : raw / per - 1n;
  const fraction = ((raw - seconds * per) * 1_000_000_000n) / per;
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) throw userError('PARAMETER_TYPE', `The timestamp ${raw} of unit ${type.unit} is out of range`);
  const day = date.toISOString().replace('T', ' ').slice(0, -5);
  const nanoseconds = type.unit === arrow.TimeUnit.NANOSECOND && !type.timezone;
  const text = `${day}.${String(fraction)
    .padStart(9, '0')
    .slice(0, nanoseconds ? 9 : 6)}`;
  if (type.timezone) return typed(`${text}+00`, { id: 'TIMESTAMP WITH TIME ZONE' });
  return typed(text, { id: nanoseconds ? 'TIMESTAMP_NS' : 'TIMESTAMP' });
}

function rawInt64(vector: arrow.Vector, row: number): bigint {
  let at = row;
  for (const data of vector.data) {
    if (at < data.length) return BigInt((data.values as BigInt64Array)[at]!);
    at -= data.length;
  }
  throw new RangeError(`There is no row ${row}`);
}

function plainList(name: string, list: arrow.Vector): ParameterValue {
  return Array.from(list, (item: unknown) => plain(name, list.type as arrow.DataType, item));
}

function plainStruct(name: string, type: arrow.Struct, row: Readonly<Record<string, unknown>>): ParameterValue {
  return Object.fromEntries(type.children.map((field) => [field.name, plain(name, field.type as arrow.DataType, row[field.name])]));
}

/** A part of a nested value, which has no type of its own. */
function plain(name: string, type: arrow.DataType, item: unknown): Exclude<ParameterValue, { readonly type: DataType }> {
  if (item === null || item === undefined) return null;
  if (typeof item === 'number' || typeof item === 'string' || typeof item === 'boolean') return item;
  if (typeof item === 'bigint' && Number.isSafeInteger(Number(item))) return Number(item);
  if (arrow.DataType.isList(type) || arrow.DataType.isFixedSizeList(type)) return plainList(name, item as arrow.Vector) as never;
  if (arrow.DataType.isStruct(type)) return plainStruct(name, type, item as Readonly<Record<string, unknown>>) as never;
  throw userError(
    'PARAMETER_TYPE',
    `A parameter with ${typeName(type)} inside it (${name}) cannot be bound: bind its text and CAST it in the statement`,
  );
}

function typeName(type: arrow.DataType): string {
  return arrow.Type[type.typeId];
}
