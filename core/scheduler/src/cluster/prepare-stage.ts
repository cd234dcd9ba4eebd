import { type ArbalestError, type Clock, transientError } from '@arbalest/spi';
import type { GraphRun } from '../run/graph-run.js';
import { prepareSplits } from '../run/prepare-splits.js';
import type { StageRun } from '../run/stage-run.js';

/** Whoever keeps the files of a table has so long to say how they are to be cut. */
const SPLITS_MS = 300_000;

/** Tells the graph how the stage's tables are cut, or why they cannot be. Never rejects. @param prepared called after the graph knows */
export async function prepareStage(
  graph: GraphRun,
  run: StageRun,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  prepared: () => void,
): Promise<void> {
  const cancelTimer = clock.schedule(SPLITS_MS, () => graph.prepareFailed(run, splitsLate()));
  try {
    const splits = await prepareSplits(run, graph.spec.tables, signal);
    graph.prepared(run, splits);
    prepared();
  } catch (thrown) {
    graph.prepareFailed(run, thrown);
  } finally {
    cancelTimer();
  }
}

function splitsLate(): ArbalestError {
  return transientError(
    'SPLITS_TIMEOUT',
    `The files of a table could not be looked through within ${SPLITS_MS / 1000} s; see whether what they lie on answers`,
  );
}
