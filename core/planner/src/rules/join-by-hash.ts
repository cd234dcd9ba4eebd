import { outputTypes, remapColumns, type Expression, type JoinCondition, type JoinNode } from '@arbalest/plan';
import { sameType } from '@arbalest/spi';
import { column } from '../expressions.js';
import { mapPartitioning } from '../partitioning.js';
import { SPREAD, type Partitioning, type Placed } from '../placement.js';
import type { Planning } from '../planning.js';
import { keepColumnsAt } from '../rewrite/keep-columns.js';

/** How two sides come to lie by the hash of the same values. */
export interface CoPartitioning {
  readonly keys: readonly JoinCondition[];
  readonly left: 'stays' | 'exchange';
  readonly right: 'stays' | 'exchange';
}

/**
 * Equal keys in one task, for every join type: there a row finds all its matches, or none. A mark join also asks whether the whole other side is empty
 * or holds a NULL, which no task alone could tell, unless its comparisons are never NULL. A side that lies by some of the keys already stays.
 */
export function coPartitioning(node: JoinNode, left: Placed, right: Placed): CoPartitioning | undefined {
  const keys = node.conditions.filter(isHashable);
  if (keys.length === 0 || (node.type === 'mark' && !isNeverNull(node))) return undefined;
  const byLeft = matching(left.partitioning, keys, 'left');
  const byRight = matching(right.partitioning, keys, 'right');
  if (byLeft && byRight && byLeft.length === byRight.length && byLeft.every((key, i) => key === byRight[i]))
    return { keys: byLeft, left: 'stays', right: 'stays' };
  if (byLeft) return { keys: byLeft, left: 'stays', right: 'exchange' };
  if (byRight) return { keys: byRight, left: 'exchange', right: 'stays' };
  return { keys: distinctKeys(keys), left: 'exchange', right: 'exchange' };
}

export function coPartition(node: JoinNode, left: Placed, right: Placed, how: CoPartitioning, planning: Planning): Placed {
  const newLeft = side(
    left,
    how.keys.map((key) => key.left),
    how.left,
    planning,
  );
  const newRight = side(
    right,
    how.keys.map((key) => key.right),
    how.right,
    planning,
  );
  const conditions = node.conditions.map((condition) => {
    const position = how.keys.indexOf(condition);
    return position < 0 ? condition : { ...condition, left: newLeft.keys[position]!, right: newRight.keys[position]! };
  });
  const before = [outputTypes(left.node).length, outputTypes(right.node).length] as const;
  const leftWidth = outputTypes(newLeft.placed.node).length;
  const rightWidth = outputTypes(newRight.placed.node).length;
  const moved = (position: number) => (position < before[0] ? position : position - before[0] + leftWidth);
  const joined: JoinNode = {
    ...node,
    left: newLeft.placed.node,
    right: newRight.placed.node,
    conditions,
    ...(node.predicate && { predicate: remapColumns(node.predicate, moved, leftWidth + rightWidth) }),
  };
  const placed: Placed = {
    node: joined,
    partitioning: partitioningAfter(joined, newLeft.placed.partitioning, newRight.placed.partitioning),
  };
  return withoutKeyColumns(placed, node, before, leftWidth);
}

function isHashable({ op, left, right }: JoinCondition): boolean {
  return (op === '=' || op === 'IS NOT DISTINCT FROM') && sameType(left.type, right.type);
}

function isNeverNull(node: JoinNode): boolean {
  return (
    !node.predicate && node.conditions.every((condition) => condition.op === 'IS NOT DISTINCT FROM' || condition.op === 'IS DISTINCT FROM')
  );
}

/** The conditions whose values a side lies by, one for each of its keys and in their order. */
function matching(
  partitioning: Partitioning,
  keys: readonly JoinCondition[],
  side: 'left' | 'right',
): readonly JoinCondition[] | undefined {
  if (partitioning.kind !== 'hash') return undefined;
  const found = partitioning.keys.map((positions) => keys.find((key) => isColumnAt(key[side], positions)));
  return found.every((key) => key !== undefined) && new Set(found).size === found.length ? found : undefined;
}

function isColumnAt(expression: Expression, positions: readonly number[]): boolean {
  return expression.kind === 'column' && positions.includes(expression.index);
}

/** A key twice on one side would hash by one column and by two on the other. */
function distinctKeys(keys: readonly JoinCondition[]): readonly JoinCondition[] {
  const seen = { left: new Set<string>(), right: new Set<string>() };
  return keys.filter((key) => {
    const texts = { left: JSON.stringify(key.left), right: JSON.stringify(key.right) };
    if (seen.left.has(texts.left) || seen.right.has(texts.right)) return false;
    seen.left.add(texts.left);
    seen.right.add(texts.right);
    return true;
  });
}

function side(
  input: Placed,
  keys: readonly Expression[],
  how: 'stays' | 'exchange',
  planning: Planning,
): { placed: Placed; keys: readonly Expression[] } {
  if (how === 'stays') return { placed: input, keys };
  const { placed, keyColumns } = planning.hash(input, keys);
  const types = outputTypes(placed.node);
  return { placed, keys: keyColumns.map((position) => column(position, types[position]!)) };
}

function partitioningAfter(node: JoinNode, left: Partitioning, right: Partitioning): Partitioning {
  const leftWidth = outputTypes(node.left).length;
  switch (node.type) {
    case 'inner':
      return bothSides(left, right, leftWidth);
    case 'right':
      return mapPartitioning(right, (position) => [position + leftWidth]);
    case 'right-semi':
    case 'right-anti':
      return right;
    case 'full':
      return SPREAD;
    default:
      return left;
  }
}

function bothSides(left: Partitioning, right: Partitioning, leftWidth: number): Partitioning {
  if (left.kind !== 'hash' || right.kind !== 'hash') return left.kind === 'single' ? left : SPREAD;
  return {
    kind: 'hash',
    keys: left.keys.map((positions, i) => [...positions, ...(right.keys[i] ?? []).map((position) => position + leftWidth)]),
  };
}

function withoutKeyColumns(placed: Placed, node: JoinNode, [left, right]: readonly [number, number], leftWidth: number): Placed {
  const width = outputTypes(placed.node).length;
  const before = outputTypes(node).length;
  if (width === before) return placed;
  const isRightOnly = node.type === 'right-semi' || node.type === 'right-anti';
  const isLeftOnly = node.type === 'semi' || node.type === 'anti' || node.type === 'mark';
  const lefts = Array.from({ length: left }, (_, i) => i);
  const rights = Array.from({ length: right }, (_, i) => i);
  const mark = node.type === 'mark' ? [leftWidth] : [];
  const positions = isRightOnly ? rights : isLeftOnly ? [...lefts, ...mark] : [...lefts, ...rights.map((i) => i + leftWidth)];
  return keepColumnsAt(placed, positions, placed.partitioning);
}
