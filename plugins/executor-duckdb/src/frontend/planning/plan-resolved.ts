import { isArbalestError, sameType, typeToSql } from '@arbalest/spi';
import type { Field, FunctionDefinition, LogicalPlan, Table } from '@arbalest/spi';
import { outputTypes } from '@arbalest/plan';
import type { OpaqueNode, PlanNode } from '@arbalest/plan';
import { mergeProjections } from '../decode/merge-projections.js';
import { NotModelled } from '../decode/not-modelled.js';
import { PlanDecoder } from '../decode/plan-decoder.js';
import { pushScanFilters } from '../decode/scan-filters.js';
import { SCAN_FUNCTION } from '../decode/scans.js';
import type { PlannedTable } from '../decode/scans.js';
import { unnestInPlace } from '../decode/unnest-in-place.js';
import { markUserCalls } from '../decode/user-calls.js';
import { scalarText } from '../lossless-json.js';
import type { JsonObject } from '../lossless-json.js';
import type { CalledFunctions } from '../references/called-functions.js';
import { withinView } from '../references/reference-resolver.js';
import { renderQuery } from '../references/resolved-query.js';
import type { ResolvedQuery } from '../references/resolved-query.js';
import { quoteIdentifier } from '../source-text.js';
import type { EditedText } from '../source-text.js';
import { callFailure, callsInOpaque, insideLambda, wantsValueOfCall } from './call-failures.js';
import { readFailure } from './duckdb-error.js';
import { plannedRows } from './estimates.js';
import { plannedType } from './planned-type.js';
import type { PlanningConnection, PlanningLevel, ResultColumn } from './planning-database.js';
import type { PlanningPool } from './planning-pool.js';
import { resultNames } from './result-names.js';

export interface PlanningTask {
  readonly query: ResolvedQuery;
  readonly tables: readonly Table[];
  readonly functions: CalledFunctions;
  readonly settings: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** From an offset in `query.text` to one in the user's text. */
  readonly toSource: (offset: number) => number;
}

export type ResolvedPlan = Omit<LogicalPlan, 'tables'> & {
  /** The whole statement, views expanded and parameters in place. */
  readonly text: string;
};

/**
 * Plans a statement whose references are resolved. The better optimiser settings are tried first, then the plainer ones when the serialiser failed;
 * what neither gives, or what the plan nodes cannot say, becomes one opaque node that runs the statement as it is written.
 */
export function planResolved(pool: PlanningPool, task: PlanningTask): Promise<ResolvedPlan> {
  const planningTables = task.tables.map((table) => ({ fields: plannedFields(table), rows: plannedRows(table) }));
  return pool.withTables(planningTables, async (ids) => {
    const rendered = renderQuery(task.query, (table) => `${SCAN_FUNCTION}(${ids[table]})`);
    const { stubs } = task.functions;
    const ask: Ask = (level, work) =>
      pool.use(level, task.settings, task.signal, (connection) => {
        connection.registerStubs(stubs);
        return work(connection);
      });
    const { json, columns } = await bind(ask, rendered, task);
    const fields = resultFields(columns, task, ids);
    const whole = opaqueNode(task, columns, fields);
    const attempt = (plan: JsonObject | undefined) => decodePlan(plan, { task, ids, fields });
    const first = attempt(json);
    const second = 'retry' in first ? attempt(await ask('plain', (connection) => connection.serializePlan(rendered.text))) : first;
    if (stubs.length > 0) return { ...planWithCalls(second, task), fields, text: rendered.text };
    const text = whole.query;
    if ('plan' in second) return { plan: second.plan, fields, whole: { ...whole, reason: '' }, text };
    return { plan: { ...whole, reason: second.reason }, fields, opaque: second.reason, text };
  });
}

type Ask = <T>(level: PlanningLevel, work: (connection: PlanningConnection) => Promise<T>) => Promise<T>;

/** The serialised plan and the result's columns, which are found out side by side. */
async function bind(ask: Ask, { text, toSource }: EditedText, task: PlanningTask) {
  const { stubs } = task.functions;
  const [json, described] = await ask('full', (connection) =>
    Promise.all([connection.serializePlan(text), settle(connection.describe(text, stubs))]),
  );
  task.signal.throwIfAborted();
  const failed = () => planningFailure(json, described.error, { text, toSource }, task);
  if (described.error !== undefined) throw failed();
  const columns = described.value!;
  if (!wantsValueOfCall(json)) return { json, columns };
  const unfolded = await ask('full', (connection) => connection.serializeUnfolded(text, stubs));
  if (!unfolded || unfolded['error'] === true) throw failed();
  return { json: unfolded, columns };
}

interface Settled<T> {
  readonly value?: T;
  readonly error?: unknown;
}

function settle<T>(promise: Promise<T>): Promise<Settled<T>> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

