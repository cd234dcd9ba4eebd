import { internalError, isArbalestError, userError } from '@arbalest/spi';
import type { PlanContext, Table, TableName } from '@arbalest/spi';
import { tokenize } from '../lexer.js';
import type { Token } from '../lexer.js';
import type { JsonObject } from '../lossless-json.js';
import { utf16Offset } from '../source-text.js';
import { REFUSED_SCALARS } from './allowed-functions.js';
import { callEdits } from './call-edits.js';
import { findCalls } from './call-references.js';
import { CalledFunctions } from './called-functions.js';
import { closestNames } from './closest-names.js';
import { pathArguments } from './function-arguments.js';
import type { PathArguments } from './function-arguments.js';
import type { Replacement, ResolvedQuery } from './resolved-query.js';
import { closingParen, tokenIndex } from './tokens.js';
import { findReferences } from './table-references.js';
import type { EngineCall, FunctionReference, LeftUnnest, NameReference, QualifiedColumn } from './table-references.js';

/** Parses a query; the tree is DuckDB's. @throws user error `SYNTAX` */
export type ParseQuery = (query: string) => Promise<JsonObject>;

/** Why a function of the engine's own may not be called; undefined when it may, or when there is no such function. */
export type RefuseCall = (name: string) => Promise<string | undefined>;

/** What a reference was resolved to, so that a cached plan can tell whether it would be the same today. */
export interface Resolution {
  readonly request:
    { readonly kind: 'name'; readonly name: TableName } | ({ readonly kind: 'paths'; readonly codec: string | undefined } & PathArguments);
  /** The table's version, or the view's text. */
  readonly outcome: string;
  /** Position of the table in the plan's list; absent for views. */
  readonly table?: number;
}

/**
 * Finds what a statement's table references mean, views within views included. Text is edited in place, at the positions that DuckDB's own parser
 * gives, so that everything else stays as the user wrote it and errors point to where they are.
 */
export class ReferenceResolver {
  readonly tables: Table[] = [];
  readonly resolutions: Resolution[] = [];
  readonly functions: CalledFunctions;
  private readonly known = new Map<string, Promise<Found | undefined>>();

  constructor(
    private readonly context: PlanContext,
    private readonly parse: ParseQuery,
    /** From an offset in the statement's text to one in the user's. */
    private readonly toSource: (offset: number) => number,
    private readonly refuseCall: RefuseCall,
  ) {
    this.functions = new CalledFunctions(context.functions);
  }

  resolve(text: string): Promise<ResolvedQuery> {
    return this.resolveWithin(text, []);
  }

  /** `views` are the names of the views that are being expanded, outermost first. */
  private async resolveWithin(text: string, views: readonly string[]): Promise<ResolvedQuery> {
    const tokens = tokenize(text);
    const calling = this.functions.mayBeIn(tokens);
    if (!calling && !mayReadTables(tokens)) return { text, replacements: [] };
    const parsed = await this.parse(text);
    const { tables, columns, leftUnnests, engineCalls } = findReferences(parsed, this.context.codecFunctions);
    for (const call of engineCalls) await this.checkCall(call, text, tokens, views);
    const replacements: Replacement[] = calling ? this.callReplacements(parsed, text, tokens, views) : [];
    const names: NameReference[] = [];
    for (const reference of tables) {
      if (reference.kind === 'show') throw showInQuery(reference.name);
      const at = tokenIndex(tokens, utf16Offset(text, reference.location));
      if (reference.kind === 'function') replacements.push(await this.functionReplacement(reference, tokens, at, views));
      else replacements.push(await this.nameReplacement(reference, tokens, at, views));
      if (reference.kind === 'name') names.push(reference);
    }
    const edits = [
      ...columns.flatMap((column) => unqualified(column, names, text, tokens)),
      ...leftUnnests.flatMap((unnest) => unnestQuery(unnest, text, tokens)),
    ];
    return { text, replacements: [...replacements, ...edits] };
  }

  /** Users' functions go before the engine's of the same name. */
  private async checkCall({ name, location }: EngineCall, text: string, tokens: readonly Token[], views: readonly string[]): Promise<void> {
    if (this.functions.has(name)) return;
    const reason = await this.refuseCall(name);
    if (reason === undefined) return;
    const token = tokens[tokenIndex(tokens, utf16Offset(text, location))]!;
    throw userError('FUNCTION_NOT_ALLOWED', reason, { position: this.position(token, views) });
  }

