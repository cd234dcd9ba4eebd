import type { CreateFunction, CreateFunctionsFromImage, FormatOptions, FunctionKind } from '@arbalest/spi';
import { parseArguments, parseReturns } from './function-signature.js';
import { parseOptions } from './options.js';
import type { TokenCursor, TypeOfText } from './token-cursor.js';

type SourceKind = CreateFunction['source']['kind'];

/** Where the code of a function in each language comes from. */
const SOURCES: Readonly<Record<string, SourceKind>> = {
  python: 'image',
  java: 'image',
  cpp: 'image',
  javascript: 'inline',
  remote: 'address',
};

const EXAMPLES: Readonly<Record<SourceKind, string>> = {
  image: "AS IMAGE 'name:tag'",
  inline: "AS 'code'",
  address: "AS ADDRESS 'grpc://host:port'",
};

/** Whether CREATE is followed by a function. A table may be called so: then its columns or its query follow. */
export function beginsFunction(cursor: TokenCursor): boolean {
  if (cursor.isWord('function') || cursor.isWord('aggregate', 'function')) return true;
  if (!cursor.isWord('table', 'function')) return false;
  const name = cursor.peek(2);
  const isClause = name?.kind === 'word' && ['as', 'with', 'options'].includes(name.value);
  return name !== undefined && name.kind !== 'symbol' && !isClause && !(name.kind === 'word' && name.value === 'partitioned');
}

/** [AGGREGATE | TABLE] FUNCTION [IF NOT EXISTS] name(…) RETURNS … LANGUAGE … AS … [HANDLER '…'] [WITH (…)] */
export async function parseCreateFunction(cursor: TokenCursor, orReplace: boolean, typeOf: TypeOfText): Promise<CreateFunction> {
  const functionKind = takeKind(cursor);
  cursor.expectWords('function');
  const ifNotExists = cursor.takeWords('if', 'not', 'exists');
  if (ifNotExists && orReplace) throw cursor.error('SYNTAX', 'OR REPLACE and IF NOT EXISTS contradict each other');
  const name = functionName(cursor);
  rejectMacro(cursor);
  const parameters = await parseArguments(cursor, typeOf);
  rejectMacroBody(cursor);
  const returns = await parseReturns(cursor, typeOf);
  if (returns.table && functionKind !== 'table') throw cursor.error('SYNTAX', needsTable(functionKind, name), returns.offset);
  if (!returns.table && functionKind === 'table')
    throw cursor.error('SYNTAX', `A table function returns rows: RETURNS TABLE(column TYPE, …)`, returns.offset);
  const { language, source, handler, options } = parseClauses(cursor);
  return {
    kind: 'create-function',
    name,
    functionKind,
    arguments: parameters,
    returns: returns.type,
    language,
    source,
    ...(handler !== undefined && { handler }),
    options,
    orReplace,
    ifNotExists,
  };
}

function needsTable(kind: FunctionKind, name: string): string {
  return kind === 'aggregate'
    ? 'An aggregate function returns one value: RETURNS TYPE'
    : `Only table functions return rows: CREATE TABLE FUNCTION ${name}(…) RETURNS TABLE(…)`;
}

function takeKind(cursor: TokenCursor): FunctionKind {
  if (cursor.takeWords('aggregate')) return 'aggregate';
  return cursor.takeWords('table') ? 'table' : 'scalar';
}

/** Lower case. Functions are in no schema. */
export function functionName(cursor: TokenCursor): string {
  const start = cursor.offset;
  const name = cursor.identifier('a function name').toLowerCase();
  if (cursor.isSymbol('.')) throw cursor.error('SYNTAX', 'Functions are in no schema: give the name alone', start);
  if (name === '') throw cursor.error('SYNTAX', 'A function needs a name', start);
  return name;
}

/** DuckDB's macros are made by the same words. */
function macro(cursor: TokenCursor, offset?: number): Error {
  const message =
    "SQL macros (CREATE FUNCTION … AS expression) are not supported; use CREATE VIEW, or a function: CREATE FUNCTION f(x BIGINT) RETURNS BIGINT LANGUAGE javascript AS '…'";
  return cursor.error('UNSUPPORTED_STATEMENT', message, offset);
}

/** The arguments of a macro have no types. */
function rejectMacro(cursor: TokenCursor): void {
  const { statement, offset } = cursor;
  const rest = statement.tokens.filter((token) => token.start >= offset);
  const words = new Set(rest.filter((token) => token.kind === 'word').map((token) => token.value));
  if (words.has('as') && !words.has('language') && !words.has('returns')) throw macro(cursor);
}

