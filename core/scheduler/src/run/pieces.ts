import type { Pieces } from '../messages.js';
import type { GraphRun } from './graph-run.js';
import type { StageRun } from './stage-run.js';

/** Pieces of a share of partitions, at most: each reads the whole share and leaves out what is not its own. */
const MOST_PIECES = 64;

type Producers = Pick<GraphRun, 'producer'>;

/**
 * Into how many pieces what a task reads can be cut, so that the fragment may run over one after the other; 1 = not at all.
 *
 * A plan with several tasks in a stage holds for any number of them, and so for several in the place of one: splits may be shared out as they like, and the
 * rows of partitions by their keys. A stage of one task has something that must see all rows in one place.
 */
export function mostPieces(graph: Producers, run: StageRun, task: number): number {
  const { tasks, tables } = run.stage;
  if (tasks === 1) return 1;
  const splits = tables.map(({ read }, at) => (read === 'split' ? splitsOf(run, at, task) : 0));
  const keys = pieceKeys(graph, run);
  if (splits.length > 0 && Math.max(...splits) > 1)
    return keys.some((of) => of.length > 0) ? 1 : Math.min(MOST_PIECES, Math.max(...splits));
  return keys.some((of) => of.length > 0) ? MOST_PIECES : 1;
}

/** What an executor is told of a task that runs in pieces. */
export function piecesOf(graph: Producers, run: StageRun, count: number): Pieces {
  return {
    count,
    cutTables: run.stage.tables.map(({ read }) => read === 'split'),
    inputs: pieceKeys(graph, run).map((keys) => ({ keys: [...keys] })),
  };
}

/** By input: the columns by which its rows can be shared out; none where each piece needs all, and none at all where one of the inputs cannot be cut. */
function pieceKeys(graph: Producers, { stage }: StageRun): readonly (readonly number[])[] {
  const keys = stage.inputs.map(({ stage: id, read }) => {
    const { output } = graph.producer(id).stage;
    return read === 'partition' && output.kind === 'hash' ? output.keys : [];
  });
  const uncut = stage.inputs.some(({ read }, at) => read === 'partition' && keys[at]!.length === 0);
  return uncut ? keys.map(() => []) : keys;
}

function splitsOf(run: StageRun, table: number, task: number): number {
  return (JSON.parse(run.splits[table]?.[task] ?? '[]') as unknown[]).length;
}
