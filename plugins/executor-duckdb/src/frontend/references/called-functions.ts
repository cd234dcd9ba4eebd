import { typeToSql, userError } from '@arbalest/spi';
import type { FunctionCatalog, FunctionDefinition, FunctionKind } from '@arbalest/spi';
import type { Token } from '../lexer.js';
import type { CallReference } from './call-references.js';
import { stubSet } from './function-stubs.js';
import type { StubSet } from './function-stubs.js';
import { closestNames } from './closest-names.js';

/** The users' functions that a statement calls, found as its text is gone through. */
export class CalledFunctions {
  private readonly sets = new Map<string, StubSet>();
  private readonly named = new Map<string, readonly FunctionDefinition[]>();
  private readonly positions = new Map<string, number>();

  constructor(private readonly catalog: FunctionCatalog | undefined) {}

  get stubs(): readonly StubSet[] {
    return [...this.sets.values()];
  }

  /** Names with the ids of what they meant, so that a cached plan can tell whether they still do. */
  get meanings(): readonly (readonly [name: string, ids: string])[] {
    return [...this.named].map(([name, definitions]) => [name, idsOf(definitions)]);
  }

  /** Of the first call by that name in the statement's own text, inside a lambda if there is one. */
  positionOf(name: string): number | undefined {
    return this.positions.get(`${name} in lambda`) ?? this.positions.get(name);
  }

  /** Whether the text may call any at all: a name of one before a parenthesis. */
  mayBeIn(tokens: readonly Token[]): boolean {
    const { catalog } = this;
    if (!catalog) return false;
    return tokens.some(
      (token, i) =>
        (token.kind === 'word' || token.kind === 'quoted') && tokens[i + 1]?.text === '(' && this.has(token.value.toLowerCase()),
    );
  }

  has(name: string): boolean {
    return (this.catalog?.named(name).length ?? 0) > 0;
  }

  /**
   * What the call's name is replaced by. `before` is the token before that name; `position` is told in errors, and kept if it is one in the statement's
   * own text.
   *
   * @throws user error `FUNCTION_PLACE` when no function of that name can be called so, `FUNCTION_ARGUMENTS`
   */
  stubFor(call: CallReference, before: Token | undefined, position: number, withinView: boolean): StubSet {
    const overloads = this.catalog!.named(call.name);
    this.named.set(call.name, overloads);
    this.notePosition(call, position, withinView);
    const kind = kindFor(call, overloads, position);
    const definitions = overloads.filter((definition) => definition.kind === kind);
    checkForm(call, kind, before, position);
    checkCount(call, definitions, position);
    const key = `${kind} ${call.name}`;
    const set = this.sets.get(key) ?? stubSet(kind, call.name, definitions);
    this.sets.set(key, set);
    return set;
  }

  private notePosition({ name, inLambda }: CallReference, position: number, withinView: boolean): void {
    const key = inLambda ? `${name} in lambda` : name;
    if (!withinView && !this.positions.has(key)) this.positions.set(key, position);
  }

  /** Names close to one that is no function. */
  candidates(name: string): readonly string[] {
    return this.catalog ? closestNames(name, [...new Set(this.catalog.list().map((definition) => definition.name))]) : [];
  }
}

export function idsOf(definitions: readonly FunctionDefinition[]): string {
  return definitions.map(({ id }) => id).join('\n');
}

/** `sentiment(review VARCHAR) → DOUBLE` */
export function signature({ name, kind, arguments: parameters, returns }: FunctionDefinition): string {
  const list = parameters.map((parameter) => `${parameter.name} ${typeToSql(parameter.type)}`.trim()).join(', ');
  const columns = kind === 'table' && returns.id === 'STRUCT' ? returns.fields : undefined;
  const result = columns ? `TABLE(${columns.map((column) => `${column.name} ${typeToSql(column.type)}`).join(', ')})` : typeToSql(returns);
  return `${name}(${list}) → ${result}`;
}

function kindFor(call: CallReference, overloads: readonly FunctionDefinition[], position: number): FunctionKind {
  const wanted = wantedKinds(call).find((kind) => overloads.some((definition) => definition.kind === kind));
  if (wanted) return wanted;
  throw userError('FUNCTION_PLACE', misplaced(call, overloads[0]!.kind), { position });
}

function wantedKinds(call: CallReference): readonly FunctionKind[] {
  if (call.place === 'from') return ['table'];
  return call.place === 'window' || call.aggregated ? ['aggregate'] : ['scalar', 'aggregate'];
}

function misplaced(call: CallReference, kind: FunctionKind): string {
  const { name } = call;
  if (kind === 'table') return `${name} is a table function: it is called in FROM, as in FROM ${name}(…)`;
  if (call.place === 'from') return `${name} is no table function: it is called in an expression, as in SELECT ${name}(…)`;
  const clause = call.place === 'window' ? 'OVER' : 'DISTINCT, FILTER or ORDER BY';
  return `${name} is no aggregate function, and takes no ${clause}`;
}

function checkForm(call: CallReference, kind: FunctionKind, before: Token | undefined, position: number): void {
  const wrong = (message: string) => userError('FUNCTION_PLACE', message, { position });
  if (call.named) {
    throw userError('FUNCTION_ARGUMENTS', `${call.name} takes its arguments by position, not by name`, { position });
  }
  if (call.inTry)
    throw wrong(`${call.name} cannot be called inside TRY; create it WITH (on_error = 'null') for NULL in place of a failure`);
  const method = before?.text === '.' && call.qualifiers.at(-1)?.toLowerCase() !== 'main';
  if (kind === 'aggregate' && method)
    throw wrong(`${call.name} is an aggregate function: write ${call.name}(value) in place of value.${call.name}()`);
  if (call.ordinality) throw wrong(`${call.name} cannot be called WITH ORDINALITY: number the rows with row_number() OVER ()`);
  if (call.orderedDistinct && call.arguments !== 1)
    throw wrong(`${call.name} can be called with DISTINCT and ORDER BY together if it has one argument; leave one of the two out`);
  if (call.exportsState) throw wrong(`${call.name} cannot be called with EXPORT_STATE: its state is known to itself alone`);
  if (call.ignoresNulls) throw wrong(`${call.name} cannot be called with IGNORE NULLS: use FILTER (WHERE … IS NOT NULL)`);
}

function checkCount(call: CallReference, definitions: readonly FunctionDefinition[], position: number): void {
  const { name, arguments: count } = call;
  const method = call.qualifiers.length > 0;
  if (count === undefined || method || definitions.some((definition) => definition.arguments.length === count)) return;
  throw argumentsError(`${name} cannot be called with ${count === 1 ? 'one argument' : `${count} arguments`}`, definitions, position);
}

/** Lists what there is. */
export function argumentsError(message: string, definitions: readonly FunctionDefinition[], position: number | undefined): Error {
  const notes = definitions.map(signature);
  const [only, ...more] = notes;
  return userError('FUNCTION_ARGUMENTS', `${message}; there is ${more.length === 0 ? `only ${only}` : notes.join(' and ')}`, {
    ...(position !== undefined && { position }),
    notes,
  });
}
