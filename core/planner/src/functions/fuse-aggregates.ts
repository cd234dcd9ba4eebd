import {
  expressionParts,
  outputTypes,
  remapColumns,
  transformUp,
  withExpressionParts,
  type AggregateNode,
  type Expression,
  type PlanNode,
  type ProjectNode,
} from '@arbalest/plan';
import { column, columnsAt } from '../expressions.js';
import type { Program } from '../program.js';
import { mapSortKeys } from '../rewrite/remap-calls.js';
import { rowsOf } from './call-lifter.js';
import { isUserAggregate, type UserAggregateCall } from './user-aggregate.js';
import { isUserCall, type UserCallExpression } from './user-calls.js';

/**
 * A user's aggregate arrives as a call `complete(list)` over a list that an Aggregate makes. It becomes one call of that Aggregate, so that placing may take it
 * apart into states. Lists that are made elsewhere, by windows for one, stay lists.
 */
export function fuseAggregates({ shared, root }: Program): Program {
  const fuse = (plan: PlanNode) =>
    transformUp(plan, (node) => (node.kind === 'project' || node.kind === 'filter' ? fuseCalls(node) : node));
  return { shared: shared.map((part) => ({ ...part, plan: fuse(part.plan) })), root: fuse(root) };
}

function fuseCalls(node: Extract<PlanNode, { kind: 'project' | 'filter' }>): PlanNode {
  let input = node.input;
  const fused = (expression: Expression): Expression => {
    const list = isUserCall(expression) && expression.user.operation === 'complete' ? expression.args[0] : undefined;
    const value = list?.kind === 'column' ? withValue(input, list.index, expression as UserCallExpression) : undefined;
    if (value) {
      input = value.node;
      return column(value.index, expression.type);
    }
    const parts = expressionParts(expression);
    const replaced = parts.map(fused);
    return replaced.every((part, i) => part === parts[i]) ? expression : withExpressionParts(expression, replaced);
  };
  if (node.kind === 'project') return overFused(node, node.expressions.map(fused), () => input);
  const predicate = fused(node.predicate);
  if (input === node.input) return node;
  const filter: PlanNode = { ...node, input, predicate: atWidth(predicate, input) };
  return { kind: 'project', input: filter, expressions: columnsAt(filter).slice(0, outputTypes(node).length), ...rowsOf(node) };
}

function overFused(node: ProjectNode, expressions: readonly Expression[], input: () => PlanNode): PlanNode {
  const below = input();
  return below === node.input ? node : { ...node, input: below, expressions: expressions.map((expression) => atWidth(expression, below)) };
}

/** The node with one further column: what the call makes of the list at `index`. Undefined where no Aggregate below makes that list. */
function withValue(
  node: PlanNode,
  index: number,
  call: UserCallExpression,
): { readonly node: PlanNode; readonly index: number } | undefined {
  switch (node.kind) {
    case 'aggregate':
      return inAggregate(node, index, call);
    case 'project': {
      const list = node.expressions[index];
      const value = list?.kind === 'column' ? withValue(node.input, list.index, call) : undefined;
      if (!value) return undefined;
      const moved = node.expressions.map((expression) => atWidth(expression, value.node));
      const expressions = [...moved, column(value.index, call.type)];
      return { node: { ...node, input: value.node, expressions }, index: moved.length };
    }
    case 'filter':
    case 'sort':
    case 'top-n':
    case 'limit': {
      const value = withValue(node.input, index, call);
      return value && { ...value, node: overWider(node, value.node) };
    }
    default:
      return undefined;
  }
}

/** Groups, aggregates and masks follow each other in the output: the order of columns is put right by a projection. */
function inAggregate(node: AggregateNode, index: number, call: UserCallExpression): { node: PlanNode; index: number } | undefined {
  const list = node.aggregates[index - node.groups.length];
  if (!list || list.name !== 'list' || isUserAggregate(list)) return undefined;
  const complete = { function: call.user.function, name: call.name, listType: list.type };
  const added: UserAggregateCall = { ...list, type: call.type, complete };
  const aggregate: AggregateNode = { ...node, aggregates: [...node.aggregates, added] };
  const at = node.groups.length + node.aggregates.length;
  if (node.groupingCalls.length === 0) return { node: aggregate, index: at };
  const columns = columnsAt(aggregate);
  const expressions = [...columns.slice(0, at), ...columns.slice(at + 1), columns[at]!];
  return { node: { kind: 'project', input: aggregate, expressions, ...rowsOf(node) }, index: columns.length - 1 };
}

function overWider(node: Extract<PlanNode, { kind: 'filter' | 'sort' | 'top-n' | 'limit' }>, input: PlanNode): PlanNode {
  const moved = (expression: Expression) => atWidth(expression, input);
  if (node.kind === 'filter') return { ...node, input, predicate: moved(node.predicate) };
  return node.kind === 'limit' ? { ...node, input } : { ...node, input, keys: mapSortKeys(node.keys, moved) };
}

function atWidth(expression: Expression, input: PlanNode): Expression {
  return remapColumns(expression, (index) => index, outputTypes(input).length);
}
