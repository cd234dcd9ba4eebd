import type { StatementBody } from '@arbalest/spi';
import { functionName } from './create-function.js';
import { parseArgumentTypes } from './function-signature.js';
import type { TokenCursor, TypeOfText } from './token-cursor.js';

/** FUNCTION [IF EXISTS] name [(TYPE, …)] */
export async function parseDropFunction(cursor: TokenCursor, typeOf: TypeOfText): Promise<StatementBody> {
  cursor.expectWords('function');
  const ifExists = cursor.takeWords('if', 'exists');
  const name = functionName(cursor);
  const parameters = cursor.isSymbol('(') ? await parseArgumentTypes(cursor, typeOf) : undefined;
  cursor.expectEnd();
  return { kind: 'drop-function', name, ...(parameters && { arguments: parameters }), ifExists };
}

const REPORTS = ['stats', 'logs', 'errors'] as const;

/** FUNCTIONS, or FUNCTION STATS | LOGS | ERRORS [name]; undefined for anything else, such as a table called function. */
export function parseShowFunctions(cursor: TokenCursor): StatementBody | undefined {
  if (cursor.isWord('functions') && !cursor.peek(1)) {
    cursor.next();
    return { kind: 'show-functions' };
  }
  if (!cursor.isWord('function') || !cursor.peek(1) || cursor.peek(1)?.text === '.') return undefined;
  cursor.next();
  const what = REPORTS.find((report) => cursor.takeWords(report));
  if (!what) throw cursor.unexpected('STATS, LOGS or ERRORS');
  const name = cursor.done ? undefined : functionName(cursor);
  cursor.expectEnd();
  return { kind: 'show-function', what, ...(name !== undefined && { name }) };
}

/** FUNCTION name; undefined for anything else, such as a table called function. */
export function parseDescribeFunction(cursor: TokenCursor): StatementBody | undefined {
  const named = cursor.peek(1)?.kind === 'word' || cursor.peek(1)?.kind === 'quoted';
  if (!cursor.isWord('function') || !named) return undefined;
  cursor.next();
  const name = functionName(cursor);
  cursor.expectEnd();
  return { kind: 'describe-function', name };
}
