import {
  columnsOf,
  expressionParts,
  outputTypes,
  remapColumns,
  transformUp,
  withExpressionParts,
  type Expression,
  type PlanNode,
  type ProjectNode,
} from '@arbalest/plan';
import { columnsAt } from '../expressions.js';
import type { Program } from '../program.js';
import { mapSortKeys } from '../rewrite/remap-calls.js';
import { rowsOf } from './call-lifter.js';
import { conjunction, conjunctsOf } from './conjuncts.js';
import { hasUserCall, type Volatility } from './user-calls.js';

/**
 * Makes calls for fewer rows: a filter, a limit or an order that stands above a projection with calls, and does not look at their values, goes below it. An order
 * by all rows goes above instead, since it comes together in one task, and calls had better not. Volatile calls stay where they are.
 */
export function delayCalls({ shared, root }: Program, volatility: Volatility): Program {
  const delay = (plan: PlanNode): PlanNode => transformUp(plan, (node) => exchanged(node, volatility));
  return { shared: shared.map((part) => ({ ...part, plan: delay(part.plan) })), root: delay(root) };
}

/** Nodes are rewritten bottom up, so what went below a projection has to be looked at once more there. */
function exchanged(node: PlanNode, volatility: Volatility): PlanNode {
  if (node.kind === 'project') return node.input.kind === 'sort' ? sortedAbove(node, node.input, volatility) : node;
  if (!('input' in node) || typeof node.input !== 'object' || node.input.kind !== 'project' || !isDelayable(node.input, volatility))
    return node;
  const below = node.input;
  switch (node.kind) {
    case 'filter':
      return filteredBelow(node, below, volatility);
    case 'limit':
      return { ...below, input: exchanged({ ...node, input: below.input }, volatility), ...rowsOf(node) };
    case 'top-n': {
      const keys = node.keys.map(({ expression }) => substituted(expression, below));
      if (keys.some((key) => !key)) return node;
      const top: PlanNode = { ...node, input: below.input, keys: node.keys.map((key, i) => ({ ...key, expression: keys[i]! })) };
      return { ...below, input: exchanged(top, volatility), ...rowsOf(node) };
    }
    default:
      return node;
  }
}

function isDelayable({ expressions }: ProjectNode, volatility: Volatility): boolean {
  return expressions.some(hasUserCall) && !expressions.some((expression) => volatility.isVolatile(expression));
}

function filteredBelow(node: Extract<PlanNode, { kind: 'filter' }>, below: ProjectNode, volatility: Volatility): PlanNode {
  const conditions = conjunctsOf(node.predicate).map((condition) => ({
    condition,
    moved: hasUserCall(condition) ? undefined : substituted(condition, below),
  }));
  const movable = conjunction(conditions.flatMap(({ condition, moved }) => (moved && !volatility.isVolatile(condition) ? [moved] : [])));
  if (!movable) return node;
  const staying = conjunction(
    conditions.filter(({ condition, moved }) => !moved || volatility.isVolatile(condition)).map(({ condition }) => condition),
  );
  const filter: PlanNode = { kind: 'filter', input: below.input, predicate: movable, ...(staying ? {} : rowsOf(node)) };
  const project: PlanNode = {
    kind: 'project',
    input: exchanged(filter, volatility),
    expressions: below.expressions,
    ...(staying ? {} : rowsOf(node)),
  };
  return staying ? { ...node, input: project, predicate: staying } : project;
}

/** The expression over the projection's input; undefined where it reads a value that a call gives. */
function substituted(expression: Expression, { input, expressions }: ProjectNode): Expression | undefined {
  if ([...columnsOf(expression)].some((index) => hasUserCall(expressions[index]!)) || holdsLambda(expression)) return undefined;
  const replace = (part: Expression): Expression =>
    part.kind === 'column' ? expressions[part.index]! : withExpressionParts(part, expressionParts(part).map(replace));
  return remapColumns(replace(expression), (index) => index, outputTypes(input).length);
}

/** The body of a lambda counts columns in its own way; such an expression stays. */
function holdsLambda(expression: Expression): boolean {
  return expression.kind === 'lambda' || expressionParts(expression).some(holdsLambda);
}

function sortedAbove(node: ProjectNode, sort: Extract<PlanNode, { kind: 'sort' }>, volatility: Volatility): PlanNode {
  if (!node.expressions.some(hasUserCall) || sort.keys.some(({ expression }) => volatility.isVolatile(expression))) return node;
  const width = node.expressions.length;
  const project: PlanNode = {
    ...node,
    input: sort.input,
    expressions: [...node.expressions, ...sort.keys.map(({ expression }) => expression)],
  };
  const columns = columnsAt(project);
  let next = width;
  const above: PlanNode = { ...sort, input: project, keys: mapSortKeys(sort.keys, () => columns[next++]!) };
  return { kind: 'project', input: above, expressions: columns.slice(0, width), ...rowsOf(node) };
}
