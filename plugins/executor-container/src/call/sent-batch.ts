import { type ArbalestError, isArbalestError, userError } from '@arbalest/spi';
import type { Column } from '../arrow/column.js';
import type { Answer, BatchStream } from './calls.js';
import type { Trip } from './trip.js';

export interface FoundAnswer {
  readonly answer: Answer;
  /** Rows at its beginning that were read before the process died. */
  readonly skip: number;
}

/** A batch of a trip, through all attempts. */
export class SentBatch {
  readonly #trip: Trip;
  readonly #columns: readonly Column[];
  readonly #bytes: number;
  #stream: BatchStream | undefined;
  #pending: ReturnType<BatchStream['send']> | undefined;
  #attempts = 0;
  #read = 0;
  #skip = 0;

  constructor(
    trip: Trip,
    readonly rows: number,
    columns: readonly Column[],
    bytes: number,
  ) {
    this.#trip = trip;
    this.#columns = columns;
    this.#bytes = bytes;
  }

  async sendAgain(): Promise<void> {
    this.#stream = await this.#trip.stream(this.#bytes);
    this.#attempts++;
    this.#skip = this.#read;
    this.#pending = this.#stream.send(this.rows, this.#columns);
  }

  /** The next answer, undefined after the last. */
  async next(): Promise<FoundAnswer | undefined> {
    for (;;) {
      try {
        const answer = await this.#pending!.next();
        if (answer === undefined) return undefined;
        const skip = Math.min(this.#skip, answer.rows);
        this.#skip -= skip;
        this.#read += answer.rows - skip;
        this.#trip.answered(answer);
        return { answer, skip };
      } catch (error) {
        this.#trip.wake();
        if (!this.#trip.mayRetry(this.#stream!, error, this.#attempts, this.#read > 0)) throw this.#explain(error);
        await this.sendAgain();
      }
    }
  }

  /** A process that died says why; what that meant for the batch is added. */
  #explain(error: unknown): unknown {
    if (this.#stream?.lost !== true || !isArbalestError(error)) return error;
    return diedError(error, this.#trip.request.who, this.#attempts, this.#trip.request.repeatable);
  }
}

function diedError(error: ArbalestError, who: string, attempts: number, repeatable: boolean): ArbalestError {
  const again = repeatable
    ? `The batch was sent ${attempts} times`
    : 'The batch was not sent again, because the function is not declared to be repeatable (repeatable = true)';
  return userError('FUNCTION_DIED', `${who} lost its process while it worked on a batch: ${error.message}. ${again}`, {
    ...error.details,
    cause: error,
  });
}
