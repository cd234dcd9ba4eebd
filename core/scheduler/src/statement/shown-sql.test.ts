import { expect, it } from 'vitest';
import { shownSql } from './shown-sql.js';

it.each([
  ["SET s3_secret_access_key = 'hush'", 'SET s3_secret_access_key = [redacted]'],
  ["/* x */ -- y\n set session s3_session_token TO 'hush'", '/* x */ -- y\n set session s3_session_token TO [redacted]'],
  ['PRAGMA "http_proxy_password"=\'hush\'', 'PRAGMA "http_proxy_password"= [redacted]'],
  ["CREATE OR REPLACE PERSISTENT SECRET s (TYPE s3, SECRET 'hush')", 'CREATE OR REPLACE PERSISTENT SECRET [redacted]'],
  ["ATTACH 'postgres://me:hush@host/db' AS p", 'ATTACH [redacted]'],
])('%s is shown as %s', (sql, shown) => expect(shownSql(sql)).toBe(shown));

it.each(["SET timezone = 'UTC'", "SELECT 'secret' AS token", 'CREATE TABLE secret (a INT)', "FROM t WHERE password = 'x'"])(
  '%s is shown as it is',
  (sql) => expect(shownSql(sql)).toBe(sql),
);
