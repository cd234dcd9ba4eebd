import { userError } from '@arbalest/spi';
import type { DataType, Frontend, LogicalPlan, PlanContext, QueryDescription, Statement } from '@arbalest/spi';
import { tokenize } from './lexer.js';
import type { JsonObject } from './lossless-json.js';
import { BuiltInNames } from './planning/built-in-names.js';
import { readFailure, toUserError } from './planning/duckdb-error.js';
import { isCacheable, PlanCache } from './planning/plan-cache.js';
import { describeResolved } from './planning/describe-resolved.js';
import { planResolved } from './planning/plan-resolved.js';
import { PlanningPool } from './planning/planning-pool.js';
import { semanticSettings } from './planning/semantic-settings.js';
import { effectOf, refusal } from './references/allowed-functions.js';
import { nulls, parameterEdits, parameterNames } from './references/parameters.js';
import { ReferenceResolver } from './references/reference-resolver.js';
import { applyEdits, type EditedText } from './source-text.js';
import { parseScript } from './statements/parse-script.js';

/** Looking up a type's name takes no time, save for opening the planning database. */
const TYPE_DEADLINE_MS = 10_000;

export interface DuckDbFrontendOptions {
  /** Whether statements may name files below some folders only. @default false */
  readonly confined?: boolean;
}

/**
 * SQL in DuckDB's dialect. Statements are told apart by a lexer; queries are parsed, bound and optimised by a DuckDB that sees no data, whose plan
 * is translated into plan nodes. Nothing is opened before the first query.
 */
export class DuckDbFrontend implements Frontend {
  readonly id = 'duckdb';
  private readonly pool = new PlanningPool();
  private readonly cache = new PlanCache();
  private readonly builtIns = new BuiltInNames(this.pool);

  constructor(private readonly options: DuckDbFrontendOptions = {}) {}

  /** @throws also user error `FUNCTION_NAME_TAKEN`: CREATE FUNCTION of a name that a built-in function has */
  async parse(script: string): Promise<readonly Statement[]> {
    const statements = await parseScript(script, (sql, position) => this.typeOf(sql, position));
    for (const statement of statements) await this.checkName(statement);
    return statements;
  }

  async plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    const settings = semanticSettings(context.settings);
    const key = JSON.stringify([query, context.parameters, settings, [...context.codecFunctions]]);
    return (await this.cache.get(key, context)) ?? (await this.planAnew(query, context, settings, key));
  }

  async describe(query: string, context: PlanContext, target?: readonly DataType[]): Promise<QueryDescription> {
    const names = parameterNames(tokenize(query));
    if (names.length === 0) return { fields: (await this.plan(query, context)).fields, parameters: [] };
    const settings = semanticSettings(context.settings);
    const asWritten = applyEdits(query, []);
    const { resolver, resolved } = await this.resolve(asWritten, context, settings);
    const { functions } = resolver;
    const task = {
      query: resolved,
      tables: [...resolver.tables],
      functions,
      settings,
      signal: context.signal,
      toSource: asWritten.toSource,
    };
    const { types, fields } = await describeResolved(this.pool, task, target);
    return {
      // What has a type only once the parameters have values is described as if these were NULL.
      fields: fields ?? (await this.plan(query, { ...context, parameters: nulls(names) })).fields,
      parameters: names.map((name) => ({ name, ...(types.has(name) ? { type: types.get(name)! } : {}) })),
    };
  }

  hasFunction(name: string): Promise<boolean> {
    return this.builtIns.has(name);
  }

  async close(): Promise<void> {
    await this.pool[Symbol.asyncDispose]();
  }

  /** What the engine does not know at all gets its own words. */
  private async refuseCall(name: string): Promise<string | undefined> {
    const there = effectOf(name) !== undefined || (await this.builtIns.has(name));
    return there ? refusal(name, this.options.confined === true) : undefined;
  }

  private async checkName(statement: Statement): Promise<void> {
    if (statement.kind === 'explain') return this.checkName(statement.statement);
    if (statement.kind !== 'create-function' || !(await this.builtIns.has(statement.name))) return;
    const tokens = tokenize(statement.text);
    const name = tokens[tokens.findIndex((token) => token.text === '(') - 1];
    throw userError(
      'FUNCTION_NAME_TAKEN',
      `${statement.name} is a function of DuckDB's own; give yours another name, and the one in its image as HANDLER`,
      {
        position: statement.position + (name?.start ?? 0),
      },
    );
  }

  /** The type that a column declaration names; DuckDB knows all spellings. */
  private async typeOf(sql: string, position: number): Promise<DataType> {
    const unknown = () => userError('TYPE_UNKNOWN', `There is no type ${sql}`, { position });
    const single = tokenize(sql).every((token) => token.text !== ';');
    if (!single) throw unknown();
    const signal = AbortSignal.timeout(TYPE_DEADLINE_MS);
    const columns = await this.pool
      .use('full', {}, signal, (connection) => connection.describe(`SELECT CAST(NULL AS ${sql})`))
      .catch(() => []);
    if (columns.length !== 1) throw unknown();
    const type = columns[0]!.type;
    if (!type) throw userError('TYPE_UNSUPPORTED', `Columns of type ${sql} cannot be stored; VARCHAR or BLOB hold anything`, { position });
    return type;
  }

  private async planAnew(
    query: string,
    context: PlanContext,
    settings: Readonly<Record<string, string>>,
    key: string,
  ): Promise<LogicalPlan> {
    const { signal } = context;
    const substituted = applyEdits(query, parameterEdits(tokenize(query), context.parameters));
    const { resolver, resolved } = await this.resolve(substituted, context, settings);
    const tables = [...resolver.tables];
    const { functions } = resolver;
    const { text, ...plan } = await planResolved(this.pool, {
      query: resolved,
      tables,
      functions,
      settings,
      signal,
      toSource: substituted.toSource,
    });
    if (isCacheable(text)) this.cache.put(key, { plan, resolutions: [...resolver.resolutions], functions: functions.meanings });
    return { ...plan, tables };
  }

  /** Finds out what the query's references mean. */
  private async resolve(substituted: EditedText, context: PlanContext, settings: Readonly<Record<string, string>>) {
    const { signal } = context;
    const parse = async (text: string) =>
      parsedStatement(
        await this.pool.use('full', settings, signal, (connection) => connection.serializeSql(text)),
        text,
        // A view's text has positions of its own, which say nothing to the user.
        text === substituted.text ? substituted.toSource : () => undefined,
      );
    const resolver = new ReferenceResolver(context, parse, substituted.toSource, (name) => this.refuseCall(name));
    return { resolver, resolved: await resolver.resolve(substituted.text) };
  }
}

function parsedStatement(json: JsonObject | undefined, text: string, toSource: (offset: number) => number | undefined): JsonObject {
  if (!json) throw userError('UNSUPPORTED_STATEMENT', 'The statement holds a constant that cannot be planned');
  if (json['error'] !== true) return json;
  const failure = readFailure(json, text);
  if (failure.kind === 'not implemented') {
    throw userError(
      'UNSUPPORTED_STATEMENT',
      'Only queries whose columns are known beforehand can be planned; a PIVOT must list its values: ON column IN (…)',
    );
  }
  throw toUserError(failure, failure.position === undefined ? undefined : toSource(failure.position));
}
