import type { DataType } from '@arbalest/spi';
import type { BytesColumn } from '../arrow/bytes-column.js';
import type { Column } from '../arrow/column.js';
import type { BooleanColumn, FixedColumn } from '../arrow/fixed-columns.js';
import { CorruptBytes } from '../container/corrupt.js';
import type { AvroType } from '../schema/avro-type.js';
import type { Cursor } from './cursor.js';
import { decimalStep, decimalTextStep } from './decimal-step.js';
import type { Step } from './skip.js';
import { intervalStep, millisTimeStep, millisToMicrosStep, timeStep } from './temporal-step.js';

type Scalar = Exclude<AvroType, { kind: 'null' | 'array' | 'map' | 'record' | 'union' }>;

/** How a value that holds no others goes into its column; undefined when it is of another type. */
export function scalarStep(type: Scalar, target: DataType, column: Column): Step | undefined {
  switch (type.kind) {
    case 'boolean':
      return target.id === 'BOOLEAN' ? (cursor) => (column as BooleanColumn).append(cursor.boolean()) : undefined;
    case 'float':
      return isReal(target) ? numberStep(column, (cursor) => cursor.bytes.readFloatLE(cursor.skip(4))) : undefined;
    case 'double':
      return target.id === 'DOUBLE' ? numberStep(column, (cursor) => cursor.bytes.readDoubleLE(cursor.skip(8))) : undefined;
    case 'int':
      return type.logical === undefined ? intStep(target, column) : logicalInt(type.logical.id, target, column);
    case 'long':
      return type.logical === undefined ? longStep(target, column) : logicalLong(type.logical.id, target, column);
    case 'enum':
      return target.id === 'VARCHAR' ? enumStep(type.symbols, column as BytesColumn) : undefined;
    default:
      return bytesStep(type, target, column);
  }
}

function isReal({ id }: DataType): boolean {
  return id === 'FLOAT' || id === 'DOUBLE';
}

function numberStep(column: Column, read: (cursor: Cursor) => number): Step {
  const to = column as FixedColumn;
  return (cursor) => {
    const value = read(cursor);
    const at = to.next();
    to.values[at] = value;
  };
}

const int = (cursor: Cursor) => cursor.int();

function intStep(target: DataType, column: Column): Step | undefined {
  if (target.id === 'INTEGER' || target.id === 'DOUBLE') return numberStep(column, int);
  return target.id === 'BIGINT' ? wordsStep(column) : undefined;
}

function longStep(target: DataType, column: Column): Step | undefined {
  if (target.id === 'BIGINT') return wordsStep(column);
  if (target.id !== 'DOUBLE') return undefined;
  return numberStep(column, (cursor) => {
    cursor.long();
    return cursor.high * 2 ** 32 + (cursor.low >>> 0);
  });
}

/** A long as it is. */
function wordsStep(column: Column): Step {
  const to = column as FixedColumn;
  return (cursor) => {
    cursor.long();
    const at = to.next();
    to.values[at] = cursor.low;
    to.values[at + 1] = cursor.high;
  };
}

function logicalInt(logical: string, target: DataType, column: Column): Step | undefined {
  if (logical === 'date' && target.id === 'DATE') return numberStep(column, int);
  return logical === 'time-millis' && target.id === 'TIME' ? millisTimeStep(column as FixedColumn) : undefined;
}

function logicalLong(logical: string, target: DataType, column: Column): Step | undefined {
  switch (`${logical} ${target.id}`) {
    case 'time-micros TIME':
      return timeStep(column as FixedColumn);
    case 'timestamp-millis TIMESTAMP WITH TIME ZONE':
      return millisToMicrosStep(column as FixedColumn);
    case 'timestamp-micros TIMESTAMP WITH TIME ZONE':
    case 'timestamp-nanos TIMESTAMP_NS':
    case 'local-timestamp-millis TIMESTAMP_MS':
    case 'local-timestamp-micros TIMESTAMP':
    case 'local-timestamp-nanos TIMESTAMP_NS':
      return wordsStep(column);
    default:
      return undefined;
  }
}

function enumStep(symbols: readonly string[], column: BytesColumn): Step {
  const texts = symbols.map((symbol) => Buffer.from(symbol));
  return (cursor) => {
    const at = cursor.int();
    const text = texts[at];
    if (text === undefined) throw new CorruptBytes(`symbol ${at} of an enum of ${texts.length} cannot be`);
    column.append(text, 0, text.length);
  };
}

function bytesStep(type: Extract<Scalar, { kind: 'bytes' | 'string' | 'fixed' }>, target: DataType, column: Column): Step | undefined {
  const length = type.kind === 'fixed' ? () => type.size : (cursor: Cursor) => cursor.length();
  const { logical } = type;
  if (logical?.id === 'decimal') {
    if (target.id === 'VARCHAR') return decimalTextStep(logical, length, column as BytesColumn);
    const same = target.id === 'DECIMAL' && target.width === logical.precision && target.scale === logical.scale;
    return same ? decimalStep(logical.precision, length, column as FixedColumn) : undefined;
  }
  if (logical?.id === 'duration') return target.id === 'INTERVAL' ? intervalStep(column as FixedColumn) : undefined;
  const to = column as BytesColumn;
  if (logical?.id === 'uuid' && type.kind === 'fixed') return target.id === 'UUID' ? uuidStep(to) : undefined;
  const own = logical?.id === 'uuid' ? 'UUID' : type.kind === 'string' ? 'VARCHAR' : 'BLOB';
  if (target.id !== own) return undefined;
  return (cursor) => {
    const size = length(cursor);
    const from = cursor.skip(size);
    to.append(cursor.bytes, from, from + size);
  };
}

function uuidStep(column: BytesColumn): Step {
  return (cursor) => {
    const from = cursor.skip(16);
    const hex = cursor.bytes.toString('hex', from, from + 16);
    column.appendText(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
  };
}
