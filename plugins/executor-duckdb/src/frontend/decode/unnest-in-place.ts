import { outputTypes, remapColumns, transformUp } from '@arbalest/plan';
import type { Expression, JoinCondition, JoinNode, PlanNode } from '@arbalest/plan';
import { allOf } from './expressions.js';

/**
 * `FROM t, f(t.x)` comes as a join of t with what f makes of the distinct values of x. For a user's table function each row of t gets its own call
 * instead: no rows are compared, and a volatile function is called once for each row.
 *
 *     delim-join ─ t                          project
 *       └ … unnest f ─ delim-get     →          └ … unnest f ─ t
 */
export function unnestInPlace(plan: PlanNode): PlanNode {
  return transformUp(plan, (node) => (node.kind === 'join' ? (inPlace(node) ?? node) : node));
}

function inPlace(join: JoinNode): PlanNode | undefined {
  const { delim, left } = join;
  if (join.type !== 'inner' || delim?.source !== 'left' || !callsTableFunction(join.right)) return undefined;
  const chain = overRows(join.right, left, delim.columns);
  if (!chain) return undefined;
  const rest = withoutOwnValues(join.conditions, delim.columns, chain);
  if (!rest) return undefined;
  const width = outputTypes(chain.node).length;
  const rightTypes = outputTypes(join.right);
  const leftTypes = outputTypes(left);
  const fromJoin = (index: number) => (index < leftTypes.length ? index : chain.columns[index - leftTypes.length]!);
  const conditions: readonly Expression[] = [
    ...rest.map((condition) => comparison(condition, chain, width)),
    ...(join.predicate ? [remapColumns(join.predicate, fromJoin, width)] : []),
  ];
  const input: PlanNode = conditions.length === 0 ? chain.node : { kind: 'filter', input: chain.node, predicate: allOf(conditions) };
  const types = [...leftTypes, ...rightTypes];
  return { kind: 'project', input, expressions: types.map((type, i) => ({ kind: 'column', index: fromJoin(i), type })) };
}

function callsTableFunction(node: PlanNode): boolean {
  if (node.kind === 'unnest' && node.lists.some(isTableCall)) return true;
  return (node.kind === 'project' || node.kind === 'filter' || node.kind === 'unnest') && callsTableFunction(node.input);
}

function isTableCall(expression: Expression): boolean {
  return expression.kind === 'call' && expression.user?.operation === 'table';
}

/** A chain of operators whose first columns are those of `left`. */
interface Chain {
  readonly node: PlanNode;
  /** Where the columns of the operator that it stands for are. */
  readonly columns: readonly number[];
  /** Which of them are, unchanged, the join's distinct values: their positions there. */
  readonly values: readonly (number | undefined)[];
}

/** The operators of `node` over the rows of `left` themselves, in place of the distinct values of `columns`; undefined for any that does more than go row by row. */
function overRows(node: PlanNode, left: PlanNode, columns: readonly Expression[]): Chain | undefined {
  switch (node.kind) {
    case 'delim-get':
      return ownValues(left, columns);
    case 'project':
    case 'filter':
    case 'unnest': {
      const below = overRows(node.input, left, columns);
      return below && above(node, below, left);
    }
    default:
      return undefined;
  }
}

function ownValues(left: PlanNode, columns: readonly Expression[]): Chain {
  const kept = leftColumns(left);
  const computed = columns.filter((column) => column.kind !== 'column');
  return {
    node: computed.length === 0 ? left : { kind: 'project', input: left, expressions: [...kept, ...computed] },
    columns: columns.map((column) => (column.kind === 'column' ? column.index : kept.length + computed.indexOf(column))),
    values: columns.map((_, i) => i),
  };
}

type RowByRow = Extract<PlanNode, { readonly kind: 'project' | 'filter' | 'unnest' }>;

function above(node: RowByRow, below: Chain, left: PlanNode): Chain {
  const width = outputTypes(below.node).length;
  const moved = (expression: Expression) => remapColumns(expression, (index) => below.columns[index]!, width);
  switch (node.kind) {
    case 'filter':
      return { ...below, node: { ...node, input: below.node, predicate: moved(node.predicate) } };
    case 'unnest':
      return {
        node: { ...node, input: below.node, lists: node.lists.map(moved) },
        columns: [...below.columns, ...node.lists.map((_, i) => width + i)],
        values: [...below.values, ...node.lists.map(() => undefined)],
      };
    case 'project': {
      const kept = leftColumns(left);
      return {
        node: { ...node, input: below.node, expressions: [...kept, ...node.expressions.map(moved)] },
        columns: node.expressions.map((_, i) => kept.length + i),
        values: node.expressions.map((expression) => (expression.kind === 'column' ? below.values[expression.index] : undefined)),
      };
    }
  }
}

function leftColumns(left: PlanNode): readonly Expression[] {
  return outputTypes(left).map((type, index) => ({ kind: 'column', index, type }));
}

/** The conditions beyond those that give each row its own values; undefined if not every value is compared, or one is compared otherwise. */
function withoutOwnValues(
  conditions: readonly JoinCondition[],
  columns: readonly Expression[],
  chain: Chain,
): readonly JoinCondition[] | undefined {
  const compared = new Set<number>();
  const rest = conditions.filter((condition) => {
    const value = condition.right.kind === 'column' ? chain.values[condition.right.index] : undefined;
    const own = condition.op === 'IS NOT DISTINCT FROM' && value !== undefined && same(condition.left, columns[value]!);
    if (own) compared.add(value);
    return !own;
  });
  return columns.every((_, i) => compared.has(i)) ? rest : undefined;
}

function same(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function comparison({ left, right, op }: JoinCondition, chain: Chain, width: number): Expression {
  const moved = remapColumns(right, (index) => chain.columns[index]!, width);
  return { kind: 'compare', op, left: remapColumns(left, (index) => index, width), right: moved, type: { id: 'BOOLEAN' } };
}
