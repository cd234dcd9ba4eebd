import { internalError } from '@arbalest/spi';
import { type Data, DataType as Arrow, Precision, TimeUnit, Type } from 'apache-arrow';
import type { Sink } from './sink.js';
import { decimalWriter } from './write-decimal.js';

/** Writes the value of a row of a batch. */
export type ValueWriter = (row: number) => void;

const THOUSAND = 1000n;

/**
 * Writes what may be NULL, as a union of null and the value's type. What Avro type the value has is that of `writtenSchema`, which Arrow's types say as well.
 *
 * @throws internal error `CODEC_TYPE` for a column of Arrow that no SQL type which is written travels as
 */
export function nullableWriter(data: Data, sink: Sink): ValueWriter {
  if (Arrow.isNull(data.type)) return () => undefined;
  const write = valueWriter(data, sink);
  if (data.nullCount === 0)
    return (row) => {
      sink.byte(2);
      write(row);
    };
  return (row) => {
    if (!data.getValid(row)) return sink.byte(0);
    sink.byte(2);
    write(row);
  };
}

function valueWriter(data: Data, sink: Sink): ValueWriter {
  const { type } = data;
  if (Arrow.isBool(type)) return booleanWriter(data, sink);
  if (Arrow.isInt(type)) return wholeWriter(data, sink);
  if (Arrow.isFloat(type)) {
    const values = data.values as Float64Array;
    return type.precision === Precision.SINGLE ? (row) => sink.float(values[row]!) : (row) => sink.double(values[row]!);
  }
  if (Arrow.isDecimal(type)) return decimalWriter(data.values as Uint32Array, sink);
  if (Arrow.isUtf8(type) || Arrow.isBinary(type)) return bytesWriter(data, sink);
  if (Arrow.isDate(type)) return wholeWriter(data, sink);
  if (Arrow.isTime(type) || Arrow.isTimestamp(type)) return temporalWriter(data, type.unit, sink);
  return nestedWriter(data, sink);
}

function booleanWriter(data: Data, sink: Sink): ValueWriter {
  const bits = data.values as Uint8Array;
  return (row) => {
    const at = data.offset + row;
    sink.byte((bits[at >> 3]! >> (at & 7)) & 1);
  };
}

/** Of 8 to 64 bits. Without a sign, 64 bits are a decimal. */
function wholeWriter(data: Data, sink: Sink): ValueWriter {
  const { type } = data;
  const values = data.values as Int32Array | BigInt64Array | BigUint64Array;
  if (values instanceof BigInt64Array) return wordsWriter(values, sink);
  if (values instanceof BigUint64Array) {
    const words = new Uint32Array(4);
    const write = decimalWriter(words, sink);
    return (row) => {
      const value = values[row]!;
      words[0] = Number(value & 0xffffffffn);
      words[1] = Number(value >> 32n);
      write(0);
    };
  }
  const numbers = values;
  return Arrow.isInt(type) && type.bitWidth === 32 && !type.isSigned
    ? (row) => sink.count(numbers[row]!)
    : (row) => sink.int(numbers[row]!);
}

function wordsWriter(values: BigInt64Array, sink: Sink): ValueWriter {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  return (row) => sink.long(words[2 * row]!, words[2 * row + 1]!);
}

/** Avro has no seconds: they become milliseconds. */
function temporalWriter(data: Data, unit: TimeUnit, sink: Sink): ValueWriter {
  const values = data.values as BigInt64Array;
  if (unit !== TimeUnit.SECOND) return wordsWriter(values, sink);
  return (row) => {
    const value = values[row]! * THOUSAND;
    sink.long(Number(BigInt.asIntN(32, value)), Number(value >> 32n));
  };
}

function bytesWriter(data: Data, sink: Sink): ValueWriter {
  const bytes = data.values as Uint8Array;
  const offsets = data.valueOffsets as Int32Array;
  return (row) => sink.sized(bytes.subarray(offsets[row], offsets[row + 1]));
}

function nestedWriter(data: Data, sink: Sink): ValueWriter {
  const { type, children } = data;
  const offsets = data.valueOffsets as Int32Array;
  if (Arrow.isStruct(type)) {
    const writers = children.map((child) => nullableWriter(child, sink));
    return (row) => {
      for (const write of writers) write(row);
    };
  }
  if (Arrow.isFixedSizeList(type)) {
    const size = type.listSize;
    return itemsWriter(sink, nullableWriter(children[0]!, sink), (row) => [(data.offset + row) * size, (data.offset + row + 1) * size]);
  }
  const range = (row: number): [number, number] => [offsets[row]!, offsets[row + 1]!];
  if (Arrow.isList(type)) return itemsWriter(sink, nullableWriter(children[0]!, sink), range);
  if (Arrow.isMap(type)) {
    const [key, value] = children[0]!.children as [Data, Data];
    const [writeKey, writeValue] = [valueWriter(key, sink), nullableWriter(value, sink)];
    return itemsWriter(
      sink,
      (row) => {
        writeKey(row);
        writeValue(row);
      },
      range,
    );
  }
  throw internalError(
    'CODEC_TYPE',
    `A column of the Arrow type ${Type[type.typeId]} is to be written as Avro, which no SQL type travels as`,
  );
}

/** Items in one block, and the mark of their end. */
function itemsWriter(sink: Sink, write: ValueWriter, range: (row: number) => [number, number]): ValueWriter {
  return (row) => {
    const [start, end] = range(row);
    if (end > start) sink.count(end - start);
    for (let at = start; at < end; at++) write(at);
    sink.byte(0);
  };
}
