import type { AggregateNode } from '@arbalest/plan';
import { expressionsOf, isVolatile } from '../expressions.js';
import { isGroupedBy, projectPartitioning } from '../partitioning.js';
import { phaseOf, SPREAD, type Partitioning } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/** Functions that give the very same value for the same rows in any order, so that several tasks may each compute them. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'count',
  'count_star',
  'min',
  'max',
  'bool_and',
  'bool_or',
  'bit_and',
  'bit_or',
  'bit_xor',
]);

/** A group whose rows are in one task already, or a partial aggregate, which takes what its task has, needs no exchange. */
export const aggregateInPlace = placementRule('aggregate-in-place', ['aggregate'], (node, [input], planning) => {
  const { partitioning, replica } = input!;
  if (phaseOf(node) !== 'partial' && !isComplete(node, partitioning)) return undefined;
  return {
    node: { ...node, input: input!.node },
    partitioning: partitioning.kind === 'single' ? partitioning : groupedPartitioning(node, partitioning),
    ...(replica &&
      isRepeatable(node) && {
        // Whoever does it all alone hashes it all, too.
        replica: { node: { ...node, input: replica.node }, bytes: replica.bytes + planning.estimate.bytes(input!.node) },
      }),
  };
});

/** Whether all rows of every group are in one task. */
function isComplete(node: AggregateNode, partitioning: Partitioning): boolean {
  if (partitioning.kind === 'single') return true;
  const sets = node.sets ?? [node.groups.map((_, i) => i)];
  return (
    node.groups.length > 0 &&
    sets.every((set) =>
      isGroupedBy(
        partitioning,
        set.map((i) => node.groups[i]!),
      ),
    )
  );
}

/** Groups come first in the output; under grouping sets they may be NULL there, and say nothing of where the row is. */
export function groupedPartitioning(node: AggregateNode, partitioning: Partitioning): Partitioning {
  return node.sets && partitioning.kind === 'hash' ? SPREAD : projectPartitioning(partitioning, node.groups);
}

function isRepeatable(node: AggregateNode): boolean {
  const isExact = ({ name, args }: AggregateNode['aggregates'][number]) =>
    REPEATABLE.has(name) || (name.startsWith('sum') && !['DOUBLE', 'FLOAT'].includes(args[0]?.type.id ?? ''));
  return (
    phaseOf(node) !== 'partial' &&
    node.aggregates.every((aggregateCall) => aggregateCall.orderBy.length === 0 && isExact(aggregateCall)) &&
    !expressionsOf(node).some(isVolatile)
  );
}
