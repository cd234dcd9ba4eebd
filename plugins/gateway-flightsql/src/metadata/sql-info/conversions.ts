import { arrow } from '@arbalest/proto';

const { SqlSupportsConvert: T } = arrow.flight.protocol.sql;

const NUMBERS = [
  T.SQL_CONVERT_BIGINT,
  T.SQL_CONVERT_DECIMAL,
  T.SQL_CONVERT_FLOAT,
  T.SQL_CONVERT_INTEGER,
  T.SQL_CONVERT_NUMERIC,
  T.SQL_CONVERT_REAL,
  T.SQL_CONVERT_SMALLINT,
  T.SQL_CONVERT_TINYINT,
];
const TEXTS = [T.SQL_CONVERT_CHAR, T.SQL_CONVERT_VARCHAR, T.SQL_CONVERT_LONGVARCHAR];
const BYTES = [T.SQL_CONVERT_BINARY, T.SQL_CONVERT_VARBINARY, T.SQL_CONVERT_LONGVARBINARY];
const INTERVALS = [T.SQL_CONVERT_INTERVAL_DAY_TIME, T.SQL_CONVERT_INTERVAL_YEAR_MONTH];
const TEMPORAL = [T.SQL_CONVERT_DATE, T.SQL_CONVERT_TIME, T.SQL_CONVERT_TIMESTAMP];
const BOOLEAN = [T.SQL_CONVERT_BIT];
/** Text can be cast to anything, and anything to text. */
const ALL = [...NUMBERS, ...TEXTS, ...BYTES, ...INTERVALS, ...TEMPORAL, ...BOOLEAN];

/** What CAST can turn into what, by SqlSupportsConvert. */
export const CONVERSIONS: ReadonlyMap<number, readonly number[]> = new Map<number, readonly number[]>([
  ...TEXTS.map((from) => [from, ALL] as const),
  ...NUMBERS.map((from) => [from, [...NUMBERS, ...BOOLEAN, ...TEXTS]] as const),
  ...BOOLEAN.map((from) => [from, [...NUMBERS, ...BOOLEAN, ...TEXTS]] as const),
  ...BYTES.map((from) => [from, [...BYTES, ...TEXTS]] as const),
  ...INTERVALS.map((from) => [from, [...INTERVALS, ...TEXTS]] as const),
  [T.SQL_CONVERT_DATE, [T.SQL_CONVERT_DATE, T.SQL_CONVERT_TIMESTAMP, ...TEXTS]],
  [T.SQL_CONVERT_TIME, [T.SQL_CONVERT_TIME, ...TEXTS]],
  [T.SQL_CONVERT_TIMESTAMP, [...TEMPORAL, ...TEXTS]],
]);
