import type { JsonValue, StatementBody } from '@arbalest/spi';
import { quoteIdentifier } from '../source-text.js';
import { parseOptions } from './options.js';
import { blankBefore } from './token-cursor.js';
import type { TokenCursor } from './token-cursor.js';
import { unsupported } from './unsupported.js';

const INSERT_CLAUSES = ['returning', 'conflict'];

/** INSERT INTO t [(columns)] query */
export function parseInsert(cursor: TokenCursor): StatementBody {
  cursor.expectWords('insert');
  if (cursor.isWord('or')) throw unsupported(cursor, 'INSERT OR …', 'tables have no keys: use INSERT INTO');
  cursor.expectWords('into');
  const table = cursor.tableName();
  const columns = takesColumns(cursor) ? cursor.identifierList('a column name') : undefined;
  if (cursor.isWord('by')) throw unsupported(cursor, 'INSERT … BY NAME', 'list the columns: INSERT INTO t (a, b) SELECT …');
  if (cursor.isWord('default')) throw unsupported(cursor, 'INSERT … DEFAULT VALUES', 'columns have no defaults: give values');
  rejectInsertClauses(cursor);
  return { kind: 'insert', table, ...(columns && { columns }), query: cursor.restAsQuery() };
}

/** A parenthesis opens a list of columns unless a query begins in it. */
function takesColumns(cursor: TokenCursor): boolean {
  const first = cursor.peek(1);
  const second = cursor.peek(2);
  return cursor.isSymbol('(') && (first?.kind === 'word' || first?.kind === 'quoted') && (second?.text === ',' || second?.text === ')');
}

function rejectInsertClauses(cursor: TokenCursor): void {
  let depth = 0;
  for (const token of cursor.statement.tokens.filter(({ start }) => start >= cursor.offset)) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth === 0 && token.kind === 'word' && INSERT_CLAUSES.includes(token.value)) {
      throw cursor.error(
        'UNSUPPORTED_STATEMENT',
        `${token.text.toUpperCase()} is not supported in INSERT; tables have no keys, and inserted rows are not returned`,
        token.start,
      );
    }
  }
}

/** COPY (query) | t [(columns)] TO 'path' [(options)] */
export function parseCopy(cursor: TokenCursor): StatementBody {
  cursor.expectWords('copy');
  const query = cursor.isSymbol('(') ? nestedQuery(cursor) : tableAsQuery(cursor);
  if (cursor.isWord('from')) throw unsupported(cursor, 'COPY … FROM', "use INSERT INTO t SELECT * FROM read_csv('path')");
  cursor.expectWords('to');
  const path = cursor.string('a path');
  cursor.takeWords('with');
  const given = cursor.isSymbol('(') ? parseOptions(cursor) : {};
  cursor.expectEnd();
  const { format, partition_by: partitions, overwrite, overwrite_or_ignore: replace, ...options } = given;
  if (format !== undefined && typeof format !== 'string') throw cursor.error('SYNTAX', 'FORMAT takes the name of a format');
  return {
    kind: 'copy',
    query,
    path,
    ...(format !== undefined && { codec: format.toLowerCase() }),
    options,
    partitionBy: columnNames(cursor, partitions),
    overwrite: isOn(overwrite) || isOn(replace),
  };
}

/** The query between the parentheses that come next, at its place. */
function nestedQuery(cursor: TokenCursor): string {
  const open = cursor.next();
  cursor.skipUntil(() => false);
  const close = cursor.offset;
  cursor.expectSymbol(')');
  return blankBefore(cursor.statement.text.slice(0, close), open.end);
}

/** `FROM t`, so that the name keeps its place. */
function tableAsQuery(cursor: TokenCursor): string {
  const start = cursor.offset;
  cursor.tableName();
  const end = cursor.peek(-1)!.end;
  const columns = cursor.isSymbol('(') ? ` SELECT ${cursor.identifierList('a column name').map(quoteIdentifier).join(', ')}` : '';
  return fromClause(cursor.statement.text.slice(0, end), start) + columns;
}

/** Puts FROM into the blanks before an offset that at least five characters precede. */
export function fromClause(text: string, offset: number): string {
  const blank = blankBefore(text, offset);
  return `${blank.slice(0, offset - 5)}FROM ${blank.slice(offset)}`;
}

function columnNames(cursor: TokenCursor, value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  const list: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  if (!list.every((name) => typeof name === 'string')) throw cursor.error('SYNTAX', 'PARTITION_BY takes column names');
  return list;
}

function isOn(value: JsonValue | undefined): boolean {
  return value === true || value === 1 || value === 'true';
}
