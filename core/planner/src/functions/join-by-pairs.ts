import {
  outputTypes,
  remapColumns,
  type CteRefNode,
  type Expression,
  type JoinCondition,
  type JoinNode,
  type PlanNode,
} from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { aggregate, BOOLEAN, column, columnsAt, constant, logical } from '../expressions.js';
import { CallLifter, exactly, lifted, rowsOf } from './call-lifter.js';
import { conjunction } from './conjuncts.js';
import { liftFilter } from './lift-filter.js';
import type { Lifting } from './lift-calls.js';

const UUID: DataType = { id: 'UUID' };

/**
 * A join whose condition has to be asked of every pair of rows that the other conditions leave. A side whose rows must appear once, matched or not, becomes a shared
 * part in which each row has an identity; the pairs that match carry it, and the side is joined to them by it.
 *
 * @param join without the condition
 * @param condition over the columns of both sides; calls users' functions
 */
export function joinByPairs(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  switch (join.type) {
    case 'right':
    case 'right-semi':
    case 'right-anti':
      return mirrored(join, condition, lifting);
    case 'full':
      return fullJoin(join, condition, lifting);
    case 'mark':
      return markJoin(join, condition, lifting);
    default:
      return leftJoin(join, condition, lifting);
  }
}

/** left, single, semi and anti: the left rows are kept. */
function leftJoin(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  const { ref, id } = identified(join.left, lifting);
  const rightWidth = outputTypes(join.right).length;
  const pairs = matchingPairs({ ...join, left: ref() }, shiftRight(condition, join, 1), lifting);
  const isFilter = join.type === 'semi' || join.type === 'anti';
  const matches = project(pairs, isFilter ? [id] : [id, ...range(id + 1, rightWidth)]);
  const joined = byIdentity(join.type, ref(), id, matches, 0, join);
  return project(joined, isFilter ? range(0, id) : [...range(0, id), ...range(id + 2, rightWidth)]);
}

function fullJoin(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  const left = identified(join.left, lifting);
  const right = identified(join.right, lifting);
  const pairs = matchingPairs({ ...join, left: left.ref(), right: right.ref() }, shiftRight(condition, join, 1), lifting);
  const identities = project(pairs, [left.id, left.id + 1 + right.id]);
  const withLefts = byIdentity('left', left.ref(), left.id, identities, 0, {});
  const both = byIdentity('full', withLefts, left.id + 2, right.ref(), right.id, join);
  return project(both, [...range(0, left.id), ...range(left.id + 3, right.id)]);
}

/** True where a pair matches, NULL where one might, false where none does: asked of all pairs, since a comparison with NULL might match. */
function markJoin(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  const { ref, id } = identified(join.left, lifting);
  const leftWidth = id + 1;
  const width = leftWidth + outputTypes(join.right).length;
  const overPairs = (side: Expression, shift: number) => remapColumns(side, (index) => index + shift, width);
  const comparisons = join.conditions.map(({ left, right, op }): Expression => ({
    kind: 'compare',
    op,
    left: overPairs(left, 0),
    right: overPairs(right, leftWidth),
    type: BOOLEAN,
  }));
  const others = [join.predicate, condition].flatMap((part) => (part ? [shiftRight(part, join, 1)] : []));
  const pairs: PlanNode = { kind: 'join', type: 'inner', left: ref(), right: join.right, conditions: join.conditions.filter(isNullSafe) };
  const lifter = new CallLifter(lifted(pairs), lifting.volatility);
  const [matches] = lifter.lift([conjunction([...comparisons, ...others])!]);
  const asked: PlanNode = { kind: 'project', input: lifter.result().node, expressions: [column(id, UUID), matches!] };
  const match = column(1, BOOLEAN);
  const aggregates = [aggregate('bool_or', [match], BOOLEAN), aggregate('bool_or', [logical('is-null', match)], BOOLEAN)];
  const answers: PlanNode = { kind: 'aggregate', input: asked, groups: [column(0, UUID)], aggregates, groupingCalls: [] };
  const joined = byIdentity('left', ref(), id, answers, 0, join);
  const mark: Expression = {
    kind: 'case',
    branches: [
      { when: column(id + 2, BOOLEAN), then: constant('true', BOOLEAN) },
      { when: column(id + 3, BOOLEAN), then: constant(null, BOOLEAN) },
    ],
    otherwise: constant('false', BOOLEAN),
    type: BOOLEAN,
  };
  return { kind: 'project', input: joined, expressions: [...columnsAt(joined).slice(0, id), mark], ...rowsOf(join) };
}

