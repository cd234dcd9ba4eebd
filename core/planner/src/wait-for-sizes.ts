import { walk } from '@arbalest/plan';
import type { Stage } from './stage.js';

/** Moving fewer bytes than this by hash costs less than waiting. */
const LARGE_BYTES = 32 * 1024 * 1024;

/** Operators that make it uncertain how many rows a stage has. */
const UNCERTAIN: ReadonlySet<string> = new Set(['filter', 'join', 'aggregate', 'distinct', 'input']);

/**
 * A large table that is to be moved waits for the size of what it is joined with: if that turns out small, planning again sends it to the table's rows in place of
 * them. Nothing is lost by it but a moment between two stages, for each of them keeps all executors busy.
 *
 * @param fixed stages that have started
 */
export function waitForSizes(stages: readonly Stage[], fixed: ReadonlySet<number>): readonly Stage[] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  for (const reader of stages) {
    const sides = reader.inputs.map((input) => byId.get(input.stage)!);
    for (const large of sides.filter((side) => isMovedTable(side) && !fixed.has(side.id))) {
      const smaller = sides.filter((side) => isUncertain(side) && (side.bytes ?? 0) < large.bytes! && !leadsTo(side.id, large.id, byId));
      if (smaller.length === 0) continue;
      const known = byId.get(large.id)!;
      byId.set(large.id, { ...known, after: [...new Set([...(known.after ?? []), ...smaller.map(({ id }) => id)])] });
    }
  }
  return stages.map(({ id }) => byId.get(id)!);
}

function isMovedTable({ inputs, output, bytes = 0 }: Stage): boolean {
  return inputs.length === 0 && output.kind === 'hash' && bytes >= LARGE_BYTES;
}

function isUncertain({ fragment }: Stage): boolean {
  return [...walk(fragment)].some(({ kind }) => UNCERTAIN.has(kind));
}

/** Whether a stage cannot end before the other has. */
function leadsTo(from: number, other: number, byId: ReadonlyMap<number, Stage>): boolean {
  if (from === other) return true;
  const { inputs = [], after = [] } = byId.get(from) ?? {};
  return [...inputs.map(({ stage }) => stage), ...after].some((id) => leadsTo(id, other, byId));
}
