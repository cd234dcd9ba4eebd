import type { arbalest } from '@arbalest/proto';
import type { FunctionOperation } from '@arbalest/spi';
import type {
  AggregateCall,
  ColumnExpression,
  ComparisonOp,
  ConstantValue,
  Expression,
  FrameBound,
  LogicalExpression,
  SortKey,
  UserCall,
  WindowCall,
  WindowFrame,
} from '../expression.js';
import type { InvokeCall } from '../plan-node.js';
import type { PlanReader } from './plan-reader.js';
import { malformed, oneOf, required } from './wire-reading.js';

type Wire<T> = T | null | undefined;

export const COMPARISON_OPS: readonly ComparisonOp[] = ['=', '<>', '<', '<=', '>', '>=', 'IS DISTINCT FROM', 'IS NOT DISTINCT FROM'];
const LOGICAL_OPS: readonly LogicalExpression['op'][] = ['and', 'or', 'not', 'is-null', 'is-not-null', 'between', 'coalesce'];
const OPERATIONS: readonly FunctionOperation[] = ['scalar', 'table', 'complete', 'update', 'merge', 'finish'];
const FRAME_UNITS: readonly WindowFrame['unit'][] = ['rows', 'range', 'groups'];
const FRAME_EXCLUDES: readonly WindowFrame['exclude'][] = ['no-others', 'current-row', 'group', 'ties'];
const FRAME_BOUNDS: readonly FrameBound['kind'][] = ['unbounded-preceding', 'preceding', 'current-row', 'following', 'unbounded-following'];

export function decodeExpression(message: arbalest.plan.v1.IExpression, reader: PlanReader): Expression {
  const type = reader.type(message.type);
  if (message.column != null) return { kind: 'column', index: message.column, type };
  if (message.constant) return { kind: 'constant', value: decodeConstant(message.constant), type };
  if (message.call) return { ...decodeCall(message.call, reader), type };
  if (message.cast) return { kind: 'cast', input: reader.expression(message.cast.input), try: message.cast.try ?? false, type };
  if (message.compare) return { ...decodeCompare(message.compare, reader), type };
  if (message.logical) {
    return {
      kind: 'logical',
      op: oneOf(LOGICAL_OPS, message.logical.op, 'a logical operator'),
      args: reader.expressionList(message.logical.args),
      type,
    };
  }
  if (message.case) return { ...decodeCase(message.case, reader), type };
  if (message.in) {
    return {
      kind: 'in',
      input: reader.expression(message.in.input),
      values: reader.expressionList(message.in.values),
      negated: message.in.negated ?? false,
      type,
    };
  }
  if (message.lambda) {
    const { parameters, body, inputWidth } = message.lambda;
    return { kind: 'lambda', parameters: parameters ?? [], body: reader.expression(body), inputWidth: inputWidth ?? 0, type };
  }
  throw malformed('the kind of an expression is not set or not known');
}

export function decodeSortKeys(wire: Wire<readonly arbalest.plan.v1.ISortKey[]>, reader: PlanReader): readonly SortKey[] {
  return (wire ?? []).map((key) => ({
    expression: reader.expression(key.expression),
    descending: key.descending ?? false,
    nullsFirst: key.nullsFirst ?? false,
  }));
}

export function decodeAggregate(wire: arbalest.plan.v1.IAggregateCall, reader: PlanReader): AggregateCall {
  const filter = reader.optionalExpression(wire.filter);
  return {
    name: wire.name ?? '',
    args: reader.expressionList(wire.args),
    distinct: wire.distinct ?? false,
    ...(filter && { filter }),
    orderBy: decodeSortKeys(wire.orderBy, reader),
    type: reader.type(wire.type),
  };
}

