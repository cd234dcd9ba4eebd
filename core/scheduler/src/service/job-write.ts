import type { WrittenFile } from '@arbalest/spi';
import type { PendingWrite } from '../statement/action.js';
import type { JobRunOptions } from './job-run-options.js';

/** A write that is given up gets this long to remove what it left; what then remains is for the writer's own sweeping. */
const ABORT_MS = 30_000;

/** A write all of whose files are there. */
export interface FinishedFiles {
  readonly write: PendingWrite;
  readonly files: readonly WrittenFile[];
}

/** The rows that a job puts somewhere: all of them at one moment, or none. */
export class JobWrite {
  constructor(private readonly options: Pick<JobRunOptions, 'id' | 'keeper' | 'scheduler'>) {}

  /** Resolves when the rows are there. Committing twice is committing once. */
  async commit({ write, files }: FinishedFiles, signal: AbortSignal): Promise<{ readonly rows: number; readonly tag: string }> {
    const { keeper, scheduler } = this.options;
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const tag = write.tag(rows);
    // Once this is kept it will be committed, whoever leads.
    keeper?.update({ state: 'committing', writtenFiles: files, rows, tag });
    if (!scheduler.journal.isKept) await scheduler.journal.kept();
    await write.writer.commit(write.target, files, signal);
    return { rows, tag };
  }

  /**
   * Removes what the write left, once it is kept that it was given up: whoever leads next would go on with it otherwise. What gives it up has to be said before.
   * Never rejects.
   */
  async abort(write: Pick<PendingWrite, 'writer' | 'target'>): Promise<void> {
    const { journal } = this.options.scheduler;
    try {
      if (!journal.isKept) await journal.kept();
    } catch {
      return;
    }
    await this.drop(write);
  }

  /** As `abort`, of a write that no record names. */
  async drop({ writer, target }: Pick<PendingWrite, 'writer' | 'target'>): Promise<void> {
    const { id: job, scheduler } = this.options;
    const { clock, log } = scheduler;
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
}
