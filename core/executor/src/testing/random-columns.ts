import * as arrow from 'apache-arrow';

/** Numbers in [0, 1) that are the same for the same seed. */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of each layout, and of each width, that can travel. */
export const COLUMN_TYPES: readonly arrow.DataType[] = [
  new arrow.Null(),
  new arrow.Bool(),
  new arrow.Int8(),
  new arrow.Uint16(),
  new arrow.Int32(),
  new arrow.Int64(),
  new arrow.Uint64(),
  new arrow.Float16(),
  new arrow.Float32(),
  new arrow.Float64(),
  new arrow.Decimal(4, 38, 128),
  new arrow.Decimal(4, 76, 256),
  new arrow.DateDay(),
  new arrow.DateMillisecond(),
  new arrow.TimeSecond(),
  new arrow.TimeMicrosecond(),
  new arrow.TimestampMicrosecond('UTC'),
  new arrow.DurationMicrosecond(),
  new arrow.IntervalYearMonth(),
  new arrow.IntervalMonthDayNano(),
  new arrow.FixedSizeBinary(3),
  new arrow.FixedSizeBinary(12),
  new arrow.FixedSizeBinary(16),
  new arrow.Utf8(),
  new arrow.LargeUtf8(),
  new arrow.Binary(),
  new arrow.LargeBinary(),
  new arrow.List(new arrow.Field('item', new arrow.Int32())),
  new arrow.List(new arrow.Field('item', new arrow.List(new arrow.Field('item', new arrow.Utf8())))),
  new arrow.List(new arrow.Field('item', new arrow.Bool())),
  new arrow.FixedSizeList(3, new arrow.Field('item', new arrow.Utf8())),
  new arrow.FixedSizeList(2, new arrow.Field('item', new arrow.FixedSizeList(2, new arrow.Field('item', new arrow.Int8())))),
  new arrow.Struct([
    new arrow.Field('a', new arrow.Bool()),
    new arrow.Field('b', new arrow.List(new arrow.Field('item', new arrow.Int64()))),
  ]),
  new arrow.Map_(
    new arrow.Field(
      'entries',
      new arrow.Struct([new arrow.Field('key', new arrow.Utf8(), false), new arrow.Field('value', new arrow.Float64())]) as never,
      false,
    ),
  ),
  new arrow.SparseUnion([0, 1] as never, [new arrow.Field('a', new arrow.Int32()), new arrow.Field('b', new arrow.Utf8())]),
];

/** A column of random bytes in the type's layout: with nulls, without, or with a bitmap that says there are none. */
export function randomColumn(type: arrow.DataType, length: number, random: Random): arrow.Data {
  const common = { type, length, ...nulls(type, length, random) } as never as { type: never; length: number };
  if (arrow.DataType.isNull(type)) return arrow.makeData({ type, length });
  if (arrow.DataType.isBool(type)) return arrow.makeData({ ...common, data: bytes(Math.ceil(length / 8), random) } as never);
  if (arrow.DataType.isUtf8(type) || arrow.DataType.isBinary(type)) return variable(common, Int32Array, length, random);
  if (arrow.DataType.isLargeUtf8(type) || arrow.DataType.isLargeBinary(type)) return variable(common, BigInt64Array, length, random);
  if (arrow.DataType.isList(type) || arrow.DataType.isMap(type)) {
    const valueOffsets = offsets(length, 4, random);
    return arrow.makeData({ ...common, valueOffsets, child: randomColumn(type.children[0]!.type, valueOffsets[length]!, random) } as never);
  }
  if (arrow.DataType.isFixedSizeList(type)) {
    return arrow.makeData({ ...common, child: randomColumn(type.children[0]!.type, length * type.listSize, random) } as never);
  }
  if (arrow.DataType.isStruct(type)) return arrow.makeData({ ...common, children: children(type, length, random) } as never);
  if (arrow.DataType.isUnion(type)) {
    const typeIds = Int8Array.from({ length }, () => Math.floor(random() * type.children.length));
    return arrow.makeData({ type, length, typeIds, children: children(type, length, random) } as never);
  }
  return arrow.makeData({ ...common, data: fixed(type, length, random) } as never);
}

/** A value that `toEqual` compares, whatever its type. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plainValue);
  if (value instanceof arrow.Vector) return Array.from(value, plainValue);
  if (value instanceof arrow.MapRow) return [...value].map(([key, entry]) => [plainValue(key), plainValue(entry)]);
  if (value instanceof arrow.StructRow) return [...value].map(([key, entry]) => [key, plainValue(entry)]);
  if (value instanceof Date) return value.getTime();
  return value;
}

function children(type: arrow.DataType, length: number, random: Random): arrow.Data[] {
  return type.children.map((child: arrow.Field) => randomColumn(child.type, length, random));
}

function nulls(type: arrow.DataType, length: number, random: Random): { nullBitmap?: Uint8Array; nullCount?: number } {
  const choice = random();
  if (choice < 0.3 || arrow.DataType.isUnion(type)) return { nullCount: 0 };
  if (choice < 0.4) return { nullBitmap: new Uint8Array(Math.ceil(length / 8)).fill(0xff) };
  return { nullBitmap: bytes(Math.ceil(length / 8), random) };
}

function variable(common: object, Offsets: typeof Int32Array | typeof BigInt64Array, length: number, random: Random): arrow.Data {
  // Short ones mostly, some longer than what the kernel copies word by word.
  const narrow = offsets(length, random() < 0.2 ? 200 : 12, random);
  const data = Uint8Array.from({ length: narrow[length]! }, () => 97 + Math.floor(random() * 26));
  const valueOffsets = Offsets === Int32Array ? narrow : BigInt64Array.from(narrow, BigInt);
  return arrow.makeData({ ...common, valueOffsets, data } as never);
}

function offsets(length: number, longest: number, random: Random): Int32Array {
  const result = new Int32Array(length + 1);
  for (let at = 0; at < length; at++) result[at + 1] = result[at]! + Math.floor(random() * (longest + 1));
  return result;
}

function fixed(type: arrow.DataType, length: number, random: Random): ArrayBufferView {
  const raw = bytes(length * byteWidth(type), random);
  if (arrow.DataType.isFixedSizeBinary(type)) return raw;
  const values = new (type as { ArrayType: new (buffer: ArrayBufferLike) => ArrayBufferView }).ArrayType(raw.buffer);
  // apache-arrow makes Dates of these, which hold no more than 2^53.
  const asDates = arrow.DataType.isDate(type) || arrow.DataType.isTimestamp(type);
  return asDates && values instanceof BigInt64Array ? values.map((value) => value >> 14n) : values;
}

function byteWidth(type: arrow.DataType): number {
  if (arrow.DataType.isFixedSizeBinary(type)) return type.byteWidth;
  if (arrow.DataType.isDecimal(type)) return type.bitWidth / 8;
  if (arrow.DataType.isInterval(type))
    return { [arrow.IntervalUnit.YEAR_MONTH]: 4, [arrow.IntervalUnit.DAY_TIME]: 8 }[type.unit as 0 | 1] ?? 16;
  return (type as { ArrayType: typeof Uint8Array }).ArrayType.BYTES_PER_ELEMENT;
}

function bytes(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
