import { decodeTable } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import type { SqlService } from '@arbalest/spi';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { getSqlInfo } from './get-sql-info.js';
import { DATETIME_FUNCTIONS, KEYWORDS, NUMERIC_FUNCTIONS, STRING_FUNCTIONS, SYSTEM_FUNCTIONS } from './words.js';

const { CommandGetSqlInfo, SqlInfo } = arrow.flight.protocol.sql;
const CONTEXT = {
  sql: { version: '1.2.3' } as SqlService,
  caller: { session: 's' },
  signal: AbortSignal.timeout(30_000),
  statementTimeoutMs: 1234,
};

/** The answer, by code. */
async function ask(...info: readonly number[]): Promise<Map<number, unknown>> {
  const { schema, batches } = await getSqlInfo.answer(CommandGetSqlInfo.encode({ info: [...info] }).finish(), CONTEXT);
  const frames = [{ metadata: schema.message, body: new Uint8Array() }];
  for await (const { metadata, body } of batches) frames.push({ metadata, body: body as Uint8Array<ArrayBuffer> });
  const table = await decodeTable(frames);
  const column = (name: string): readonly unknown[] => [...(table.getChild(name) as Iterable<unknown>)];
  const values = column('value');
  return new Map(column('info_name').map((code, i) => [code as number, values[i]]));
}

async function duckdbWords(sql: string): Promise<Set<string>> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return new Set((await connection.runAndReadAll(sql)).getRows().map(([word]) => String(word).toUpperCase()));
}

describe('SqlInfo', () => {
  test('answers every code of the standard', async () => {
    const codes = Object.values(SqlInfo).filter((code): code is number => typeof code === 'number');
    expect([...(await ask()).keys()].sort((a, b) => a - b)).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  test('answers what is asked for and leaves out what nobody knows', async () => {
    const answer = await ask(SqlInfo.FLIGHT_SQL_SERVER_VERSION, SqlInfo.SQL_TRANSACTIONS_SUPPORTED, 12_345);
    expect([...answer]).toEqual([
      [SqlInfo.FLIGHT_SQL_SERVER_VERSION, '1.2.3'],
      [SqlInfo.SQL_TRANSACTIONS_SUPPORTED, false],
    ]);
  });

  test('has each kind of value in its own arm', async () => {
    const answer = await ask();
    expect(answer.get(SqlInfo.SQL_IDENTIFIER_QUOTE_CHAR)).toBe('"');
    expect(answer.get(SqlInfo.FLIGHT_SQL_SERVER_SUBSTRAIT_MIN_VERSION)).toBeNull();
    expect(answer.get(SqlInfo.FLIGHT_SQL_SERVER_BULK_INGESTION)).toBe(true);
    expect(answer.get(SqlInfo.FLIGHT_SQL_SERVER_TRANSACTION)).toBe(0);
    expect(answer.get(SqlInfo.FLIGHT_SQL_SERVER_STATEMENT_TIMEOUT)).toBe(1234);
    expect(answer.get(SqlInfo.SQL_MAX_STATEMENT_LENGTH)).toBe(0n);
    expect(answer.get(SqlInfo.SQL_SUPPORTED_UNIONS)).toBe(0b11);
    expect([...(answer.get(SqlInfo.SQL_SYSTEM_FUNCTIONS) as Iterable<string>)]).toEqual(SYSTEM_FUNCTIONS);
    const conversions = [...(answer.get(SqlInfo.SQL_SUPPORTS_CONVERT) as Iterable<[number, Iterable<number>]>)];
    expect(new Map(conversions.map(([from, to]) => [from, [...to]])).get(4)).toEqual([4, 16, 3, 19, 11]);
  });

  test('names functions that there are', async () => {
    const known = await duckdbWords('SELECT function_name FROM duckdb_functions()');
    const grammar = new Set(['CURRENT_DATE', 'NULLIF']);
    const named = [...NUMERIC_FUNCTIONS, ...STRING_FUNCTIONS, ...SYSTEM_FUNCTIONS, ...DATETIME_FUNCTIONS];
    expect(named.filter((name) => !known.has(name) && !grammar.has(name))).toEqual([]);
  });

  test('names words that cannot be names', async () => {
    const reserved = await duckdbWords(
      "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')",
    );
    expect(KEYWORDS.filter((word) => !reserved.has(word))).toEqual([]);
  });
});