  private callReplacements(parsed: JsonObject, text: string, tokens: readonly Token[], views: readonly string[]): Replacement[] {
    return findCalls(parsed, (name) => this.functions.has(name)).flatMap((call) => {
      const at = tokenIndex(tokens, utf16Offset(text, call.location)) + 2 * call.qualifiers.length;
      const named = tokens[at];
      if (named?.value.toLowerCase() !== call.name)
        throw internalError('PLANNING', `A call of ${call.name} was not found where DuckDB says it is`);
      const stub = this.functions.stubFor(call, tokens[at - 1], this.position(named, views), views.length > 0);
      return callEdits(call, stub, tokens, at).map((edit) => ({ kind: 'text' as const, ...edit }));
    });
  }

  private async nameReplacement(
    reference: NameReference,
    tokens: readonly Token[],
    at: number,
    views: readonly string[],
  ): Promise<Replacement> {
    const first = tokens[at]!;
    const name = tableName(reference);
    const found = (await this.findNamed(name, first)) ?? (await this.notFound(name, first, this.position(first, views)));
    const parts = 1 + (reference.schema === undefined ? 0 : 1) + (reference.catalog === undefined ? 0 : 1);
    const last = tokens[at + 2 * (parts - 1)]!;
    const bare = followsKeyword(tokens[at - 1]);
    // TABLE t is FROM t in other words; after the others, which take a name or a query, the name becomes a query.
    const start = bare === 'table' ? tokens[at - 1]!.start : first.start;
    const alias = reference.aliased ? undefined : found.alias;
    const place = { start, end: last.end, prefix: bare ? 'FROM ' : '', ...(alias !== undefined && { alias }) };
    if ('table' in found) return { kind: 'table', ...place, table: found.table };
    return {
      kind: 'view',
      ...place,
      name: reference.name,
      query: await this.expandView(reference.name, found.view, this.position(first, views), views),
    };
  }

  /** Where a token stands in the user's text; within a view that is told by whoever expands it. */
  private position(token: Token, views: readonly string[]): number {
    return views.length === 0 ? this.toSource(token.start) : token.start;
  }

  private async expandView(name: string, query: string, position: number, views: readonly string[]): Promise<ResolvedQuery> {
    const chain = [...views, name];
    if (views.some((view) => view.toLowerCase() === name.toLowerCase())) {
      throw userError('VIEW_CYCLE', `View ${name} refers to itself: ${chain.join(' → ')}`, { position });
    }
    try {
      return await this.resolveWithin(query, chain);
    } catch (thrown) {
      throw withinView(thrown, name, position);
    }
  }

  private async functionReplacement(
    reference: FunctionReference,
    tokens: readonly Token[],
    at: number,
    views: readonly string[],
  ): Promise<Replacement> {
    const start = tokens[at]!.start;
    const position = this.position(tokens[at]!, views);
    const args = pathArguments(reference.name, reference.args, position);
    const found = await this.findPaths(this.context.codecFunctions.get(reference.name), args);
    if (!found) throw fileNotFound(args.paths, position);
    const end = tokens[closingParen(tokens, at)]!.end;
    return { kind: 'table', start, end, prefix: '', table: found.table, ...(!reference.aliased && { alias: reference.name }) };
  }

