import type { ArbalestError } from '@arbalest/spi';
import type { TokenCursor } from './token-cursor.js';

/** Of DuckDB's and its extensions' settings, those that hold a secret. */
export function speaksOfSecret(setting: string): boolean {
  return /secret|passw|passphrase|token|credential|access_key|api_key|key_id|private_key/.test(setting);
}

/** What is in a statement is in logs, lists of jobs and the history of shells. */
export function secretInStatement(cursor: TokenCursor, what: string, offset: number): ArbalestError {
  return cursor.error(
    'SECRET_IN_STATEMENT',
    `${what} would have a secret in the text of a statement; name where it is found in the configuration, as in plugin.duckdb.s3.secret = { "env": "AWS_SECRET_ACCESS_KEY" }`,
    offset,
  );
}
