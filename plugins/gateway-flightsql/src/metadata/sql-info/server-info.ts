import { arrow } from '@arbalest/proto';
import { int32, no, type SqlInfoValue, text, yes } from './info-value.js';

const { SqlInfo, SqlSupportedTransaction } = arrow.flight.protocol.sql;

/** Of the Arrow columnar format (https://arrow.apache.org/docs/status.html), not of a library. */
const ARROW_FORMAT = '1.5';
const MOST_INT32 = 0x7fffffff;

/** What the server is and which parts of Flight SQL it speaks. */
export function serverInfo(version: string, statementTimeoutMs: number): readonly (readonly [code: number, value: SqlInfoValue])[] {
  return [
    [SqlInfo.FLIGHT_SQL_SERVER_NAME, text('Arbalest')],
    [SqlInfo.FLIGHT_SQL_SERVER_VERSION, text(version)],
    [SqlInfo.FLIGHT_SQL_SERVER_ARROW_VERSION, text(ARROW_FORMAT)],
    [SqlInfo.FLIGHT_SQL_SERVER_READ_ONLY, no],
    [SqlInfo.FLIGHT_SQL_SERVER_SQL, yes],
    [SqlInfo.FLIGHT_SQL_SERVER_SUBSTRAIT, no],
    [SqlInfo.FLIGHT_SQL_SERVER_SUBSTRAIT_MIN_VERSION, text(null)],
    [SqlInfo.FLIGHT_SQL_SERVER_SUBSTRAIT_MAX_VERSION, text(null)],
    [SqlInfo.FLIGHT_SQL_SERVER_TRANSACTION, int32(SqlSupportedTransaction.SQL_SUPPORTED_TRANSACTION_NONE)],
    [SqlInfo.FLIGHT_SQL_SERVER_CANCEL, yes],
    [SqlInfo.FLIGHT_SQL_SERVER_BULK_INGESTION, yes],
    [SqlInfo.FLIGHT_SQL_SERVER_INGEST_TRANSACTIONS_SUPPORTED, no],
    [SqlInfo.FLIGHT_SQL_SERVER_STATEMENT_TIMEOUT, int32(Math.min(statementTimeoutMs, MOST_INT32))],
    [SqlInfo.FLIGHT_SQL_SERVER_TRANSACTION_TIMEOUT, int32(0)],
  ];
}
