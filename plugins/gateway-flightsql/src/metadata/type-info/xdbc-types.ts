import { arrow } from '@arbalest/proto';

const { XdbcDataType: Xdbc, XdbcDatetimeSubcode: Subcode } = arrow.flight.protocol.sql;

/** A type of SQL as ODBC and JDBC describe types. What is absent does not apply. */
export interface XdbcType {
  readonly name: string;
  readonly dataType: number;
  /** Digits, characters, bits of an approximate number. */
  readonly size?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly parameters?: readonly string[];
  readonly caseSensitive?: true;
  /** Of numbers only. */
  readonly number?: { readonly unsigned: boolean; readonly radix: 2 | 10; readonly scales?: readonly [smallest: number, greatest: number] };
  /** Of dates and times only. */
  readonly subcode?: number;
}

const quoted = (name: string) => ({ prefix: `${name} '`, suffix: "'" });
const whole = (name: string, dataType: number, size: number, unsigned = false): XdbcType => ({
  ...{ name, dataType, size },
  number: { unsigned, radix: 10, scales: [0, 0] },
});
const approximate = (name: string, dataType: number, size: number): XdbcType => ({
  ...{ name, dataType, size },
  number: { unsigned: false, radix: 2 },
});
const temporal = (name: string, dataType: number, size: number, subcode: number): XdbcType => ({
  ...{ name, dataType, size, subcode },
  ...quoted(name),
});
/** Types whose values arrive as the text that SQL prints. */
const text = (name: string): XdbcType => ({ name, dataType: Xdbc.XDBC_VARCHAR, ...quoted(name) });

/** Nested types are missing: ODBC and JDBC have no codes for them that Flight SQL would let us send. */
export const XDBC_TYPES: readonly XdbcType[] = [
  { name: 'BOOLEAN', dataType: Xdbc.XDBC_BIT, size: 1 },
  whole('TINYINT', Xdbc.XDBC_TINYINT, 3),
  whole('UTINYINT', Xdbc.XDBC_TINYINT, 3, true),
  whole('SMALLINT', Xdbc.XDBC_SMALLINT, 5),
  whole('USMALLINT', Xdbc.XDBC_SMALLINT, 5, true),
  whole('INTEGER', Xdbc.XDBC_INTEGER, 10),
  whole('UINTEGER', Xdbc.XDBC_INTEGER, 10, true),
  whole('BIGINT', Xdbc.XDBC_BIGINT, 19),
  whole('UBIGINT', Xdbc.XDBC_BIGINT, 20, true),
  whole('HUGEINT', Xdbc.XDBC_DECIMAL, 38),
  {
    ...{ name: 'DECIMAL', dataType: Xdbc.XDBC_DECIMAL, size: 38, parameters: ['precision', 'scale'] },
    number: { unsigned: false, radix: 10, scales: [0, 38] },
  },
  approximate('FLOAT', Xdbc.XDBC_REAL, 24),
  approximate('DOUBLE', Xdbc.XDBC_DOUBLE, 53),
  { name: 'VARCHAR', dataType: Xdbc.XDBC_VARCHAR, prefix: "'", suffix: "'", caseSensitive: true },
  { ...text('JSON'), caseSensitive: true },
  ...['UUID', 'BIT', 'UHUGEINT', 'INTERVAL', 'TIME WITH TIME ZONE', 'TIME_NS'].map(text),
  { name: 'BLOB', dataType: Xdbc.XDBC_VARBINARY, prefix: "'", suffix: "'::BLOB" },
  temporal('DATE', Xdbc.XDBC_DATE, 10, Subcode.XDBC_SUBCODE_DATE),
  temporal('TIME', Xdbc.XDBC_TIME, 15, Subcode.XDBC_SUBCODE_TIME),
  temporal('TIMESTAMP', Xdbc.XDBC_TIMESTAMP, 26, Subcode.XDBC_SUBCODE_TIMESTAMP),
  temporal('TIMESTAMP_S', Xdbc.XDBC_TIMESTAMP, 19, Subcode.XDBC_SUBCODE_TIMESTAMP),
  temporal('TIMESTAMP_MS', Xdbc.XDBC_TIMESTAMP, 23, Subcode.XDBC_SUBCODE_TIMESTAMP),
  temporal('TIMESTAMP_NS', Xdbc.XDBC_TIMESTAMP, 29, Subcode.XDBC_SUBCODE_TIMESTAMP),
  temporal('TIMESTAMP WITH TIME ZONE', Xdbc.XDBC_TIMESTAMP, 29, Subcode.XDBC_SUBCODE_TIMESTAMP_WITH_TIMEZONE),
];
