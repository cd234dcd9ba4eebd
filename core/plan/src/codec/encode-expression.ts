import type { arbalest } from '@arbalest/proto';
import type { AggregateCall, ConstantValue, Expression, FrameBound, SortKey, UserCall, WindowCall } from '../expression.js';
import type { InvokeCall } from '../plan-node.js';
import type { PlanWriter } from './plan-writer.js';

type WireExpression = arbalest.plan.v1.IExpression;

/** Adds an expression, its parts first, and says where it is. */
export function encodeExpression(expression: Expression, writer: PlanWriter): number {
  const kind = encodeKind(expression, writer);
  return writer.addExpression({ type: writer.types.position(expression.type), ...kind });
}

export function encodeExpressions(expressions: readonly Expression[], writer: PlanWriter): number[] {
  return expressions.map((expression) => encodeExpression(expression, writer));
}

export function encodeSortKeys(keys: readonly SortKey[], writer: PlanWriter): arbalest.plan.v1.ISortKey[] {
  return keys.map((key) => ({
    expression: encodeExpression(key.expression, writer),
    descending: key.descending,
    nullsFirst: key.nullsFirst,
  }));
}

export function encodeAggregate(call: AggregateCall, writer: PlanWriter): arbalest.plan.v1.IAggregateCall {
  return {
    name: call.name,
    args: encodeExpressions(call.args, writer),
    distinct: call.distinct,
    filter: call.filter && encodeExpression(call.filter, writer),
    orderBy: encodeSortKeys(call.orderBy, writer),
    type: writer.types.position(call.type),
  };
}

export function encodeWindow(call: WindowCall, writer: PlanWriter): arbalest.plan.v1.IWindowCall {
  return {
    name: call.name,
    aggregate: call.aggregate,
    args: encodeExpressions(call.args, writer),
    partitionBy: encodeExpressions(call.partitionBy, writer),
    orderBy: encodeSortKeys(call.orderBy, writer),
    frame: {
      unit: call.frame.unit,
      start: encodeBound(call.frame.start, writer),
      end: encodeBound(call.frame.end, writer),
      exclude: call.frame.exclude,
    },
    filter: call.filter && encodeExpression(call.filter, writer),
    distinct: call.distinct,
    ignoreNulls: call.ignoreNulls,
    argOrderBy: encodeSortKeys(call.argOrderBy, writer),
    offset: call.offset && encodeExpression(call.offset, writer),
    default: call.default && encodeExpression(call.default, writer),
    type: writer.types.position(call.type),
  };
}

export function encodeInvokeCall(call: InvokeCall, writer: PlanWriter): arbalest.plan.v1.Invoke.ICall {
  return {
    user: encodeUserCall(call),
    name: call.name,
    args: encodeExpressions(call.args, writer),
    when: call.when && encodeExpression(call.when, writer),
    type: writer.types.position(call.type),
  };
}

function encodeUserCall(call: UserCall): arbalest.plan.v1.IUserCall {
  return { function: call.function, operation: call.operation };
}

function encodeKind(expression: Expression, writer: PlanWriter): WireExpression {
  switch (expression.kind) {
    case 'column':
      return { column: expression.index };
    case 'constant':
      return { constant: encodeConstant(expression.value) };
    case 'call':
      return {
        call: {
          name: expression.name,
          args: encodeExpressions(expression.args, writer),
          argNames: expression.argNames ? [...expression.argNames] : [],
          volatile: expression.volatile,
          user: expression.user && encodeUserCall(expression.user),
        },
      };
    case 'cast':
      return { cast: { input: encodeExpression(expression.input, writer), try: expression.try } };
    case 'compare':
      return {
        compare: { op: expression.op, left: encodeExpression(expression.left, writer), right: encodeExpression(expression.right, writer) },
      };
    case 'logical':
      return { logical: { op: expression.op, args: encodeExpressions(expression.args, writer) } };
    case 'case':
      return {
        case: {
          branches: expression.branches.map(({ when, then }) => ({
            when: encodeExpression(when, writer),
            then: encodeExpression(then, writer),
          })),
          otherwise: encodeExpression(expression.otherwise, writer),
        },
      };
    case 'in':
      return {
        in: {
          input: encodeExpression(expression.input, writer),
          values: encodeExpressions(expression.values, writer),
          negated: expression.negated,
        },
      };
    case 'lambda':
      return {
        lambda: {
          parameters: [...expression.parameters],
          body: encodeExpression(expression.body, writer),
          inputWidth: expression.inputWidth,
        },
      };
  }
}

function encodeConstant(value: ConstantValue): arbalest.plan.v1.IConstant {
  if (value === null) return { null: true };
  return typeof value === 'string' ? { text: value } : { nested: { values: value.map(encodeConstant) } };
}

function encodeBound(bound: FrameBound, writer: PlanWriter): arbalest.plan.v1.WindowCall.IBound {
  return 'offset' in bound ? { kind: bound.kind, offset: encodeExpression(bound.offset, writer) } : { kind: bound.kind };
}
