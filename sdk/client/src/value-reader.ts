import { type Data, DataType, makeVector } from 'apache-arrow';
import type { RowOptions } from './row.js';
import type { SqlType } from './sql-type.js';
import { dateDate, dateText, intervalText, timestampDate, timestampText, timeText } from './temporal-text.js';

export type ValueReader = (row: number) => unknown;

const TICKS_PER_SECOND: Readonly<Record<string, bigint>> = {
  TIMESTAMP_S: 1n,
  TIMESTAMP_MS: 1_000n,
  TIMESTAMP: 1_000_000n,
  'TIMESTAMP WITH TIME ZONE': 1_000_000n,
  TIMESTAMP_NS: 1_000_000_000n,
};

/**
 * Reads the values of one column of one batch as `Row` says. The SQL type decides what a value means: several of them have the same Arrow form,
 * and those without a lossless one (BIT, UUID, ENUM, UHUGEINT, …) travel as text.
 */
export function valueReader(type: SqlType, data: Data, options: RowOptions): ValueReader {
  const read = readerOf(type, data, options);
  // A union has no validity of its own: its members do.
  if (data.nullCount === 0 || type.id === 'UNION') return read;
  return (row) => (data.getValid(row) ? read(row) : null);
}

function readerOf(type: SqlType, data: Data, options: RowOptions): ValueReader {
  // Whatever travels as text is the text that SQL prints.
  if (DataType.isUtf8(data.type)) return textReader(data, /^U?HUGEINT$/.test(type.id) ? BigInt : String);
  switch (type.id) {
    case 'NULL':
      return () => null;
    case 'HUGEINT':
      return (row) => int128(data.values as Uint32Array, row);
    case 'DECIMAL':
      return (row) => decimalText(int128(data.values as Uint32Array, row), type.scale ?? 0);
    case 'LIST':
    case 'ARRAY':
    case 'MAP':
    case 'STRUCT':
    case 'UNION':
      return nestedReader(type, data, options);
    default:
      return temporalReader(type, data, options) ?? plainReader(data);
  }
}

function plainReader(data: Data): ValueReader {
  const vector = makeVector(data);
  return (row) => vector.get(row) as unknown;
}

function textReader(data: Data, parse: (text: string) => unknown): ValueReader {
  const read = plainReader(data);
  return (row) => parse(read(row) as string);
}

function temporalReader({ id }: SqlType, data: Data, { temporal = 'date' }: RowOptions): ValueReader | undefined {
  const perSecond = TICKS_PER_SECOND[id];
  if (perSecond !== undefined) return timestampReader(data.values as BigInt64Array, perSecond, temporal, id.endsWith('ZONE') ? '+00' : '');
  switch (id) {
    case 'DATE': {
      const days = data.values as Int32Array;
      return temporal === 'date' ? (row) => dateDate(days[row]!) : (row) => dateText(days[row]!);
    }
    case 'TIME': {
      const ticks = data.values as BigInt64Array;
      return (row) => timeText(ticks[row]!, 1_000_000n);
    }
    case 'INTERVAL': {
      const { buffer, byteOffset } = data.values as Int32Array;
      const view = new DataView(buffer, byteOffset);
      return (row) => intervalText(view.getInt32(row * 16, true), view.getInt32(row * 16 + 4, true), view.getBigInt64(row * 16 + 8, true));
    }
    default:
      return undefined;
  }
}

function timestampReader(ticks: BigInt64Array, perSecond: bigint, temporal: 'date' | 'text', zone: string): ValueReader {
  if (temporal === 'date') return (row) => timestampDate(ticks[row]!, perSecond);
  return (row) => {
    const text = timestampText(ticks[row]!, perSecond);
    return text.endsWith('infinity') ? text : text + zone;
  };
}

function nestedReader(type: SqlType, data: Data, options: RowOptions): ValueReader {
  switch (type.id) {
    case 'LIST':
      return slices(data, valueReader(type.child!, data.children[0]!, options));
    case 'ARRAY': {
      const read = valueReader(type.child!, data.children[0]!, options);
      const size = type.size!;
      return (row) => Array.from({ length: size }, (_, i) => read(row * size + i));
    }
    case 'MAP': {
      const [keys, values] = data.children[0]!.children;
      const key = valueReader(type.key!, keys!, options);
      const value = valueReader(type.value!, values!, options);
      const entries = slices(data, (row) => [key(row), value(row)] as const);
      return (row) => new Map(entries(row) as (readonly [unknown, unknown])[]);
    }
    case 'STRUCT':
      return structReader(type, data, options);
    default:
      return unionReader(type, data, options);
  }
}

function slices(data: Data, read: ValueReader): (row: number) => unknown[] {
  const offsets = data.valueOffsets as Int32Array;
  return (row) => {
    const begin = Number(offsets[row]);
    return Array.from({ length: Number(offsets[row + 1]) - begin }, (_, i) => read(begin + i));
  };
}

function structReader(type: SqlType, data: Data, options: RowOptions): ValueReader {
  const fields = (type.fields ?? []).map((field, i) => [field.name, valueReader(field.type, data.children[i]!, options)] as const);
  // The fields of a row value have no names.
  if (fields.every(([name]) => name === '')) return (row) => fields.map(([, read]) => read(row));
  return (row) => Object.fromEntries(fields.map(([name, read]) => [name, read(row)]));
}

function unionReader(type: SqlType, data: Data, options: RowOptions): ValueReader {
  const members = (type.members ?? []).map((member, i) => valueReader(member.type, data.children[i]!, options));
  const typeIds = data.typeIds as Int8Array;
  // Only a dense union has offsets; in a sparse one all members are as long as the union.
  const offsets = data.valueOffsets as Int32Array | undefined;
  return (row) => members[typeIds[row]!]?.(offsets?.length ? offsets[row]! : row) ?? null;
}

/** Four words of 32 bits, the least significant first, in two's complement. */
function int128(words: Uint32Array, row: number): bigint {
  const at = row * 4;
  const high = BigInt.asIntN(64, (BigInt(words[at + 3]! >>> 0) << 32n) | BigInt(words[at + 2]! >>> 0));
  return (high << 64n) | (BigInt(words[at + 1]! >>> 0) << 32n) | BigInt(words[at]! >>> 0);
}

function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
