import { outputTypes, remapColumns, type ColumnExpression, type Expression, type JoinNode, type PlanNode } from '@arbalest/plan';
import { userError } from '@arbalest/spi';
import { columnsAt } from '../expressions.js';
import { CallLifter, exactly, lifted, rowsOf, type Guarded, type Lifted } from './call-lifter.js';
import { conjunction, conjunctsOf } from './conjuncts.js';
import { liftFilter } from './lift-filter.js';
import { joinByPairs } from './join-by-pairs.js';
import { callsOfSide, type Side } from './calls-of-side.js';
import type { Lifting } from './lift-calls.js';
import { hasUserCall } from './user-calls.js';

/**
 * Calls over one side's columns are made below the join, on that side. A condition whose calls read both sides is checked over pairs of rows: after an inner join,
 * and for others as `joinByPairs` says.
 */
export function liftJoin(node: JoinNode, [left, right]: readonly PlanNode[], lifting: Lifting): Lifted {
  const sides = { left: new SideLifter(left!, lifting), right: new SideLifter(right!, lifting) };
  const widths = { left: outputTypes(left!).length, right: outputTypes(right!).length };
  const onLeft = sides.left.lifter.liftColumns(node.conditions.map((condition) => condition.left));
  const onRight = sides.right.lifter.liftColumns(node.conditions.map((condition) => condition.right));
  const conditions = node.conditions.map((condition, i) => ({ ...condition, left: onLeft[i]!, right: onRight[i]! }));
  const predicates = conjunctsOf(node.predicate).map((condition) => liftSides(condition, sides, widths, lifting));
  const below = { left: sides.left.lifter.result().node, right: sides.right.lifter.result().node };
  const placed = predicates.map((condition) => condition(below));
  const plain = conjunction(placed.filter((condition) => !hasUserCall(condition)));
  const { predicate: _predicate, ...rest } = node;
  const join: JoinNode = { ...rest, ...below, conditions, ...(plain && { predicate: plain }) };
  const pairwise = conjunction(placed.filter(hasUserCall));
  const joined = pairwise ? checkPairs(join, pairwise, lifting) : join;
  return lifted(withoutAdded(joined, join, widths));
}

function checkPairs(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  if (join.asof)
    throw userError(
      'FUNCTION_PLACE',
      `A condition of an ASOF JOIN cannot call a user's function over columns of both sides; filter the joined rows instead`,
    );
  if (join.type !== 'inner') return joinByPairs(join, condition, lifting);
  const { rows, ...unfiltered } = join;
  return exactly(liftFilter(lifted(unfiltered), condition, lifting, rows === undefined ? {} : { rows }));
}

class SideLifter {
  readonly lifter: CallLifter;

  constructor(node: PlanNode, { volatility }: Lifting) {
    this.lifter = new CallLifter(lifted(node), volatility);
  }
}

type Sides<T> = Readonly<Record<Side, T>>;

/** Makes a condition's calls over one side; the condition itself follows once both sides are complete. */
function liftSides(
  condition: Expression,
  sides: Sides<SideLifter>,
  widths: Sides<number>,
  { volatility }: Lifting,
): (below: Sides<PlanNode>) => Expression {
  const before = widths.left + widths.right;
  const { expression, calls } = callsOfSide(condition, widths, volatility);
  const results = { left: liftSide('left'), right: liftSide('right') };
  return (below) => {
    const width = outputTypes(below.left).length;
    const at = (index: number) => (index < widths.left ? index : index - widths.left + width);
    const moved = (index: number) => {
      const call = calls[index - before];
      if (!call) return at(index);
      const result = results[call.side].get(call)!;
      return call.side === 'left' ? result.index : result.index + width;
    };
    return remapColumns(expression, moved, width + outputTypes(below.right).length);
  };

  function liftSide(side: Side): Map<(typeof calls)[number], ColumnExpression> {
    const here = calls.filter((call) => call.side === side);
    const columns = sides[side].lifter.liftColumns(here.map((call): Guarded => call));
    return new Map(here.map((call, i) => [call, columns[i]!]));
  }
}

/** The columns that the join had before anything was added to its sides. */
function withoutAdded(node: PlanNode, { type, left }: JoinNode, widths: Sides<number>): PlanNode {
  const columns = columnsAt(node);
  const behind = outputTypes(left).length;
  const lefts = columns.slice(0, widths.left);
  const kept =
    type === 'right-semi' || type === 'right-anti'
      ? columns.slice(0, widths.right)
      : type === 'semi' || type === 'anti'
        ? lefts
        : [...lefts, ...columns.slice(behind, behind + (type === 'mark' ? 1 : widths.right))];
  return kept.length === columns.length ? node : { kind: 'project', input: node, expressions: kept, ...rowsOf(node) };
}
