import {
  DuckDBArrayValue,
  DuckDBBitValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBIntervalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeTZValue,
  DuckDBTimeValue,
  DuckDBUnionValue,
  DuckDBUUIDValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { type Canonical, type CanonicalRow, decimalText, instant } from '@arbalest/plugin-sdk/testing';

export function canonicalRowsOfDuckDb(rows: readonly (readonly DuckDBValue[])[]): CanonicalRow[] {
  return rows.map((row) => row.map(ofDuckDb));
}

function ofDuckDb(value: DuckDBValue): Canonical {
  if (value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'object') return String(value);
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(ofDuckDb);
  if (value instanceof DuckDBStructValue) return Object.values(value.entries).map(ofDuckDb);
  if (value instanceof DuckDBMapValue) return value.entries.map(({ key, value: of }) => [ofDuckDb(key), ofDuckDb(of)]);
  if (value instanceof DuckDBUnionValue) return [value.tag, ofDuckDb(value.value)];
  return scalarOfDuckDb(value);
}

function scalarOfDuckDb(value: DuckDBValue & object): Canonical {
  if (value instanceof DuckDBDecimalValue) return decimalText(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return instant(BigInt(value.days) * 86_400_000_000_000n);
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue || value instanceof DuckDBTimeValue)
    return instant(value.micros * 1_000n);
  if (value instanceof DuckDBTimestampSecondsValue) return instant(value.seconds * 1_000_000_000n);
  if (value instanceof DuckDBTimestampMillisecondsValue) return instant(value.millis * 1_000_000n);
  if (value instanceof DuckDBTimestampNanosecondsValue) return instant(value.nanos);
  if (value instanceof DuckDBIntervalValue) return `${value.months}m ${value.days}d ${value.micros}us`;
  if (value instanceof DuckDBBlobValue) return Buffer.from(value.bytes).toString('hex');
  if (value instanceof DuckDBUUIDValue || value instanceof DuckDBTimeTZValue || value instanceof DuckDBBitValue) return value.toString();
  return value.toString();
}
