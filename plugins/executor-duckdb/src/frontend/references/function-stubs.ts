import { createHash } from 'node:crypto';
import type { DataType, FunctionDefinition, FunctionKind, FunctionOperation, NamedType } from '@arbalest/spi';

/** A function of the planning database that stands for one of the user's: DuckDB binds and types calls of it, and never runs it. */
export interface FunctionStub {
  readonly name: string;
  readonly definition: FunctionDefinition;
  readonly parameters: readonly DataType[];
  readonly returns: DataType;
  /** `arguments`: makes the one argument of `list` out of an aggregate's arguments; it casts them, and is gone from the plan. */
  readonly role: FunctionOperation | 'arguments';
}

/** The overloads that calls of one name can mean: DuckDB chooses among them. */
export interface StubSet {
  readonly kind: FunctionKind;
  /** As the user calls it. */
  readonly written: string;
  readonly definitions: readonly FunctionDefinition[];
  /** What calls are called in the planning database: for each set of definitions another, so that nothing there ever changes its meaning. */
  readonly call: string;
  /** For aggregates: what stands around the arguments, and the call's name when there are none. */
  readonly arguments: string;
  readonly callOfNone: string;
}

/** All names of stubs begin so. They are plain lower-case words, which DuckDB prints without quotes. */
export const STUB_PREFIX = 'arbalest_udf_';

export function stubSet(kind: FunctionKind, written: string, definitions: readonly FunctionDefinition[]): StubSet {
  const hash = createHash('sha256');
  for (const { id } of definitions) hash.update(id).update('\0');
  const key = hash.digest('hex').slice(0, 16);
  const name = (role: string) => `${STUB_PREFIX}${role}_${key}`;
  return { kind, written, definitions, call: name(kind), arguments: name('arguments'), callOfNone: name('aggregate_of_none') };
}

export function stubsOf(set: StubSet): readonly FunctionStub[] {
  return set.definitions.flatMap((definition) => definitionStubs(set, definition));
}

function definitionStubs(set: StubSet, definition: FunctionDefinition): readonly FunctionStub[] {
  const parameters = definition.arguments.map(({ type }) => type);
  const { returns } = definition;
  if (set.kind === 'scalar') return [{ name: set.call, definition, parameters, returns, role: 'scalar' }];
  if (set.kind === 'table') return [{ name: set.call, definition, parameters, returns: { id: 'LIST', child: returns }, role: 'table' }];
  const complete = { definition, returns, role: 'complete' } as const;
  if (parameters.length === 0) return [{ ...complete, name: set.callOfNone, parameters: [listOf({ id: 'INTEGER' })] }];
  const argument = aggregateArgument(definition);
  return [
    { ...complete, name: set.call, parameters: [listOf(argument)] },
    { name: set.arguments, definition, parameters, returns: argument, role: 'arguments' },
  ];
}

function listOf(child: DataType): DataType {
  return { id: 'LIST', child };
}

/** What an aggregate's list holds: its argument, or a struct of them. */
function aggregateArgument(definition: FunctionDefinition): DataType {
  const [first, ...rest] = definition.arguments;
  return rest.length === 0 ? first!.type : { id: 'STRUCT', fields: definition.arguments.map(namedArgument) };
}

function namedArgument({ name, type }: NamedType, position: number): NamedType {
  return { name: name === '' ? `a${position}` : name, type };
}