  /** What is written as a string is a path; a name that nobody knows may be one. */
  private async findNamed(name: TableName, token: Token): Promise<Found | undefined> {
    const asPath = () => this.findPaths(undefined, { paths: [name.name], options: {} });
    if (token.kind === 'string') return asPath();
    const named = await this.memo(`name ${JSON.stringify(name).toLowerCase()}`, () => this.askName(name));
    if (named || name.schema !== undefined || !/[./*\\]/.test(name.name)) return named;
    return asPath();
  }

  private async askName(name: TableName): Promise<Found | undefined> {
    const relation = await this.context.resolve(name);
    if (!relation) return undefined;
    if (relation.kind === 'table') return this.add(relation.table, { kind: 'name', name }, name.name);
    this.resolutions.push({ request: { kind: 'name', name }, outcome: relation.query });
    return { view: relation.query, alias: name.name };
  }

  private async findPaths(codec: string | undefined, args: PathArguments): Promise<FoundTable | undefined> {
    const found = await this.memo(`paths ${JSON.stringify([codec, args])}`, async () => {
      const table = await this.context.resolvePaths(args.paths, codec, args.options);
      return table && this.add(table, { kind: 'paths', codec, ...args }, pathAlias(args.paths, table.source.codec));
    });
    return found as FoundTable | undefined;
  }

  private add(table: Table, request: Resolution['request'], alias: string): FoundTable {
    const position = this.tables.push(table) - 1;
    this.resolutions.push({ request, outcome: table.version, table: position });
    return { table: position, alias };
  }

  private memo(key: string, find: () => Promise<Found | undefined>): Promise<Found | undefined> {
    const known = this.known.get(key) ?? find();
    this.known.set(key, known);
    return known;
  }

  private async notFound(name: TableName, token: Token, position: number): Promise<never> {
    if (token.kind === 'string') throw fileNotFound([name.name], position);
    const candidates = closestNames(
      name.name,
      (await this.context.names()).map((candidate) => candidate.name),
    );
    const hint = candidates.length > 0 ? `; did you mean ${candidates.join(' or ')}?` : '';
    throw userError('TABLE_NOT_FOUND', `There is no table ${displayName(name)}${hint}`, { position, candidates });
  }
}

interface FoundTable {
  readonly table: number;
  readonly alias: string;
}
type Found = FoundTable | { readonly view: string; readonly alias: string };

/** Words without which nothing can be read from a table. */
const READING_WORDS: ReadonlySet<string> = new Set([
  'from',
  'table',
  'describe',
  'desc',
  'show',
  'summarize',
  'pivot',
  'unpivot',
  'pivot_wider',
  'pivot_longer',
]);

function mayReadTables(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, value }) => (kind === 'word' && READING_WORDS.has(value)) || REFUSED_SCALARS.has(value.toLowerCase()));
}

const NAME_TAKING_WORDS: ReadonlySet<string> = new Set(['table', 'describe', 'desc', 'show', 'summarize']);

/** The keyword before a reference after which there can be no alias. */
function followsKeyword(token: Token | undefined): string | undefined {
  return token?.kind === 'word' && NAME_TAKING_WORDS.has(token.value) ? token.value : undefined;
}

function tableName({ catalog, schema, name }: NameReference): TableName {
  return { ...(catalog !== undefined && { catalog }), ...(schema !== undefined && { schema }), name };
}

function displayName({ catalog, schema, name }: TableName): string {
  return [catalog, schema, name].filter((part) => part !== undefined).join('.');
}

/** As DuckDB names the rows of a file: by its name up to the first dot, or by the function that reads several. */
function pathAlias(paths: readonly string[], codec: string): string {
  const [path] = paths;
  if (paths.length !== 1 || path === undefined || /[*?[]/.test(path)) return `read_${codec}`;
  return path.split(/[/\\]/).at(-1)!.split('.')[0]! || `read_${codec}`;
}

/** `schema.table.column` → `table.column`: planning tables have no schema. */
function unqualified(
  column: QualifiedColumn,
  names: readonly NameReference[],
  text: string,
  tokens: readonly Token[],
): readonly Replacement[] {
  const lower = column.names.map((name) => name.toLowerCase());
  const drop = [1, 2].find((count) => lower.length > count + 1 && names.some((reference) => qualifies(reference, lower, count)));
  if (drop === undefined) return [];
  const at = tokenIndex(tokens, utf16Offset(text, column.location));
  return [{ kind: 'text', start: tokens[at]!.start, end: tokens[at + 2 * drop]!.start, replacement: '' }];
}

/** `LEFT JOIN unnest(list)` → `LEFT JOIN (SELECT unnest(list))`: only as a query does the serialised plan say which columns it reads. */
function unnestQuery(unnest: LeftUnnest, text: string, tokens: readonly Token[]): readonly Replacement[] {
  const at = tokenIndex(tokens, utf16Offset(text, unnest.location));
  const { start } = tokens[at]!;
  const { end } = tokens[closingParen(tokens, at)]!;
  const alias = unnest.aliased ? '' : ' AS unnest';
  return [
    { kind: 'text', start, end: start, replacement: '(SELECT ' },
    { kind: 'text', start: end, end, replacement: ` AS unnest)${alias}` },
  ];
}

function qualifies(reference: NameReference, column: readonly string[], count: number): boolean {
  if (reference.aliased || reference.name.toLowerCase() !== column[count]) return false;
  const [schema, catalog] = [column[count - 1], column[count - 2]];
  return schema === (reference.schema ?? 'main').toLowerCase() && (catalog === undefined || catalog === reference.catalog?.toLowerCase());
}

function fileNotFound(paths: readonly string[], position: number): Error {
  return userError('FILE_NOT_FOUND', `No catalog reads ${paths.join(', ')}`, { position });
}

/** An error in a view's query, told where the statement names the view. */
export function withinView(thrown: unknown, view: string, position: number): unknown {
  if (!isArbalestError(thrown) || thrown.family !== 'user') return thrown;
  const message = thrown.code === 'VIEW_CYCLE' ? thrown.message : `In view ${view}: ${thrown.message}`;
  const { candidates, notes } = thrown.details;
  return userError(thrown.code, message, { position, ...(candidates && { candidates }), ...(notes && { notes }), cause: thrown });
}

function showInQuery(name: string): Error {
  return userError(
    'UNSUPPORTED_STATEMENT',
    `SHOW ${name.replaceAll('"', '')} cannot stand inside a query; use SHOW TABLES or DESCRIBE as a statement of its own`,
  );
}
