import type { InvokeCall } from '@arbalest/plan';
import { type DataType, type FunctionDefinition, internalError, type NamedType, typeToSql, userError } from '@arbalest/spi';
import { toWireField, type TypeDialect } from '../arrow/sql-type.js';
import { travelField } from '../arrow/travel-field.js';
import type { WireField } from '../arrow/wire-field.js';
import type { Calls } from '../call/calls.js';
import { type FunctionServer, listsFunctions, type ServerFunction } from '../server/function-server.js';

/** A call of the node with all that is known of it. */
export interface PlannedCall {
  /** Position in the node's calls. */
  readonly position: number;
  readonly call: InvokeCall;
  readonly definition: FunctionDefinition;
}

/** Calls that travel together: one server, one guard, one way to treat errors. */
export interface CallGroup {
  readonly calls: readonly PlannedCall[];
  readonly table: boolean;
  /** Column of the input that says which rows are sent; undefined = all. */
  readonly when: number | undefined;
  readonly definition: FunctionDefinition;
  /** Input columns that are sent, each once for each type that a function wants it in. */
  readonly columns: readonly SentColumn[];
}

export interface SentColumn {
  /** Position in the input. */
  readonly index: number;
  /** As it comes. */
  readonly from: WireField;
  readonly type: NamedType;
}

/** Calls that can share a trip do. Those of servers without headers have one each. */
export function groupCalls(calls: readonly InvokeCall[], functions: readonly FunctionDefinition[]): CallGroup[] {
  const groups = new Map<string, PlannedCall[]>();
  calls.forEach((call, position) => {
    const definition = functions[call.function];
    if (definition === undefined)
      throw internalError('FUNCTION_MISSING', `The fragment calls function ${call.function} and has ${functions.length}`);
    const key = groupKey(call, definition, position);
    groups.set(key, [...(groups.get(key) ?? []), { position, call, definition }]);
  });
  return [...groups.values()].map(makeGroup);
}

/** Each call of a group by itself, for servers that know no calls together. */
export function splitGroup(group: CallGroup): CallGroup[] {
  return group.calls.map((planned) => makeGroup([planned]));
}

function groupKey(call: InvokeCall, { source, requests, onError, timeoutMs }: FunctionDefinition, position: number): string {
  const alone = call.operation === 'table' || source.kind === 'address' ? position : -1;
  return JSON.stringify([source, requests, onError === 'fail', timeoutMs, call.when?.index ?? -1, alone]);
}

function makeGroup(calls: readonly PlannedCall[]): CallGroup {
  const columns: SentColumn[] = [];
  for (const planned of calls) {
    planned.call.args.forEach((argument, i) => {
      const type = argumentType(planned, i);
      if (columnOf(columns, argument.index, type) < 0) {
        columns.push({ index: argument.index, from: travelField({ name: '', type: argument.type }), type });
      }
    });
  }
  const { call, definition } = calls[0]!;
  return { calls, table: call.operation === 'table', when: call.when?.index, definition, columns };
}

function columnOf(columns: readonly SentColumn[], index: number, { type }: NamedType): number {
  return columns.findIndex((column) => column.index === index && typeToSql(column.type.type) === typeToSql(type));
}

const BLOB: DataType = { id: 'BLOB' };

/** What the function takes at `position` (PROTOCOL.md §5 for aggregates). */
function argumentType({ call, definition }: PlannedCall, position: number): NamedType {
  const name = `a${position}`;
  switch (call.operation) {
    case 'scalar':
    case 'table': {
      const argument = definition.arguments[position];
      if (argument !== undefined) return { name, type: argument.type };
      throw internalError(
        'FUNCTION_ARGUMENTS',
        `Function "${definition.name}" takes ${definition.arguments.length} arguments and is called with ${call.args.length}`,
      );
    }
    case 'merge':
    case 'finish':
      return { name, type: { id: 'LIST', child: BLOB } };
    default: {
      const [first, ...rest] = definition.arguments;
      if (first === undefined) return { name, type: call.args[position]!.type };
      return { name, type: { id: 'LIST', child: rest.length === 0 ? first.type : { id: 'STRUCT', fields: definition.arguments } } };
    }
  }
}