export function decodeWindow(wire: arbalest.plan.v1.IWindowCall, reader: PlanReader): WindowCall {
  const filter = reader.optionalExpression(wire.filter);
  const offset = reader.optionalExpression(wire.offset);
  const fallback = reader.optionalExpression(wire.default);
  return {
    name: wire.name ?? '',
    aggregate: wire.aggregate ?? false,
    args: reader.expressionList(wire.args),
    partitionBy: reader.expressionList(wire.partitionBy),
    orderBy: decodeSortKeys(wire.orderBy, reader),
    frame: decodeFrame(required(wire.frame, 'the frame of a window'), reader),
    ...(filter && { filter }),
    distinct: wire.distinct ?? false,
    ignoreNulls: wire.ignoreNulls ?? false,
    argOrderBy: decodeSortKeys(wire.argOrderBy, reader),
    ...(offset && { offset }),
    ...(fallback && { default: fallback }),
    type: reader.type(wire.type),
  };
}

export function decodeInvokeCall(wire: arbalest.plan.v1.Invoke.ICall, reader: PlanReader): InvokeCall {
  return {
    ...decodeUserCall(required(wire.user, 'the function of a call')),
    name: wire.name ?? '',
    args: decodeColumns(wire.args, reader),
    ...(wire.when != null && { when: decodeColumn(wire.when, reader) }),
    type: reader.type(wire.type),
  };
}

export function decodeColumns(wire: Wire<readonly number[]>, reader: PlanReader): readonly ColumnExpression[] {
  return (wire ?? []).map((position) => decodeColumn(position, reader));
}

function decodeColumn(position: number, reader: PlanReader): ColumnExpression {
  const expression = reader.expression(position);
  if (expression.kind !== 'column') throw malformed(`a call of a function reads a ${expression.kind} where only a column can stand`);
  return expression;
}

function decodeUserCall(wire: arbalest.plan.v1.IUserCall): UserCall {
  return { function: wire.function ?? 0, operation: oneOf(OPERATIONS, wire.operation, 'the operation of a function') };
}

type Untyped<K extends Expression['kind']> = Omit<Extract<Expression, { kind: K }>, 'type'>;

function decodeCall(wire: arbalest.plan.v1.ICall, reader: PlanReader): Untyped<'call'> {
  const names = wire.argNames ?? [];
  return {
    kind: 'call',
    name: wire.name ?? '',
    args: reader.expressionList(wire.args),
    ...(names.length > 0 && { argNames: names }),
    volatile: wire.volatile ?? false,
    ...(wire.user && { user: decodeUserCall(wire.user) }),
  };
}

function decodeCompare(wire: arbalest.plan.v1.ICompare, reader: PlanReader): Untyped<'compare'> {
  return {
    kind: 'compare',
    op: oneOf(COMPARISON_OPS, wire.op, 'a comparison'),
    left: reader.expression(wire.left),
    right: reader.expression(wire.right),
  };
}

function decodeCase(wire: arbalest.plan.v1.ICase, reader: PlanReader): Untyped<'case'> {
  return {
    kind: 'case',
    branches: (wire.branches ?? []).map((branch) => ({ when: reader.expression(branch.when), then: reader.expression(branch.then) })),
    otherwise: reader.expression(wire.otherwise),
  };
}

function decodeConstant(wire: arbalest.plan.v1.IConstant): ConstantValue {
  if (wire.null) return null;
  if (wire.text != null) return wire.text;
  if (wire.nested) return (wire.nested.values ?? []).map(decodeConstant);
  throw malformed('the value of a constant is not set or not known');
}

function decodeFrame(wire: arbalest.plan.v1.WindowCall.IFrame, reader: PlanReader): WindowFrame {
  return {
    unit: oneOf(FRAME_UNITS, wire.unit, 'the unit of a window frame'),
    start: decodeBound(required(wire.start, 'the start of a window frame'), reader),
    end: decodeBound(required(wire.end, 'the end of a window frame'), reader),
    exclude: oneOf(FRAME_EXCLUDES, wire.exclude, 'the exclusion of a window frame'),
  };
}

function decodeBound(wire: arbalest.plan.v1.WindowCall.IBound, reader: PlanReader): FrameBound {
  const kind = oneOf(FRAME_BOUNDS, wire.kind, 'a bound of a window frame');
  return kind === 'preceding' || kind === 'following' ? { kind, offset: reader.expression(wire.offset) } : { kind };
}
