import { type ArrowBatch, dataLostError, isArbalestError, type SqlResultPart, type SqlService } from '@arbalest/spi';
import type { StatementRun } from './statement-run.js';

/** How long the reason is waited for why an executor broke off. */
const REASON_MS = 10_000;

/** Reads results where they lie, only as fast as whoever iterates does, also while they are still being made. */
export class ResultReader {
  constructor(private readonly sql: Pick<SqlService, 'read'>) {}

  /**
   * All parts in their order. A statement that is begun anew is read anew as long as nothing of it was passed on.
   *
   * @throws the statement's error; data-lost error `RESULT_LOST` when what was passed on and what is left do not belong together
   */
  async *all(run: StatementRun, signal: AbortSignal): AsyncGenerator<ArrowBatch, void, undefined> {
    for (let begun = false; ;) {
      const { round } = run;
      try {
        for (let index = 0; await run.hasPart(index, signal); index++) {
          for await (const batch of this.part(run, index, signal)) {
            if (run.round !== round) throw lostMidway();
            begun = true;
            yield batch;
          }
          run.partRead(index);
        }
        if (run.round === round) return;
        throw lostMidway();
      } catch (thrown) {
        if (begun || run.round === round) throw thrown;
      }
    }
  }

  /** One part. What is lost before its first batch is read again from where it was made anew. */
  async *part(run: StatementRun, index: number, signal: AbortSignal): AsyncGenerator<ArrowBatch, void, undefined> {
    for (let attempt = -1, begun = false; ;) {
      const part = await run.part(index, attempt, signal);
      attempt = part.attempt;
      try {
        for await (const batch of this.once(run, part, signal)) {
          begun = true;
          yield batch;
        }
        return;
      } catch (thrown) {
        signal.throwIfAborted();
        if (!isLoss(thrown)) throw thrown;
        if (begun || run.finished) throw await reasonOf(thrown, run, part, signal);
      }
    }
  }

  /** Ends as soon as the statement fails, or the part is made anew. */
  private async *once(run: StatementRun, part: SqlResultPart, signal: AbortSignal): AsyncGenerator<ArrowBatch, void, undefined> {
    const reading = new AbortController();
    const look = (): void => {
      if (run.failure) reading.abort(run.failure.error);
      else if (run.isStale(part)) reading.abort(lostMidway());
    };
    const unwatch = run.changes.watch(look);
    try {
      const { batches } = await this.sql.read(part, AbortSignal.any([signal, reading.signal]));
      for await (const batch of batches) {
        reading.signal.throwIfAborted();
        yield batch;
      }
      reading.signal.throwIfAborted();
    } catch (thrown) {
      // Why the reading was ended says more than that its stream broke.
      throw reading.signal.aborted ? reading.signal.reason : thrown;
    } finally {
      unwatch();
    }
  }
}

/** Of a stream that broke: the error of the statement, which may be told of a little later. */
async function reasonOf(thrown: unknown, run: StatementRun, part: SqlResultPart, signal: AbortSignal): Promise<unknown> {
  const soon = AbortSignal.any([signal, AbortSignal.timeout(REASON_MS)]);
  await run.until(() => run.finished !== undefined || run.isStale(part) || soon.aborted, soon).catch(() => undefined);
  return run.failure ? run.failure.error : thrown;
}

function isLoss(thrown: unknown): boolean {
  return isArbalestError(thrown) && (thrown.family === 'data-lost' || thrown.family === 'transient');
}

function lostMidway(): Error {
  return dataLostError('RESULT_LOST', 'A part of the result was lost after some of it had been read; run the statement again');
}
