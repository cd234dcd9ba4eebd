import type { CreateExternalTable, CreateTable, FormatOptions, StatementBody } from '@arbalest/spi';
import { parseColumns } from './columns.js';
import { beginsFunction, parseCreateFunction, parseCreateFunctions } from './create-function.js';
import { parseOptions } from './options.js';
import { secretInStatement } from './secret-in-statement.js';
import type { TokenCursor, TypeOfText } from './token-cursor.js';
import { unsupported } from './unsupported.js';

/** CREATE [OR REPLACE] EXTERNAL TABLE | TABLE | VIEW | [AGGREGATE | TABLE] FUNCTION | FUNCTIONS */
export async function parseCreate(cursor: TokenCursor, typeOf: TypeOfText): Promise<StatementBody> {
  cursor.expectWords('create');
  const orReplace = cursor.takeWords('or', 'replace');
  if (beginsFunction(cursor)) return parseCreateFunction(cursor, orReplace, typeOf);
  if (cursor.isWord('functions')) return parseCreateFunctions(cursor, orReplace);
  if (cursor.takeWords('external', 'table')) return externalTable(cursor, orReplace, typeOf);
  if (cursor.takeWords('table')) return table(cursor, orReplace, typeOf);
  if (cursor.takeWords('view')) return view(cursor, orReplace);
  const { offset } = cursor;
  if (takesSecret(cursor)) throw secretInStatement(cursor, 'CREATE SECRET', offset);
  throw unsupported(
    cursor,
    `CREATE ${(cursor.peek()?.text ?? '').toUpperCase()}`.trim(),
    'CREATE TABLE, CREATE EXTERNAL TABLE, CREATE VIEW and CREATE FUNCTION are understood',
  );
}

function takesSecret(cursor: TokenCursor): boolean {
  const lasting = ['persistent', 'temporary', 'temp'].some((word) => cursor.isWord(word));
  return cursor.isWord('secret') || (lasting && cursor.peek(1)?.value === 'secret');
}

async function externalTable(cursor: TokenCursor, orReplace: boolean, typeOf: TypeOfText): Promise<CreateExternalTable> {
  const ifNotExists = takeIfNotExists(cursor);
  const name = cursor.tableName();
  const fields = cursor.isSymbol('(') ? await parseColumns(cursor, typeOf) : undefined;
  const clauses = tableClauses(cursor, EXTERNAL_CLAUSES);
  cursor.expectEnd();
  const { codec, location, options, partitionBy } = clauses;
  if (!location) throw cursor.error('SYNTAX', "An external table needs LOCATION 'path'");
  return {
    kind: 'create-external-table',
    name,
    ...(fields && { fields }),
    ...(codec !== undefined && { codec }),
    location,
    options,
    partitionBy,
    ifNotExists,
    orReplace,
  };
}

async function table(cursor: TokenCursor, orReplace: boolean, typeOf: TypeOfText): Promise<CreateTable> {
  const ifNotExists = takeIfNotExists(cursor);
  const name = cursor.tableName();
  const fields = cursor.isSymbol('(') ? await parseColumns(cursor, typeOf) : undefined;
  const { options, partitionBy } = tableClauses(cursor, TABLE_CLAUSES);
  const base = { kind: 'create-table', name, options, partitionBy, ifNotExists, orReplace } as const;
  if (fields) {
    if (cursor.isWord('as'))
      throw cursor.error('SYNTAX', 'CREATE TABLE takes columns or a query, not both: give the columns their names and types in the query');
    cursor.expectEnd();
    return { ...base, fields };
  }
  cursor.expectWords('as');
  return { ...base, query: cursor.restAsQuery() };
}

function view(cursor: TokenCursor, orReplace: boolean): StatementBody {
  const ifNotExists = takeIfNotExists(cursor);
  const name = cursor.tableName('a view name');
  const columns = cursor.isSymbol('(') ? cursor.identifierList('a column name') : undefined;
  cursor.expectWords('as');
  return { kind: 'create-view', name, query: cursor.restAsQuery(), orReplace, ifNotExists, ...(columns && { columns }) };
}

interface TableClauses {
  codec?: string;
  location?: readonly string[];
  options: FormatOptions;
  partitionBy: readonly string[];
}

type ClauseParser = (cursor: TokenCursor, clauses: TableClauses) => boolean;

const partitionedBy: ClauseParser = (cursor, clauses) => {
  if (!cursor.takeWords('partitioned', 'by')) return false;
  clauses.partitionBy = cursor.identifierList('a column name');
  return true;
};

const optionsClause: ClauseParser = (cursor, clauses) => {
  if (!cursor.takeWords('options') && !cursor.takeWords('with')) return false;
  clauses.options = { ...clauses.options, ...parseOptions(cursor) };
  return true;
};

const storedAs: ClauseParser = (cursor, clauses) => {
  if (!cursor.takeWords('stored', 'as')) return false;
  clauses.codec = cursor.identifier('a format').toLowerCase();
  return true;
};

const locationClause: ClauseParser = (cursor, clauses) => {
  if (!cursor.takeWords('location')) return false;
  clauses.location = locations(cursor);
  return true;
};

const TABLE_CLAUSES = [partitionedBy, optionsClause];
const EXTERNAL_CLAUSES = [storedAs, locationClause, ...TABLE_CLAUSES];

/** Clauses come in any order. */
function tableClauses(cursor: TokenCursor, parsers: readonly ClauseParser[]): TableClauses {
  const clauses: TableClauses = { options: {}, partitionBy: [] };
  while (parsers.some((parse) => parse(cursor, clauses)));
  return clauses;
}

/** `'path'`, or several in parentheses or brackets. */
function locations(cursor: TokenCursor): readonly string[] {
  if (cursor.isSymbol('(')) return cursor.parenthesised(() => cursor.string('a path'));
  if (!cursor.takeSymbol('[')) return [cursor.string('a path')];
  const paths = [cursor.string('a path')];
  while (cursor.takeSymbol(',')) paths.push(cursor.string('a path'));
  cursor.expectSymbol(']');
  return paths;
}

function takeIfNotExists(cursor: TokenCursor): boolean {
  return cursor.takeWords('if', 'not', 'exists');
}
