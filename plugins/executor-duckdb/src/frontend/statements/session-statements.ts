import type { StatementBody } from '@arbalest/spi';
import type { Token } from '../lexer.js';
import { parseDescribeFunction, parseDropFunction, parseShowFunctions } from './function-statements.js';
import { secretInStatement, speaksOfSecret } from './secret-in-statement.js';
import type { TokenCursor, TypeOfText } from './token-cursor.js';
import { unsupported } from './unsupported.js';
import { fromClause } from './write-statements.js';

/** SET name = value, SET name TO value, SET TIME ZONE value */
export function parseSet(cursor: TokenCursor): StatementBody {
  cursor.expectWords('set');
  if (cursor.isWord('variable')) throw unsupported(cursor, 'SET VARIABLE', 'send the value as a parameter: $1, ? or $name');
  if (cursor.takeWords('time', 'zone')) return { kind: 'set', name: 'timezone', value: settingValue(cursor) };
  takeScope(cursor);
  const { offset } = cursor;
  const name = settingName(cursor);
  if (speaksOfSecret(name)) throw secretInStatement(cursor, `SET ${name}`, offset);
  if (!cursor.takeSymbol('=') && !cursor.takeWords('to')) throw cursor.unexpected('=');
  if (cursor.isWord('default')) {
    cursor.next();
    cursor.expectEnd();
    return { kind: 'reset', name };
  }
  return { kind: 'set', name, value: settingValue(cursor) };
}

export function parseReset(cursor: TokenCursor): StatementBody {
  cursor.expectWords('reset');
  takeScope(cursor);
  const name = settingName(cursor);
  cursor.expectEnd();
  return { kind: 'reset', name };
}

/** Settings belong to the session, whatever is written. */
function takeScope(cursor: TokenCursor): void {
  const named = cursor.peek(1)?.kind === 'word' || cursor.peek(1)?.kind === 'quoted';
  if (named && (cursor.isWord('session') || cursor.isWord('local'))) cursor.next();
  if (cursor.isWord('global') && cursor.peek(1)?.kind === 'word')
    throw unsupported(cursor, 'SET GLOBAL', 'settings belong to the session: use SET name = value');
}

/** Dotted, lower case. */
function settingName(cursor: TokenCursor): string {
  const parts = [cursor.identifier('a setting')];
  while (cursor.takeSymbol('.')) parts.push(cursor.identifier('a setting'));
  return parts.join('.').toLowerCase();
}

/** A string's content, or everything that is left as it is written. */
function settingValue(cursor: TokenCursor): string {
  const first = cursor.next();
  if (cursor.done) return first.kind === 'string' || first.kind === 'quoted' ? first.value : first.text;
  const value = cursor.statement.text.slice(first.start);
  cursor.skipUntil(() => false);
  cursor.expectEnd();
  return value;
}

/** SHOW TABLES | SETTINGS | ALL | FUNCTIONS | FUNCTION STATS | t */
export function parseShow(cursor: TokenCursor): StatementBody {
  cursor.expectWords('show');
  if (cursor.takeWords('tables') || cursor.takeWords('all', 'tables')) return ended(cursor, { kind: 'show-tables' });
  if (cursor.takeWords('settings') || cursor.takeWords('all')) return ended(cursor, { kind: 'show-settings' });
  const functions = parseShowFunctions(cursor);
  if (functions) return functions;
  const named = cursor.isWord('databases') || cursor.isWord('schemas') || cursor.isWord('views');
  if (cursor.done || named)
    throw unsupported(
      cursor,
      `SHOW ${(cursor.peek()?.text ?? '').toUpperCase()}`.trim(),
      'SHOW TABLES, SHOW FUNCTIONS, SHOW SETTINGS and SHOW table are understood',
    );
  return { kind: 'describe', query: describedQuery(cursor) };
}

function ended(cursor: TokenCursor, body: StatementBody): StatementBody {
  cursor.expectEnd();
  return body;
}

/** DESCRIBE [TABLE] t | query | FUNCTION name; without either, SHOW TABLES. */
export function parseDescribe(cursor: TokenCursor): StatementBody {
  cursor.next();
  if (cursor.done) return { kind: 'show-tables' };
  const described = parseDescribeFunction(cursor);
  if (described) return described;
  if (cursor.isWord('table') && cursor.peek(1)?.text !== '.') cursor.next();
  return { kind: 'describe', query: describedQuery(cursor) };
}

const QUERY_WORDS: ReadonlySet<string> = new Set(['select', 'with', 'from', 'values', 'pivot', 'unpivot', 'summarize', 'table']);

export function beginsQuery(token: Token): boolean {
  return token.kind === 'word' ? QUERY_WORDS.has(token.value) : token.text === '(';
}

/** A name is read as FROM name. */
function describedQuery(cursor: TokenCursor): string {
  if (beginsQuery(cursor.peek()!)) return cursor.restAsQuery();
  const start = cursor.offset;
  if (cursor.peek()?.kind === 'string') cursor.next();
  else cursor.tableName();
  cursor.expectEnd();
  return fromClause(cursor.statement.text, start);
}

/** DROP TABLE | VIEW | FUNCTION [IF EXISTS] name */
export function parseDrop(cursor: TokenCursor, typeOf: TypeOfText): StatementBody | Promise<StatementBody> {
  cursor.expectWords('drop');
  if (cursor.isWord('function')) return parseDropFunction(cursor, typeOf);
  cursor.takeWords('external');
  const object = cursor.isWord('view') ? 'view' : 'table';
  if (!cursor.takeWords(object))
    throw unsupported(
      cursor,
      `DROP ${(cursor.peek()?.text ?? '').toUpperCase()}`.trim(),
      'DROP TABLE, DROP VIEW and DROP FUNCTION are understood',
    );
  const ifExists = cursor.takeWords('if', 'exists');
  const name = cursor.tableName(`a ${object} name`);
  cursor.expectEnd();
  return { kind: 'drop', object, name, ifExists };
}