function isNullSafe({ op }: JoinCondition): boolean {
  return op === 'IS NOT DISTINCT FROM' || op === 'IS DISTINCT FROM';
}

/** The rows of a side with an identity behind their columns. Random, so that every task can give one by itself; made once. */
function identified(side: PlanNode, { share }: Lifting): { readonly ref: () => CteRefNode; readonly id: number } {
  const identity: Expression = { kind: 'call', name: 'uuid', args: [], volatile: true, type: UUID };
  const ref = share('rows that pairs refer to', {
    kind: 'project',
    input: side,
    expressions: [...columnsAt(side), identity],
    ...rowsOf(side),
  });
  return { ref, id: outputTypes(side).length };
}

/** Pairs that the join's own conditions and the further one let through. */
function matchingPairs(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  const { rows: _rows, predicate, ...plain } = join;
  const shifted = predicate && atPairs(predicate, join);
  return exactly(liftFilter(lifted({ ...plain, type: 'inner', ...(shifted && { predicate: shifted }) }), condition, lifting));
}

/** A predicate that was written before the left side got an identity, which is its last column now. */
function atPairs(predicate: Expression, { left, right }: JoinNode): Expression {
  const before = outputTypes(left).length - 1;
  return remapColumns(predicate, (index) => (index < before ? index : index + 1), before + 1 + outputTypes(right).length);
}

/** An expression over both sides of a join whose left side is to get `by` further columns. */
function shiftRight(expression: Expression, { left, right }: JoinNode, by: number): Expression {
  const leftWidth = outputTypes(left).length;
  return remapColumns(expression, (index) => (index < leftWidth ? index : index + by), leftWidth + by + outputTypes(right).length);
}

function byIdentity(
  type: JoinNode['type'],
  left: PlanNode,
  leftId: number,
  right: PlanNode,
  rightId: number,
  estimate: { readonly rows?: number },
): JoinNode {
  const rows = estimate.rows === undefined ? {} : { rows: estimate.rows };
  return { kind: 'join', type, left, right, conditions: [{ left: column(leftId, UUID), right: column(rightId, UUID), op: '=' }], ...rows };
}

/** The same with its sides exchanged, and their columns back in place. */
function mirrored(join: JoinNode, condition: Expression, lifting: Lifting): PlanNode {
  const [left, right] = [outputTypes(join.left).length, outputTypes(join.right).length];
  const swap = (e: Expression) => remapColumns(e, (index) => (index < left ? index + right : index - left), left + right);
  const { predicate, ...rest } = join;
  const swapped: JoinNode = {
    ...rest,
    type: MIRRORED[join.type as keyof typeof MIRRORED],
    left: join.right,
    right: join.left,
    conditions: join.conditions.map((each) => ({ left: each.right, right: each.left, op: FLIPPED[each.op] ?? each.op })),
    ...(predicate && { predicate: swap(predicate) }),
  };
  const joined = leftJoin(swapped, swap(condition), lifting);
  return join.type === 'right' ? project(joined, [...range(right, left), ...range(0, right)]) : joined;
}

const MIRRORED = { right: 'left', 'right-semi': 'semi', 'right-anti': 'anti' } as const;

const FLIPPED: Readonly<Partial<Record<JoinCondition['op'], JoinCondition['op']>>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function project(input: PlanNode, positions: readonly number[]): PlanNode {
  return { kind: 'project', input, expressions: columnsAt(input, positions), ...rowsOf(input) };
}

function range(from: number, length: number): readonly number[] {
  return Array.from({ length }, (_, i) => from + i);
}
