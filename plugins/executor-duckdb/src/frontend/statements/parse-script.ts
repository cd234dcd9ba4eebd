import type { Statement, StatementBody } from '@arbalest/spi';
import { parseCreate } from './create.js';
import { parseOptions } from './options.js';
import { beginsQuery, parseDescribe, parseDrop, parseReset, parseSet, parseShow } from './session-statements.js';
import { innerStatement, splitScript } from './split-script.js';
import { TokenCursor } from './token-cursor.js';
import type { StatementText, TypeOfText } from './token-cursor.js';
import { unsupportedStatement } from './unsupported.js';
import { parseCopy, parseInsert } from './write-statements.js';

/**
 * Cuts a script into statements and says what each is. Queries are not looked into: planning does that. In every statement's body, positions in a
 * `query` are positions in the statement's text.
 */
export async function parseScript(script: string, typeOf: TypeOfText): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  for (const statement of splitScript(script)) statements.push(await parseStatement(statement, typeOf));
  return statements;
}

async function parseStatement(statement: StatementText, typeOf: TypeOfText): Promise<Statement> {
  const cursor = new TokenCursor(statement);
  return { text: statement.text, position: statement.position, ...(await statementBody(cursor, typeOf)) };
}

type BodyParser = (cursor: TokenCursor, typeOf: TypeOfText) => StatementBody | Promise<StatementBody>;

const PARSERS: Readonly<Record<string, BodyParser>> = {
  explain: parseExplain,
  create: parseCreate,
  insert: parseInsert,
  copy: parseCopy,
  drop: parseDrop,
  set: parseSet,
  reset: parseReset,
  show: parseShow,
  describe: parseDescribe,
  desc: parseDescribe,
  with: parseWith,
};

function statementBody(cursor: TokenCursor, typeOf: TypeOfText): StatementBody | Promise<StatementBody> {
  const first = cursor.peek()!;
  const parse = first.kind === 'word' && Object.hasOwn(PARSERS, first.value) ? PARSERS[first.value] : undefined;
  if (parse) return parse(cursor, typeOf);
  if (beginsQuery(first)) return { kind: 'query', query: cursor.restAsQuery() };
  throw unsupportedStatement(cursor);
}

/** EXPLAIN [ANALYZE] [(ANALYZE, FORMAT json)] statement */
async function parseExplain(cursor: TokenCursor, typeOf: TypeOfText): Promise<StatementBody> {
  cursor.expectWords('explain');
  let analyze = cursor.takeWords('analyze');
  let format: 'text' | 'json' = 'text';
  if (cursor.isSymbol('(') && !beginsQuery(cursor.peek(1) ?? cursor.peek()!)) {
    const offset = cursor.offset;
    const { analyze: analyzeOption, format: formatOption, ...rest } = parseOptions(cursor);
    const unknown = Object.keys(rest);
    if (unknown.length > 0)
      throw cursor.error('SYNTAX', `EXPLAIN takes ANALYZE and FORMAT, not ${unknown.join(', ').toUpperCase()}`, offset);
    analyze ||= analyzeOption === true;
    format = explainFormat(cursor, formatOption ?? 'text', offset);
  }
  if (cursor.done) throw cursor.unexpected('a statement to explain');
  return { kind: 'explain', analyze, format, statement: await parseStatement(innerStatement(cursor.statement, cursor.offset), typeOf) };
}

function explainFormat(cursor: TokenCursor, value: unknown, offset: number): 'text' | 'json' {
  const name = String(value).toLowerCase();
  if (name !== 'text' && name !== 'json') throw cursor.error('SYNTAX', `EXPLAIN's FORMAT is text or json, not ${name}`, offset);
  return name;
}

/** WITH … query, or WITH … INSERT INTO t query: then the clause is taken out of the middle. */
function parseWith(cursor: TokenCursor): StatementBody {
  const { text, tokens } = cursor.statement;
  const main = mainVerb(cursor);
  if (main?.value !== 'insert') return main && !beginsQuery(main) ? rejectMain(cursor, main.start) : { kind: 'query', query: text };
  const insert = parseInsert(new TokenCursor(cursor.statement, tokens.indexOf(main)));
  if (insert.kind !== 'insert') return insert;
  return { ...insert, query: text.slice(0, main.start) + insert.query.slice(main.start) };
}

function rejectMain(cursor: TokenCursor, offset: number): never {
  throw unsupportedStatement(new TokenCursor(innerStatement(cursor.statement, offset)));
}

const MAIN_VERBS: ReadonlySet<string> = new Set([
  'select',
  'from',
  'values',
  'table',
  'pivot',
  'unpivot',
  'insert',
  'update',
  'delete',
  'merge',
]);

/** The first verb outside of parentheses. */
function mainVerb(cursor: TokenCursor) {
  let depth = 0;
  return cursor.statement.tokens.find((token) => {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    return depth === 0 && token.kind === 'word' && MAIN_VERBS.has(token.value);
  });
}
