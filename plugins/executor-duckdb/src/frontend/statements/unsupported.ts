import type { ArbalestError } from '@arbalest/spi';
import type { TokenCursor } from './token-cursor.js';

/** What to use in place of a statement that the engine by itself would know. */
const INSTEAD: Readonly<Record<string, string>> = {
  attach: 'name a catalog in the configuration, or read files by path: FROM read_parquet(…)',
  detach: 'catalogs are named in the configuration',
  use: 'write the catalog and schema before the name: catalog.schema.table',
  install: 'extensions are named in the configuration of the engine',
  load: 'extensions are named in the configuration of the engine',
  pragma: 'use SET name = value, DESCRIBE or SHOW',
  call: 'use SELECT * FROM function(…)',
  update: 'write the changed rows to a new table: CREATE OR REPLACE TABLE t AS SELECT …',
  delete: 'write the rows to be kept to a new table: CREATE OR REPLACE TABLE t AS SELECT … WHERE …',
  merge: 'write the outcome to a new table: CREATE OR REPLACE TABLE t AS SELECT …',
  truncate: 'use DROP TABLE, then CREATE TABLE',
  alter: 'write the table anew: CREATE OR REPLACE TABLE t AS SELECT …',
  begin: 'each statement is a transaction of its own',
  start: 'each statement is a transaction of its own',
  commit: 'each statement is a transaction of its own',
  rollback: 'each statement is a transaction of its own',
  prepare: 'send the query with parameters: $1, ? or $name',
  execute: 'send the query with parameters: $1, ? or $name',
  import: 'use CREATE EXTERNAL TABLE, or INSERT INTO t SELECT * FROM read_csv(…)',
  export: 'use COPY (query) TO path',
};

const UNDERSTOOD = 'queries, EXPLAIN, CREATE, INSERT, COPY, DROP, SHOW, DESCRIBE, SET and RESET are understood';

export function unsupportedStatement(cursor: TokenCursor): ArbalestError {
  const token = cursor.peek()!;
  if (token.kind !== 'word') return cursor.error('SYNTAX', `A statement cannot begin with ${token.text}`);
  return unsupported(cursor, token.text.toUpperCase(), INSTEAD[token.value] ?? UNDERSTOOD);
}

export function unsupported(cursor: TokenCursor, what: string, instead: string): ArbalestError {
  return cursor.error('UNSUPPORTED_STATEMENT', `${what} is not supported; ${instead}`);
}