function rejectMacroBody(cursor: TokenCursor): void {
  if (cursor.isWord('as')) throw macro(cursor);
}

interface Clauses {
  language?: { readonly name: string; readonly offset: number };
  source?: { readonly kind: SourceKind; readonly text: string; readonly offset: number };
  handler?: string;
  options?: FormatOptions;
}

/** In any order, each once. */
function parseClauses(
  cursor: TokenCursor,
): Pick<CreateFunction, 'language' | 'source' | 'options'> & { readonly handler?: string | undefined } {
  const clauses: Clauses = {};
  while (!cursor.done) parseClause(cursor, clauses);
  const { language, source, handler, options = {} } = clauses;
  if (!language) throw cursor.error('SYNTAX', `LANGUAGE is missing: one of ${Object.keys(SOURCES).join(', ')}`);
  const wanted = SOURCES[language.name]!;
  if (!source) throw cursor.error('SYNTAX', `The function's code is missing: a ${language.name} function has ${EXAMPLES[wanted]}`);
  if (source.kind !== wanted) throw cursor.error('SYNTAX', wrongSource(language.name, source.kind, wanted), source.offset);
  return { language: language.name, source: { kind: source.kind, text: source.text }, handler, options };
}

function parseClause(cursor: TokenCursor, clauses: Clauses): void {
  const { offset } = cursor;
  const once = (clause: keyof Clauses, text: string) => {
    if (clauses[clause] !== undefined) throw cursor.error('SYNTAX', `${text} is given twice`, offset);
  };
  if (cursor.takeWords('language')) {
    once('language', 'LANGUAGE');
    clauses.language = { name: languageName(cursor), offset };
  } else if (cursor.takeWords('as')) {
    once('source', 'AS');
    clauses.source = { ...sourceOf(cursor), offset };
  } else if (cursor.takeWords('handler')) {
    once('handler', 'HANDLER');
    clauses.handler = nonEmpty(cursor, "the handler's name");
  } else if (cursor.takeWords('with') || cursor.takeWords('options')) {
    once('options', 'WITH');
    clauses.options = parseOptions(cursor);
  } else throw cursor.unexpected("LANGUAGE, AS, HANDLER 'name' or WITH (key = value, …)");
}

function languageName(cursor: TokenCursor): string {
  const start = cursor.offset;
  const name = (cursor.peek()?.kind === 'string' ? cursor.string('a language') : cursor.identifier('a language')).toLowerCase();
  if (!Object.hasOwn(SOURCES, name))
    throw cursor.error('FUNCTION_LANGUAGE', `There is no language ${name}; there are ${Object.keys(SOURCES).join(', ')}`, start);
  return name;
}

/** IMAGE 'reference', ADDRESS 'url' or 'code'. */
function sourceOf(cursor: TokenCursor): CreateFunction['source'] {
  if (cursor.takeWords('image')) return { kind: 'image', text: nonEmpty(cursor, "the image's name") };
  if (cursor.takeWords('address')) return { kind: 'address', text: nonEmpty(cursor, 'an address such as grpc://host:port') };
  if (cursor.peek()?.kind !== 'string') throw cursor.unexpected("IMAGE 'name:tag', ADDRESS 'grpc://host:port' or the code in quotes");
  return { kind: 'inline', text: nonEmpty(cursor, 'code') };
}

function nonEmpty(cursor: TokenCursor, what: string): string {
  const start = cursor.offset;
  const text = cursor.string(what);
  if (text.trim() === '') throw cursor.error('SYNTAX', `${what} was expected, not an empty string`, start);
  return text;
}

const PLACES: Readonly<Record<SourceKind, string>> = { image: 'an image', inline: 'code in the statement', address: 'an address' };

function wrongSource(language: string, given: SourceKind, wanted: SourceKind): string {
  return `A ${language} function has ${EXAMPLES[wanted]}, not ${PLACES[given]}`;
}

/** FUNCTIONS FROM IMAGE 'reference' [AS prefix] [WITH (…)] */
export function parseCreateFunctions(cursor: TokenCursor, orReplace: boolean): CreateFunctionsFromImage {
  cursor.expectWords('functions');
  cursor.expectWords('from');
  cursor.expectWords('image');
  const image = nonEmpty(cursor, "the image's name");
  const prefix = cursor.takeWords('as') ? cursor.identifier('a prefix for the names').toLowerCase() : undefined;
  const options = cursor.takeWords('with') || cursor.takeWords('options') ? parseOptions(cursor) : {};
  cursor.expectEnd();
  return { kind: 'create-functions-from-image', image, ...(prefix !== undefined && { prefix }), options, orReplace };
}
