import { outputTypes, type JoinNode, type JoinType, type PlanNode } from '@arbalest/plan';
import { sameType } from '@arbalest/spi';
import { mapPartitioning } from '../partitioning.js';
import type { Partitioning, Placed } from '../placement.js';

export type Side = 'left' | 'right';

/**
 * The sides that every task may have whole. A row of the other side is then matched, or found unmatched, in one place only; a row of the copied
 * side must not appear by itself, or it would once for each task.
 */
const REPLICABLE: Readonly<Record<Side, readonly JoinType[]>> = {
  right: ['inner', 'left', 'semi', 'anti', 'mark', 'single'],
  left: ['inner', 'right', 'right-semi', 'right-anti'],
};

/** A nearest match is nearest of all: the side it is looked for in must be whole. */
export function mayReplicate(node: JoinNode, side: Side): boolean {
  return REPLICABLE[side].includes(node.type) && !(node.asof && side === 'left');
}

/** The join where `kept` is, with all of the other side there too. */
export function withReplica(node: JoinNode, kept: Placed, copy: PlanNode, side: Side): Placed {
  const joined: JoinNode = side === 'right' ? { ...node, left: kept.node, right: copy } : { ...node, left: copy, right: kept.node };
  return { node: joined, partitioning: partitioningAfter(joined, kept.partitioning, side) };
}

/** Rows stay in their task. After an inner join the other side's keys name it as well. */
function partitioningAfter(node: JoinNode, kept: Partitioning, side: Side): Partitioning {
  const leftWidth = outputTypes(node.left).length;
  const shift = side === 'left' && node.type !== 'right-semi' && node.type !== 'right-anti' ? leftWidth : 0;
  if (node.type !== 'inner') return mapPartitioning(kept, (position) => [position + shift]);
  return mapPartitioning(kept, (position) => {
    const equal = node.conditions.flatMap(({ op, left, right }) => {
      if (
        (op !== '=' && op !== 'IS NOT DISTINCT FROM') ||
        left.kind !== 'column' ||
        right.kind !== 'column' ||
        !sameType(left.type, right.type)
      )
        return [];
      if (side === 'right') return left.index === position ? [leftWidth + right.index] : [];
      return right.index === position ? [left.index] : [];
    });
    return [position + shift, ...equal];
  });
}
