import { type PlanNode, walk } from '@arbalest/plan';
import type { StageTable } from '@arbalest/planner';
import type { Filter, Table } from '@arbalest/spi';
import type { StageRun } from './stage-run.js';
import { contiguousShares, targetBytes } from './split-shares.js';

/**
 * Cuts what the stage scans into splits and shares them out.
 *
 * @returns by table of the fragment, then by task: the task's splits as JSON
 */
export async function prepareSplits(run: StageRun, tables: readonly Table[], signal: AbortSignal): Promise<readonly (readonly string[])[]> {
  return Promise.all(run.stage.tables.map((table, position) => tableSplits(run, table, position, tables, signal)));
}

async function tableSplits(
  run: StageRun,
  { table, read }: StageTable,
  position: number,
  tables: readonly Table[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { tasks, fragment } = run.stage;
  const shared = read === 'split' ? tasks : 1;
  const source = tables[table]!;
  const splits = await source.splits({
    targetBytes: targetBytes(source.statistics.bytes, shared),
    filters: filtersOf(fragment, position),
    signal,
  });
  if (read === 'split') return contiguousShares(splits, tasks).map((share) => JSON.stringify(share));
  const all = JSON.stringify(splits);
  return Array.from({ length: tasks }, () => all);
}

/** A table that the fragment reads at several places is read for all of them together, so no place's filters may leave out a piece of it. */
function filtersOf(fragment: PlanNode, position: number): readonly Filter[] {
  const readers = [...walk(fragment)].filter(
    (node) =>
      (node.kind === 'scan' && node.table === position) || (node.kind === 'opaque' && node.tables.some(({ table }) => table === position)),
  );
  const [only] = readers;
  return readers.length === 1 && only?.kind === 'scan' ? only.filters : [];
}
