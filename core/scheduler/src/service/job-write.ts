import type { Clock, Log, TableWriter, WriteTarget, WrittenFile } from '@arbalest/spi';

/** A write that is given up gets this long to remove what it left; what then remains is for the writer's own sweeping. */
const ABORT_MS = 30_000;

/** Removes what a write left that is given up. Never rejects: what cannot be removed is logged. */
export async function abortWrite(
  job: string,
  writer: TableWriter,
  target: WriteTarget,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<void> {
  const cancelTimer = clock.schedule(ABORT_MS, () =>
    log.warn('A write that was given up is not cleaned up yet', { job, directory: target.directory }),
  );
  try {
    await writer.abort(target);
  } catch (thrown) {
    log.warn('Cannot clean up after a write that was given up', { job, directory: target.directory, cause: String(thrown) });
  } finally {
    cancelTimer();
  }
}

export function rowsOf(files: readonly WrittenFile[]): number {
  return files.reduce((sum, file) => sum + file.rows, 0);
}