/** Fields of what a call answers with. */
export function resultFields({ call, definition }: PlannedCall, dialect: TypeDialect): readonly WireField[] {
  if (call.operation === 'update' || call.operation === 'merge') return [toWireField({ name: 'state', type: BLOB }, dialect)];
  const { returns } = definition;
  if (call.operation !== 'table') return [toWireField({ name: 'value', type: returns }, dialect)];
  if (returns.id !== 'STRUCT')
    throw internalError(
      'FUNCTION_RETURNS',
      `Table function "${definition.name}" returns ${typeToSql(returns)}, not a STRUCT of its columns`,
    );
  return returns.fields.map((field) => toWireField(field, dialect));
}

/** Whether rows with a NULL argument are kept from the function on this side, because its server would call it for them. Such a call travels alone. */
export function keepsNullsBack({ calls }: CallGroup, { description }: FunctionServer): boolean {
  return calls.some(({ definition, call }) => {
    if (definition.nulls !== 'propagate' || (call.operation !== 'scalar' && call.operation !== 'table')) return false;
    const offered = description.functions.find(({ name }) => name === definition.handler);
    return description.dialect !== 'arbalest' || offered?.nulls !== 'propagate';
  });
}

export interface CallContext {
  readonly query: string;
  readonly user: string;
  /** For functions that set no limit themselves; 0 = none. */
  readonly timeoutMs: number;
}

/**
 * The group's calls as a server takes them.
 *
 * @throws user error `FUNCTION_NOT_FOUND` or `FUNCTION_CHANGED` when the server does not offer what was created
 */
export function callsOf(group: CallGroup, server: FunctionServer, { query, user, timeoutMs }: CallContext): Calls {
  const { dialect } = server.description;
  for (const planned of group.calls) checkOffered(planned, server);
  return {
    calls: group.calls.map((planned) => ({
      name: planned.definition.name,
      function: planned.definition.handler,
      operation: planned.call.operation,
      arguments: planned.call.args.map((argument, i) => columnOf(group.columns, argument.index, argumentType(planned, i))),
      options: planned.definition.options,
    })),
    input: group.columns.map(({ type }) => toWireField(type, dialect)),
    output: group.calls.flatMap((planned) => resultFields(planned, dialect)),
    table: group.table,
    errors: group.definition.onError === 'fail' ? 'fail' : 'rows',
    query,
    user,
    timeoutMs: group.definition.timeoutMs === 0 ? timeoutMs : group.definition.timeoutMs,
  };
}

/** An image cannot change under its digest; somebody else's server can. */
function checkOffered({ definition, call }: PlannedCall, server: FunctionServer): void {
  const { dialect, functions } = server.description;
  const offered = functions.find(({ name }) => name === definition.handler);
  if (!listsFunctions(dialect)) return;
  if (offered === undefined) {
    const names = functions.slice(0, 20).map(({ name }) => name);
    throw userError(
      'FUNCTION_NOT_FOUND',
      `Function "${definition.name}" is "${definition.handler}" in ${server.name}, which offers ${names.join(', ') || 'nothing'}`,
      {
        candidates: names,
      },
    );
  }
  const table = (kind: string): boolean => kind === 'table';
  const fits =
    table(offered.kind) === (call.operation === 'table') && (dialect !== 'arbalest' || signature(offered) === signature(definition));
  if (!fits) {
    const text = `Function "${definition.name}" was created as ${signature(definition)}, and ${server.name} offers it as ${signature(offered)}`;
    throw userError('FUNCTION_CHANGED', `${text}; create it again`);
  }
}

function signature({ kind, arguments: args, returns }: Pick<ServerFunction, 'kind' | 'arguments' | 'returns'>): string {
  return `${kind}(${args.map(({ type }) => typeToSql(type)).join(', ')}) RETURNS ${typeToSql(returns)}`;
}
