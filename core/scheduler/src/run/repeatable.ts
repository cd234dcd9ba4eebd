import { type Expression, type PlanNode, walk } from '@arbalest/plan';
import type { Stage } from '@arbalest/planner';
import type { FunctionDefinition } from '@arbalest/spi';

/** Aggregates whose value does not depend on the order in which rows come, given that their arguments are not floating-point numbers. */
const ORDER_FREE_AGGREGATES = new Set([
  'count',
  'count_star',
  'sum',
  'sum_no_overflow',
  'min',
  'max',
  'avg',
  'bool_and',
  'bool_or',
  'bit_and',
  'bit_or',
  'bit_xor',
  'approx_count_distinct',
]);

/** Operators whose output, as a set of rows, follows from their input as a set of rows. */
const ROW_WISE = new Set([
  'scan',
  'values',
  'filter',
  'project',
  'join',
  'delim-get',
  'set-operation',
  'unnest',
  'input',
  'cte',
  'cte-ref',
  'sort',
]);

/**
 * Whether a task of the stage that runs a second time surely sends the same rows to the same partitions. Where it does not (random(), LIMIT without
 * an order, rows spread as they come), readers of the first run and of the second would see different tables, so all of them have to read the
 * second one.
 *
 * False is always right and costs only work.
 *
 * @param functions by position of the fragment's functions
 */
export function isRepeatable(stage: Stage, functions: readonly FunctionDefinition[] = []): boolean {
  if (stage.output.kind === 'spread' && stage.output.partitions > 1) return false;
  for (const node of walk(stage.fragment)) {
    if (!isRepeatableNode(node, functions)) return false;
    if (anyExpression(node, (expression) => expression.kind === 'call' && expression.volatile)) return false;
  }
  return true;
}

function isRepeatableNode(node: PlanNode, functions: readonly FunctionDefinition[]): boolean {
  if (node.kind === 'invoke') return node.calls.every((call) => (functions[call.function]?.volatility ?? 'volatile') !== 'volatile');
  if (node.kind === 'aggregate') {
    return node.aggregates.every((call) => ORDER_FREE_AGGREGATES.has(call.name) && call.args.every((argument) => !isFloating(argument)));
  }
  if (node.kind === 'distinct') return node.on === undefined;
  return ROW_WISE.has(node.kind);
}

function isFloating({ type }: Expression): boolean {
  return type.id === 'FLOAT' || type.id === 'DOUBLE';
}

/** Looks through whatever the node holds, save other nodes: expressions are found wherever they stand. */
function anyExpression(node: PlanNode, test: (expression: Expression) => boolean): boolean {
  const entries: [string, unknown][] = Object.entries(node);
  const pending = entries.filter(([key]) => !CHILD_KEYS.has(key)).map(([, value]) => value);
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isExpression(value) && test(value)) return true;
    pending.push(...(Object.values(value) as unknown[]));
  }
  return false;
}

const CHILD_KEYS = new Set(['input', 'inputs', 'left', 'right', 'definition', 'consumer']);

function isExpression(value: object): value is Expression {
  return 'kind' in value && 'type' in value;
}
