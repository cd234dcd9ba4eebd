import type { Split } from '@arbalest/spi';

/** Splits per task: enough that shares come out even, few enough that each is worth opening. */
const SPLITS_PER_TASK = 4;
const SMALLEST_TARGET = 1024 * 1024;
const LARGEST_TARGET = 256 * 1024 * 1024;

/** How large the pieces of a table should be for `tasks` tasks to share them evenly; one task needs no cuts. */
export function targetBytes(tableBytes: number | undefined, tasks: number): number {
  if (tasks === 1) return Number.MAX_SAFE_INTEGER;
  if (tableBytes === undefined) return LARGEST_TARGET / SPLITS_PER_TASK;
  return Math.min(LARGEST_TARGET, Math.max(SMALLEST_TARGET, Math.ceil(tableBytes / (tasks * SPLITS_PER_TASK))));
}

/**
 * Gives each task a run of neighbouring splits with about the same bytes. Neighbours stay together and in table order: what is stored side by side is read by
 * one task, and the tasks' results one after the other are in the order of the table.
 */
export function contiguousShares(splits: readonly Split[], tasks: number): readonly (readonly Split[])[] {
  const shares: Split[][] = Array.from({ length: tasks }, () => []);
  const total = splits.reduce((sum, split) => sum + weight(split), 0);
  let before = 0;
  for (const split of splits) {
    const middle = before + weight(split) / 2;
    shares[Math.min(tasks - 1, Math.floor((middle / total) * tasks))]!.push(split);
    before += weight(split);
  }
  return shares;
}

/** An empty file still has to be opened. */
function weight(split: Split): number {
  return Math.max(1, split.estimatedBytes);
}
