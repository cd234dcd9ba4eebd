import { DataType, DateUnit, IntervalUnit, type Data, type Table, TimeUnit } from 'apache-arrow';

/**
 * A value in a form in which results of different engines compare: NULL as null, floating point as numbers, every other scalar as text
 * (points in time as nanoseconds, so that units do not matter), lists, structs and maps as arrays.
 */
export type Canonical = null | number | string | readonly Canonical[];

export type CanonicalRow = readonly Canonical[];

export function canonicalRowsOfArrow(table: Table): CanonicalRow[] {
  const rows: CanonicalRow[] = [];
  for (const batch of table.batches) {
    for (let row = 0; row < batch.numRows; row++) rows.push(batch.data.children.map((column) => ofArrow(column, row)));
  }
  return rows;
}

function ofArrow(data: Data, index: number): Canonical {
  if (DataType.isNull(data.type) || !data.getValid(index)) return null;
  const { type } = data;
  if (DataType.isList(type)) return range(data.valueOffsets[index] as number, data.valueOffsets[index + 1] as number, data.children[0]!);
  if (DataType.isFixedSizeList(type))
    return range((data.offset + index) * type.listSize, (data.offset + index + 1) * type.listSize, data.children[0]!);
  if (DataType.isStruct(type)) return data.children.map((child) => ofArrow(child, index));
  if (DataType.isMap(type)) return range(data.valueOffsets[index] as number, data.valueOffsets[index + 1] as number, data.children[0]!);
  return scalarOfArrow(data, index);
}

function range(start: number, end: number, child: Data): Canonical {
  return Array.from({ length: Number(end) - Number(start) }, (_, i) => ofArrow(child, Number(start) + i));
}

const NANOS_PER_UNIT: Readonly<Record<TimeUnit, bigint>> = {
  [TimeUnit.SECOND]: 1_000_000_000n,
  [TimeUnit.MILLISECOND]: 1_000_000n,
  [TimeUnit.MICROSECOND]: 1_000n,
  [TimeUnit.NANOSECOND]: 1n,
};

function scalarOfArrow(data: Data, index: number): Canonical {
  const { type } = data;
  const values = data.values as ArrayLike<number | bigint>;
  if (DataType.isBool(type))
    return String((((data.values as Uint8Array)[(data.offset + index) >> 3]! >> ((data.offset + index) & 7)) & 1) === 1);
  if (DataType.isInt(type)) return String(values[index]);
  if (DataType.isFloat(type)) return Number(values[index]);
  if (DataType.isDecimal(type)) return decimalText(wideInteger(data, index), type.scale);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return Buffer.from(bytesAt(data, index)).toString('utf8');
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return Buffer.from(bytesAt(data, index)).toString('hex');
  if (DataType.isDate(type)) return instant(BigInt(values[index]!) * (type.unit === DateUnit.DAY ? 86_400_000_000_000n : 1_000_000n));
  if (DataType.isTimestamp(type) || DataType.isTime(type)) return instant(BigInt(values[index]!) * NANOS_PER_UNIT[type.unit]);
  if (DataType.isInterval(type) && type.unit === IntervalUnit.MONTH_DAY_NANO) return monthDayNano(data, index);
  throw new TypeError(`No canonical form for Arrow type ${type.typeId}`);
}

function bytesAt(data: Data, index: number): Uint8Array {
  const offsets = data.valueOffsets as unknown as ArrayLike<number | bigint>;
  return (data.values as Uint8Array).subarray(Number(offsets[index]), Number(offsets[index + 1]));
}

/** 128 or 256 bits, little endian, two's complement. */
function wideInteger(data: Data, index: number): bigint {
  const words = data.values as Uint32Array;
  const width = (data.type as { bitWidth?: number }).bitWidth ?? 128;
  const count = width / 32;
  let value = 0n;
  for (let word = count - 1; word >= 0; word--) value = (value << 32n) | BigInt(words[index * count + word]!);
  return BigInt.asIntN(width, value);
}

function monthDayNano(data: Data, index: number): string {
  const words = data.values as Int32Array;
  const nanos = (BigInt(words[index * 4 + 3]!) << 32n) | BigInt(words[index * 4 + 2]! >>> 0);
  return `${words[index * 4]}m ${words[index * 4 + 1]}d ${nanos / 1_000n}us`;
}

/** Digits without their point, and how many stand after it, as text. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A point in time, or a time of day, in nanoseconds. */
export function instant(nanos: bigint): string {
  return `${nanos}ns`;
}
