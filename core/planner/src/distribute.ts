import type { PlanNode } from '@arbalest/plan';
import { STAGE_COST_BYTES } from './exchange-cost.js';
import { columnsAt } from './expressions.js';
import { SINGLE, SPREAD, type Placed } from './placement.js';
import type { Planning } from './planning.js';
import type { Program, SharedPart } from './program.js';
import { inlinePart } from './rewrite/hoist-shared-parts.js';
import { wantedKeys } from './wanted-keys.js';

/**
 * Gives every operator its place. In the program that comes out each shared part ends in an exchange, and the root stands where its last rows
 * are made, in one task or in several.
 */
export function distribute({ shared, root }: Program, planning: Planning): Program {
  const waiting = [...shared];
  const done: SharedPart[] = [];
  let rest = root;
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    const placed = planning.place(part.plan);
    if (isCheaperTwice(placed, planning)) {
      rest = inlinePart(rest, part);
      waiting.forEach((other, i) => (waiting[i] = { ...other, plan: inlinePart(other.plan, part) }));
    } else {
      done.push(sharePart(part, placed, wantedKeys({ shared: [...done, part, ...waiting], root: rest }, part.id), planning));
    }
  }
  return { shared: done, root: planning.place(rest).node };
}

/** What any task can make from so little is made wherever it is read: a stage of its own costs more. */
function isCheaperTwice({ replica }: Placed, { settings }: Planning): boolean {
  return settings.smallQueryBytes > 0 && replica !== undefined && replica.bytes <= STAGE_COST_BYTES;
}

function sharePart(part: SharedPart, placed: Placed, wanted: readonly number[] | undefined, planning: Planning): SharedPart {
  const { node, partitioning } = shareOut(placed, wanted, planning);
  const { estimate } = planning;
  planning.shared.set(part.id, { partitioning, rows: estimate.rows(node), bytes: estimate.bytes(node), origins: estimate.origins(node) });
  return { ...part, plan: node };
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
