import {
  Binary,
  Bool,
  type Data,
  type DataType as ArrowType,
  DateDay,
  Decimal,
  Field,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  List,
  makeData,
  TimeMicrosecond,
  TimestampMicrosecond,
  Uint32,
  Utf8,
} from 'apache-arrow';
import type { Reader } from '../types/column-read.js';
import { readBooleans, readDoubleWords, readInt16s, readWords } from './read-fixed.js';
import { readDecimals } from './read-decimal.js';
import { readIntervals } from './read-interval.js';
import { readLists } from './read-list.js';
import { readDates, readTimestamps } from './read-temporal.js';
import { readUuids, readVariable, type VariableValues } from './read-text.js';
import type { Refuse } from './refuse.js';
import { type Values, validityOf } from './values.js';

export interface ReadContext {
  readonly refuse: Refuse;
  readonly checkText: boolean;
}

/** The Arrow type that a reader makes. UUID and INTERVAL travel as text. */
export function arrowType(reader: Reader): ArrowType {
  if (typeof reader === 'object') {
    if ('list' in reader) return new List(new Field('item', arrowType(reader.list), true));
    const [width, scale] = reader.decimal;
    return new Decimal(scale, width, 128);
  }
  return SIMPLE[reader]();
}

const SIMPLE: Readonly<Record<Extract<Reader, string>, () => ArrowType>> = {
  boolean: () => new Bool(),
  int2: () => new Int16(),
  int4: () => new Int32(),
  int8: () => new Int64(),
  uint4: () => new Uint32(),
  float4: () => new Float32(),
  float8: () => new Float64(),
  text: () => new Utf8(),
  uuid: () => new Utf8(),
  interval: () => new Utf8(),
  bytes: () => new Binary(),
  date: () => new DateDay(),
  time: () => new TimeMicrosecond(),
  timestamp: () => new TimestampMicrosecond(),
};

/** One column's values as Arrow. */
export function readColumn(reader: Reader, values: Values, context: ReadContext): Data {
  const type = arrowType(reader);
  const { nullCount, bitmap } = validityOf(values);
  const common = { type, length: values.count, nullCount, ...(bitmap ? { nullBitmap: bitmap } : {}) };
  if (typeof reader === 'object' && 'list' in reader) {
    const { offsets, elements } = readLists(values, context.refuse);
    return makeData({ ...common, type: type as List, valueOffsets: offsets, child: readColumn(reader.list, elements, context) });
  }
  const read = typeof reader === 'object' ? readDecimals(values, reader.decimal, context.refuse) : readSimple(reader, values, context);
  const buffers = ArrayBuffer.isView(read) ? { data: read } : { valueOffsets: read.offsets, data: read.data };
  return makeData<ArrowType>({ ...common, ...buffers } as never);
}

function readSimple(reader: Extract<Reader, string>, values: Values, { refuse, checkText }: ReadContext): ArrayBufferView | VariableValues {
  switch (reader) {
    case 'boolean':
      return readBooleans(values);
    case 'int2':
      return readInt16s(values);
    case 'int4':
      return readWords(values);
    case 'uint4':
      return new Uint32Array(readWords(values).buffer);
    case 'float4':
      return new Float32Array(readWords(values).buffer);
    case 'int8':
    case 'time':
      return new BigInt64Array(readDoubleWords(values).buffer);
    case 'float8':
      return new Float64Array(readDoubleWords(values).buffer);
    case 'date':
      return readDates(values);
    case 'timestamp':
      return new BigInt64Array(readTimestamps(values, refuse).buffer);
    case 'interval':
      return readIntervals(values, refuse);
    case 'uuid':
      return readUuids(values);
    case 'text':
      return readVariable(values, checkText ? refuse : undefined);
    case 'bytes':
      return readVariable(values);
  }
}
