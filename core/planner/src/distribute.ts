import type { PlanNode } from '@arbalest/plan';
import { columnsAt } from './expressions.js';
import { SINGLE, SPREAD, type Placed } from './placement.js';
import type { Planning } from './planning.js';
import type { Program } from './program.js';
import { wantedKeys } from './wanted-keys.js';

/**
 * Gives every operator its place. In the program that comes out each shared part ends in an exchange, and the root stands where its last rows
 * are made, in one task or in several.
 */
export function distribute(program: Program, planning: Planning): Program {
  const shared = program.shared.map((part) => {
    const placed = shareOut(planning.place(part.plan), wantedKeys(program, part.id), planning);
    planning.shared.set(part.id, {
      partitioning: placed.partitioning,
      rows: planning.estimate.rows(placed.node),
      bytes: planning.estimate.bytes(placed.node),
      origins: planning.estimate.origins(placed.node),
    });
    return { ...part, plan: placed.node };
  });
  return { shared, root: planning.place(program.root).node };
}

/** Several read a shared part, so its rows lie as most of them want it, else as they lie already. */
function shareOut(placed: Placed, wanted: readonly number[] | undefined, planning: Planning): Placed {
  if (placed.partitioning.kind === 'single' || planning.partitions === 1) {
    const node: PlanNode = { kind: 'exchange', input: placed.node, distribution: { kind: 'gather' } };
    return { node, partitioning: SINGLE };
  }
  const keys = wanted ?? (placed.partitioning.kind === 'hash' ? placed.partitioning.keys.map(([first]) => first!) : undefined);
  if (keys && keys.length > 0) return planning.hash(placed, columnsAt(placed.node, keys)).placed;
  const node: PlanNode = { kind: 'exchange', input: placed.node, distribution: { kind: 'spread', partitions: planning.partitions } };
  return { node, partitioning: SPREAD };
}
