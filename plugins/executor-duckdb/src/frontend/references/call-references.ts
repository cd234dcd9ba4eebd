import { scalarText } from '../lossless-json.js';
import type { JsonObject, LosslessJson } from '../lossless-json.js';

/** A call of one of the functions that were asked for. `location` is a byte offset, as DuckDB counts. */
export interface CallReference {
  readonly location: number;
  /** Lower case. */
  readonly name: string;
  /** Names before it, with dots: a schema, or the column of a call such as `column.function()`. */
  readonly qualifiers: readonly string[];
  /** `window`: with OVER. `from`: as a table function. */
  readonly place: 'expression' | 'window' | 'from';
  /** Undefined where a star stands for any number of arguments. */
  readonly arguments: number | undefined;
  /** Written with DISTINCT, FILTER or ORDER BY, as only aggregates are. */
  readonly aggregated: boolean;
  /** With DISTINCT and ORDER BY both. */
  readonly orderedDistinct: boolean;
  /** An argument is given by name. */
  readonly named: boolean;
  readonly ignoresNulls: boolean;
  readonly exportsState: boolean;
  /** Inside what may be a lambda: the parser takes `->` on JSON for one, too. */
  readonly inLambda: boolean;
  /** Inside TRY, which would take a failure to plan for one to compute. */
  readonly inTry: boolean;
  /** In FROM: it has an alias, and WITH ORDINALITY. */
  readonly aliased: boolean;
  readonly ordinality: boolean;
}

/** Calls in a parsed statement of functions that `wanted` accepts by their lower-case names, each once. */
export function findCalls(statement: LosslessJson, wanted: (name: string) => boolean): readonly CallReference[] {
  // What a WINDOW clause defines is repeated wherever it is used.
  const calls = new Map<number, CallReference>();
  visit(statement, (call) => {
    if (wanted(call.name)) calls.set(call.location, call);
  });
  return [...calls.values()];
}

type Note = (call: CallReference) => void;

function visit(value: LosslessJson | undefined, note: Note): void {
  if (Array.isArray(value)) return (value as readonly LosslessJson[]).forEach((item) => visit(item, note));
  if (typeof value !== 'object' || value === null) return;
  const node = value as JsonObject;
  const type = scalarText(node['type']);
  if (type === 'TABLE_FUNCTION') return visitTableFunction(node, note);
  if (type === 'FUNCTION') note(callReference(node, 'expression'));
  if (type === 'WINDOW_AGGREGATE') note(callReference(node, 'window'));
  const inside = INSIDE[type];
  const noteInside: Note = inside ? (call) => note({ ...call, ...inside }) : note;
  for (const child of Object.values(node)) visit(child, noteInside);
}

const INSIDE: Readonly<Record<string, Partial<CallReference>>> = { LAMBDA: { inLambda: true }, OPERATOR_TRY: { inTry: true } };

function visitTableFunction(node: JsonObject, note: Note): void {
  const call = node['function'] as JsonObject;
  if (scalarText(call['type']) !== 'FUNCTION') return visit(call, note);
  note({
    ...callReference(call, 'from'),
    aliased: node['alias'] !== undefined,
    ordinality: node['with_ordinality'] === 'WITH_ORDINALITY',
  });
  visit(call['children'], note);
}

function callReference(node: JsonObject, place: CallReference['place']): CallReference {
  const children = (node['children'] ?? []) as readonly JsonObject[];
  const orders = (node['order_bys'] as JsonObject | undefined)?.['orders'];
  return {
    location: Number(node['query_location'] ?? 0),
    name: scalarText(node['function_name']).toLowerCase(),
    qualifiers: [node['catalog'], node['schema']].filter((part) => typeof part === 'string' && part !== '').map(scalarText),
    place,
    arguments: children.some(isStar) ? undefined : children.length,
    aggregated: node['distinct'] === true || node['filter'] !== undefined || orders !== undefined,
    orderedDistinct: node['distinct'] === true && (orders ?? node['arg_orders']) !== undefined,
    named: children.some((child) => typeof child['alias'] === 'string' && child['alias'] !== ''),
    ignoresNulls: node['ignore_nulls'] === true,
    exportsState: node['export_state'] === true,
    inLambda: false,
    inTry: false,
    aliased: false,
    ordinality: false,
  };
}

function isStar(child: JsonObject): boolean {
  return child['class'] === 'STAR' || child['type'] === 'OPERATOR_UNPACK';
}
