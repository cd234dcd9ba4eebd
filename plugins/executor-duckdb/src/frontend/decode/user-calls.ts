import { sameType } from '@arbalest/spi';
import type { DataType, FunctionDefinition } from '@arbalest/spi';
import type { UserCall } from '@arbalest/plan';
import type { JsonObject, LosslessJson } from '../lossless-json.js';
import { plannedType } from '../planning/planned-type.js';
import { withoutStubs } from '../planning/stub-names.js';
import { stubsOf, STUB_PREFIX } from '../references/function-stubs.js';
import type { FunctionStub, StubSet } from '../references/function-stubs.js';
import { listAt, numberAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import { decodeType } from './types.js';

/** Where a call of a user's function carries what it means; DuckDB has no such key. */
export const USER_CALL = 'arbalest_user_call';

/** Must throw. */
export type RejectCall = (definition: FunctionDefinition) => never;

/**
 * Says in a serialised plan which calls are of users' functions: each of a stub gets a `USER_CALL`, and what only stood around an aggregate's arguments goes.
 * `rejectInLambda` is called for a call inside a lambda, over whose parameters there are no columns.
 */
export function markUserCalls(
  plan: JsonObject,
  sets: readonly StubSet[],
  rejectInLambda: RejectCall,
): { readonly plan: JsonObject; readonly functions: readonly FunctionDefinition[] } {
  if (sets.length === 0) return { plan, functions: [] };
  const marker = new CallMarker(sets, rejectInLambda);
  return { plan: marker.visit(plan, false) as JsonObject, functions: marker.functions };
}

/** What a marked call means, with the name to show. */
export interface MarkedCall {
  readonly name: string;
  readonly volatile: boolean;
  readonly user: UserCall;
}

export function markedCall(json: JsonObject): MarkedCall | undefined {
  if (json[USER_CALL] === undefined) return undefined;
  const mark = objectAt(json, USER_CALL);
  return {
    name: stringAt(mark, 'name'),
    volatile: mark['volatile'] === true,
    user: { function: numberAt(mark, 'function'), operation: stringAt(mark, 'operation') as UserCall['operation'] },
  };
}

class CallMarker {
  readonly functions: FunctionDefinition[] = [];

  private readonly stubs: readonly FunctionStub[];

  constructor(
    private readonly sets: readonly StubSet[],
    private readonly rejectInLambda: RejectCall,
  ) {
    this.stubs = sets.flatMap(stubsOf);
  }

  visit(value: LosslessJson, inLambda: boolean): LosslessJson {
    if (Array.isArray(value)) return (value as readonly LosslessJson[]).map((item) => this.visit(item, inLambda));
    if (typeof value !== 'object' || value === null) return value;
    const node = value as JsonObject;
    const name = node['name'];
    const isStub = node['expression_class'] === 'BOUND_FUNCTION' && typeof name === 'string' && name.startsWith(STUB_PREFIX);
    const inner = this.visitMembers(node, inLambda);
    return isStub ? this.mark(inner, inLambda) : inner;
  }

  private visitMembers(node: JsonObject, inLambda: boolean): JsonObject {
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => {
        // DESCRIBE and SUMMARIZE make constants of the names of columns.
        if (key === 'value' && typeof child === 'string') return [key, withoutStubs(child, this.sets)];
        return [key, this.visit(child, inLambda || key === 'lambda_expr')];
      }),
    );
  }

  private mark(call: JsonObject, inLambda: boolean): JsonObject {
    const stub = this.stubOf(call);
    if (inLambda) this.rejectInLambda(stub.definition);
    if (stub.role === 'arguments') return collected(call, stub);
    const { name, volatility } = stub.definition;
    const mark = { name, volatile: volatility === 'volatile', function: this.position(stub.definition), operation: stub.role };
    return { ...call, [USER_CALL]: mark };
  }

  /** The overload that DuckDB chose. */
  private stubOf(call: JsonObject): FunctionStub {
    const name = stringAt(call, 'name');
    const types = listAt(call, 'arguments').map((type) => decodeType(type as JsonObject));
    const stub = this.stubs.find((candidate) => candidate.name === name && sameTypes(candidate.parameters, types));
    if (!stub) throw new NotModelled(`internal: a call of ${name} that no definition fits`);
    return stub;
  }

  private position(definition: FunctionDefinition): number {
    const known = this.functions.findIndex(({ id }) => id === definition.id);
    return known >= 0 ? known : this.functions.push(definition) - 1;
  }
}

/** One argument is itself; several are a struct. */
function collected(call: JsonObject, stub: FunctionStub): JsonObject {
  return stub.parameters.length === 1 ? objectsAt(call, 'children')[0]! : { ...call, name: 'struct_pack' };
}

function sameTypes(wanted: readonly DataType[], found: readonly DataType[]): boolean {
  return wanted.length === found.length && wanted.every((type, i) => sameType(plannedType(type), found[i]!));
}
