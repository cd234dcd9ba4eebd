import type { DataType, NamedType } from '@arbalest/spi';
import type { Token } from '../lexer.js';
import type { TokenCursor, TypeOfText } from './token-cursor.js';

/** `(name TYPE, TYPE, …)`, also empty. An argument without a name has the empty one. */
export async function parseArguments(cursor: TokenCursor, typeOf: TypeOfText): Promise<readonly NamedType[]> {
  return parseMembers(cursor, 'Argument', () => parseArgument(cursor, typeOf));
}

/** `(TYPE, …)`, also empty: arguments without their names. */
export async function parseArgumentTypes(cursor: TokenCursor, typeOf: TypeOfText): Promise<readonly DataType[]> {
  const members = await parseMembers(cursor, 'Argument', async () => ({
    name: '',
    type: await parseType(cursor, typeOf, 'a type', endsMember),
  }));
  return members.map(({ type }) => type);
}

/** RETURNS TYPE, or RETURNS TABLE(column TYPE, …). */
export async function parseReturns(
  cursor: TokenCursor,
  typeOf: TypeOfText,
): Promise<{ readonly table: boolean; readonly type: DataType; readonly offset: number }> {
  cursor.expectWords('returns');
  const { offset } = cursor;
  if (!cursor.takeWords('table')) return { table: false, type: await parseType(cursor, typeOf, 'a type', endsReturns), offset };
  const start = cursor.offset;
  const fields = await parseMembers(cursor, 'Column', async () => {
    const name = cursor.identifier('a column name');
    return { name, type: await parseType(cursor, typeOf, `the type of column ${name}`, endsMember) };
  });
  if (fields.length === 0) throw cursor.error('SYNTAX', 'RETURNS TABLE needs at least one column: RETURNS TABLE(column TYPE, …)', start);
  return { table: true, type: { id: 'STRUCT', fields }, offset };
}

async function parseMembers(cursor: TokenCursor, what: string, member: () => Promise<NamedType>): Promise<readonly NamedType[]> {
  cursor.expectSymbol('(');
  const members: NamedType[] = [];
  while (!cursor.isSymbol(')')) {
    const start = cursor.offset;
    const next = await member();
    if (next.name !== '' && members.some(({ name }) => name.toLowerCase() === next.name.toLowerCase())) {
      throw cursor.error('COLUMN_DUPLICATE', `${what} ${next.name} is declared twice`, start);
    }
    members.push(next);
    if (!cursor.takeSymbol(',')) break;
  }
  cursor.expectSymbol(')');
  return members;
}

async function parseArgument(cursor: TokenCursor, typeOf: TypeOfText): Promise<NamedType> {
  const name = beginsNamed(cursor) ? cursor.identifier('an argument') : '';
  return { name, type: await parseType(cursor, typeOf, name === '' ? 'an argument' : `the type of argument ${name}`, endsMember) };
}

/** Types of several words, by the first two. */
const LONG_TYPES = /^(?:double precision|(?:character|char|bit|binary) varying|timestamp with|timestamp without|time with|time without)$/;

/** A name and a type follow each other; a type alone is one word, or one of those that have more. */
function beginsNamed(cursor: TokenCursor): boolean {
  const [first, second] = [cursor.peek(), cursor.peek(1)];
  if (second?.kind !== 'word' && second?.kind !== 'quoted') return false;
  return first?.kind === 'quoted' || !LONG_TYPES.test(`${first?.value} ${second.value}`);
}

async function parseType(cursor: TokenCursor, typeOf: TypeOfText, what: string, ends: (token: Token) => boolean): Promise<DataType> {
  const start = cursor.offset;
  cursor.skipUntil(ends);
  const sql = cursor.statement.text.slice(start, cursor.offset).trim();
  if (sql === '') throw cursor.unexpected(what);
  return typeOf(sql, cursor.statement.position + start);
}

function endsMember(token: Token): boolean {
  return token.kind === 'symbol' && (token.text === ',' || token.text === ')');
}

const CLAUSES: ReadonlySet<string> = new Set(['language', 'as', 'handler', 'options']);

function endsReturns(token: Token): boolean {
  return token.kind === 'word' && CLAUSES.has(token.value);
}
