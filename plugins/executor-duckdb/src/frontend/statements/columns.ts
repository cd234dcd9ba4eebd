import type { Field } from '@arbalest/spi';
import type { Token } from '../lexer.js';
import type { TokenCursor, TypeOfText } from './token-cursor.js';

const CONSTRAINTS: ReadonlySet<string> = new Set([
  'primary',
  'unique',
  'check',
  'default',
  'references',
  'foreign',
  'constraint',
  'generated',
  'collate',
  'using',
]);

/** `(name type [NOT NULL], …)` */
export async function parseColumns(cursor: TokenCursor, typeOf: TypeOfText): Promise<readonly Field[]> {
  cursor.expectSymbol('(');
  const fields: Field[] = [];
  do {
    const start = cursor.offset;
    const field = await parseColumn(cursor, typeOf);
    if (fields.some(({ name }) => name.toLowerCase() === field.name.toLowerCase())) {
      throw cursor.error('COLUMN_DUPLICATE', `Column ${field.name} is declared twice`, start);
    }
    fields.push(field);
  } while (cursor.takeSymbol(','));
  cursor.expectSymbol(')');
  return fields;
}

async function parseColumn(cursor: TokenCursor, typeOf: TypeOfText): Promise<Field> {
  rejectConstraint(cursor);
  const name = cursor.identifier('a column name');
  const start = cursor.offset;
  cursor.skipUntil(endsType);
  const sql = cursor.statement.text.slice(start, cursor.offset).trim();
  if (sql === '') throw cursor.unexpected(`the type of column ${name}`);
  const type = await typeOf(sql, cursor.statement.position + start);
  const required = cursor.takeWords('not', 'null');
  if (!required) cursor.takeWords('null');
  rejectConstraint(cursor);
  return { name, type, nullable: !required };
}

function endsType(token: Token): boolean {
  if (token.kind === 'symbol') return token.text === ',' || token.text === ')';
  return token.kind === 'word' && (token.value === 'not' || token.value === 'null' || CONSTRAINTS.has(token.value));
}

function rejectConstraint(cursor: TokenCursor): void {
  const token = cursor.peek();
  if (token?.kind !== 'word' || !CONSTRAINTS.has(token.value) || cursor.peek(1)?.kind === undefined) return;
  // A column may well be called like a constraint: then its type follows, not a parenthesis or another keyword of constraints.
  const next = cursor.peek(1)!;
  const isConstraint =
    next.text === '(' ||
    ['key', 'always', 'as'].includes(next.value) ||
    ['default', 'constraint', 'references', 'collate'].includes(token.value);
  if (isConstraint) {
    throw cursor.error(
      'UNSUPPORTED_CONSTRAINT',
      `${token.text.toUpperCase()} is not supported in a table's columns; NOT NULL is the only constraint that is`,
    );
  }
}
