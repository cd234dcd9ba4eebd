import type { DataType, NamedType } from '@arbalest/spi';
import type { ColumnValue } from '../../testing/index.js';

/** Rows from one number to another, end exclusive, the same at every call: the first column counts, the others have a NULL now and then. */
export function sampleRows(columns: readonly NamedType[], from: number, to: number): (readonly ColumnValue[])[] {
  return Array.from({ length: to - from }, (_, at) =>
    columns.map(({ type }, column) => (column > 0 && (from + at) % (7 + column) === 3 ? null : sampleValue(type, from + at))),
  );
}

const DAY_MICROS = 86_400_000_000n;
/** 2020-01-01 01:02:03.456789, microseconds. */
const START_MICROS = 1_577_840_523_456_789n;

function sampleValue(type: DataType, i: number): ColumnValue {
  switch (type.id) {
    case 'NULL':
      return null;
    case 'BOOLEAN':
      return i % 2 === 0;
    case 'TINYINT':
    case 'UTINYINT':
      return i % 100;
    case 'SMALLINT':
    case 'USMALLINT':
      return i % 30_000;
    case 'HUGEINT':
      return BigInt(i) * 2n ** 70n - 2n ** 100n;
    case 'FLOAT':
      return i * 3;
    case 'DOUBLE':
      return i / 7;
    case 'DECIMAL':
      return (BigInt(i) * 101n) % 10n ** BigInt(type.width);
    case 'VARCHAR':
      return `row "${i}", é`;
    case 'JSON':
      return `{"i":${i}}`;
    case 'UUID':
      return `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
    case 'BLOB':
      return new TextEncoder().encode(`${i}`);
    case 'DATE':
      return 18_262 + (i % 1000);
    case 'TIME':
      return (BigInt(i) * 1_000_003n) % DAY_MICROS;
    case 'TIMESTAMP':
    case 'TIMESTAMP WITH TIME ZONE':
      return START_MICROS + BigInt(i) * 1_000_000n;
    case 'TIMESTAMP_S':
      return START_MICROS / 1_000_000n + BigInt(i);
    case 'TIMESTAMP_MS':
      return START_MICROS / 1_000n + BigInt(i);
    case 'TIMESTAMP_NS':
      return START_MICROS * 1_000n + BigInt(i);
    case 'INTERVAL':
      return [i % 12, i % 28, BigInt(i) * 1_000_000n];
    case 'LIST':
      return i % 11 === 0 ? [] : [sampleValue(type.child, i), null, sampleValue(type.child, i + 1)];
    case 'ARRAY':
      return Array.from({ length: type.size }, (_, at) => sampleValue(type.child, i + at));
    case 'STRUCT':
      return type.fields.map((field) => sampleValue(field.type, i));
    case 'MAP':
      return [[sampleValue(type.key, i), sampleValue(type.value, i)]];
    default:
      return BigInt(i);
  }
}