/** The serialiser's error says more; where it found none, the one of preparing must do. */
function planningFailure(json: JsonObject | undefined, thrown: unknown, rendered: EditedText, task: PlanningTask): unknown {
  if (isArbalestError(thrown)) return thrown;
  if (json?.['error'] === true) {
    const failure = readFailure(json, rendered.text);
    if (failure.position === undefined) return callFailure(failure, task.functions, undefined);
    const offset = rendered.toSource(failure.position);
    // A position at the very start of a view's name can only come from within the view.
    const view = task.query.replacements.find((replacement) => replacement.kind === 'view' && replacement.start === offset);
    const position = task.toSource(offset);
    const error = callFailure(failure, task.functions, position);
    return view?.kind === 'view' ? withinView(error, view.name, position) : error;
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const [, kind = 'binder', rest = message] = /^(\w[\w ]*?) Error: ([\s\S]*)$/.exec(message) ?? [];
  return callFailure({ kind: kind.toLowerCase(), message: rest.split('\nLINE ')[0]! }, task.functions, undefined);
}

type Attempt =
  { readonly plan: PlanNode; readonly functions: readonly FunctionDefinition[] } | { readonly reason: string; readonly retry?: true };

interface PlanningOutcome {
  readonly task: PlanningTask;
  /** By which the scan function was called for each table. */
  readonly ids: readonly number[];
  readonly fields: readonly Field[];
}

function decodePlan(json: JsonObject | undefined, outcome: PlanningOutcome): Attempt {
  if (!json) return { reason: 'a constant that DuckDB cannot serialise' };
  if (json['error'] === true) return { reason: `not serialised: ${scalarText(json['error_message']).split('\n')[0]}`, retry: true };
  const plans = json['plans'] as readonly JsonObject[] | undefined;
  if (plans?.length !== 1) return { reason: 'a statement of several plans' };
  try {
    return decodeMarked(plans[0]!, outcome);
  } catch (thrown) {
    if (thrown instanceof NotModelled) return { reason: thrown.reason };
    throw thrown;
  }
}

function decodeMarked(json: JsonObject, { task, ids, fields }: PlanningOutcome): Attempt {
  const { plan, functions } = markUserCalls(json, task.functions.stubs, (definition) => {
    throw insideLambda(definition, task.functions.positionOf(definition.name));
  });
  const decoded = new PlanDecoder(plannedTables(task.tables, ids)).node(plan);
  expectFields(decoded, fields);
  const inPlace = functions.length === 0 ? decoded : unnestInPlace(decoded);
  return { plan: pushScanFilters(mergeProjections(inPlace)), functions };
}

/** No engine runs such a statement whole. Where the optimiser has done away with all calls, the plan is left without functions. */
function planWithCalls(attempt: Attempt, task: PlanningTask) {
  if (!('plan' in attempt)) throw callsInOpaque(task.functions, attempt.reason);
  const { plan, functions } = attempt;
  return { plan, functions };
}

function plannedTables(tables: readonly Table[], ids: readonly number[]): ReadonlyMap<number, PlannedTable> {
  return new Map(tables.map((table, position) => [ids[position]!, plannedTable(table, position)]));
}

function plannedTable(table: Table, position: number): PlannedTable {
  const { source, statistics } = table;
  return { position, name: source.table, fields: plannedFields(table), ...(statistics.rows !== undefined && { rows: statistics.rows }) };
}

export function plannedFields({ source }: Table): readonly Field[] {
  return source.fields.map((field) => ({ ...field, type: plannedType(field.type) }));
}

/** The plan's columns must be those that preparing the statement promised. */
function expectFields(plan: PlanNode, fields: readonly Field[]): void {
  const types = outputTypes(plan);
  const same = types.length === fields.length && types.every((type, i) => sameType(type, fields[i]!.type));
  if (!same)
    throw new NotModelled(
      `internal: columns are ${types.map(typeToSql).join(', ')} where ${fields.map((field) => typeToSql(field.type)).join(', ')} were promised`,
    );
}

/** Types that cannot travel leave as text. */
export function resultFields(columns: readonly ResultColumn[], task: PlanningTask, ids: readonly number[]): readonly Field[] {
  const names = resultNames(
    columns.map((column) => column.name),
    task.query,
    ids,
    task.functions.stubs,
  );
  return columns.map(({ type }, i) => ({ name: names[i]!, type: type ?? { id: 'VARCHAR' }, nullable: true }));
}

function opaqueNode(task: PlanningTask, columns: readonly ResultColumn[], fields: readonly Field[]): Omit<OpaqueNode, 'reason'> {
  const aliases = task.tables.map((table, i) => `${table.name.name}$${i}`);
  const text = renderQuery(task.query, (table) => quoteIdentifier(aliases[table]!)).text.trim();
  return {
    kind: 'opaque',
    query: columns.every((column) => column.type) ? text : withTextColumns(text, columns),
    tables: aliases.map((alias, table) => ({ alias, table })),
    types: fields.map((field) => field.type),
  };
}

function withTextColumns(query: string, columns: readonly ResultColumn[]): string {
  const names = columns.map((_, i) => `c${i}`);
  const selected = columns.map((column, i) => (column.type ? names[i]! : `CAST(${names[i]!} AS VARCHAR)`));
  return `SELECT ${selected.join(', ')} FROM (${query}\n) AS q(${names.join(', ')})`;
}
