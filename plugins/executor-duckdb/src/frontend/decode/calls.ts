import type { DataType } from '@arbalest/spi';
import type { CallExpression, Expression } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { expectKeys, keys, objectAt, stringAt } from './json-reader.js';
import { hiddenArguments } from './hidden-arguments.js';
import { lambdaArguments } from './lambdas.js';
import type { DecodeOver } from './lambdas.js';
import { NotModelled } from './not-modelled.js';
import { decodeType } from './types.js';
import { markedCall, USER_CALL } from './user-calls.js';
import { isVolatileFunction } from './volatility.js';

/** Those of the function's bind data that the arguments and the return type do not repeat are looked at below. */
const CALL = keys(
  'expression_class',
  'type',
  'alias',
  'query_location',
  'return_type',
  'children',
  'name',
  'arguments',
  'original_arguments',
  'catalog_name',
  'schema_name',
  'has_serialize',
  'function_data',
  'is_operator',
  USER_CALL,
);

/** Bind data that holds types only, or what the return type says already. */
const HARMLESS_DATA = keys('check_overflow', 'return_type', 'arguments', 'variable_return_type', 'stats');

/** Functions that go by names which the plan does not keep: of a column, or of arguments. */
const BY_NAME: ReadonlySet<string> = new Set(['alias', 'struct_update', 'remap_struct']);

/** A scalar function or operator over decoded arguments; `decode` reads the body of a lambda. */
export function decodeCall(json: JsonObject, args: readonly Expression[], row: readonly DataType[], decode: DecodeOver): CallExpression {
  expectKeys(json, 'BOUND_FUNCTION', CALL);
  const name = stringAt(json, 'name');
  const type = decodeType(objectAt(json, 'return_type'));
  const marked = markedCall(json);
  if (marked) return { kind: 'call', args, type, ...marked };
  if (BY_NAME.has(name)) throw new NotModelled(`function ${name}, which goes by names`);
  const data = json['function_data'] === undefined ? {} : objectAt(json, 'function_data');
  const allArgs =
    data['lambda_expr'] === undefined ? [...args, ...dataArguments(data, name)] : lambdaArguments(name, data, args, type, row, decode);
  const argNames = argumentNames(name, allArgs, type);
  return {
    kind: 'call',
    name,
    args: SLICES.has(name) ? sliceArguments(allArgs) : allArgs,
    type,
    volatile: isVolatileFunction(name),
    ...(argNames && { argNames }),
  };
}

const AGGREGATE_DATA = keys('bind_data');
const AGGREGATE_BIND_DATA = keys('stype', 'aggr_expr');

/** list_aggregate keeps the constant arguments of its aggregate in the aggregate's own data. */
function dataArguments(data: JsonObject, name: string): readonly Expression[] {
  if (data['bind_data'] === undefined) {
    expectKeys(data, `function ${name}`, HARMLESS_DATA);
    return [];
  }
  expectKeys(data, `function ${name}`, AGGREGATE_DATA);
  const bindData = objectAt(data, 'bind_data');
  expectKeys(bindData, `function ${name}`, AGGREGATE_BIND_DATA);
  return hiddenArguments(objectAt(bindData, 'aggr_expr'));
}

const SLICES: ReadonlySet<string> = new Set(['array_slice', 'list_slice']);

/** A bound left out comes as a constant of another type, which only the parser may write. */
function sliceArguments(args: readonly Expression[]): readonly Expression[] {
  const [list, begin, end, ...step] = args;
  const open = [begin, end].some((bound) => bound?.type.id !== 'BIGINT');
  if (open && step.length > 0) throw new NotModelled('an open slice with a step');
  return [list!, boundOr(begin!, '1'), boundOr(end!, '-1'), ...step];
}

function boundOr(bound: Expression, otherwise: string): Expression {
  return bound.type.id === 'BIGINT' ? bound : { kind: 'constant', type: { id: 'BIGINT' }, value: otherwise };
}

/** Functions that take their arguments by name: the names are those of the fields they make. */
function argumentNames(name: string, args: readonly Expression[], type: DataType): readonly string[] | undefined {
  switch (name) {
    case 'struct_pack':
      return fieldNames(name, args, type);
    case 'struct_insert': {
      const made = fieldNames(name, [], type);
      return ['', ...made.slice(made.length - (args.length - 1))];
    }
    case 'union_value':
      if (type.id !== 'UNION') throw new NotModelled('union_value without a union');
      return type.members.map((member) => member.name);
    default:
      return undefined;
  }
}

function fieldNames(name: string, args: readonly Expression[], type: DataType): readonly string[] {
  if (type.id !== 'STRUCT' || type.fields.length < args.length) throw new NotModelled(`${name} without a struct`);
  return type.fields.map((field) => field.name);
}
