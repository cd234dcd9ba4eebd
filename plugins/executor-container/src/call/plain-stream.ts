import { type FlightCall, type FlightFrame, isFlightError, type ReceivedFrame } from '@arbalest/flight';
import { type ArbalestError, transientError } from '@arbalest/spi';
import { ArrowFault } from '../arrow/arrow-fault.js';
import type { Column } from '../arrow/column.js';
import { sliceColumn } from '../arrow/slice-column.js';
import { writeBatch } from '../arrow/write-batch.js';
import { writeSchema } from '../arrow/write-schema.js';
import type { FunctionServer } from '../server/function-server.js';
import { BatchDeadline } from './batch-deadline.js';
import { answerError, goneError, statusError, timeoutError } from './call-error.js';
import type { Answer, BatchStream, Calls, PendingBatch } from './calls.js';
import { countStream } from './end-calls.js';
import { FrameQueue } from './frame-queue.js';
import { PendingAnswers } from './pending-answers.js';
import { PlainAnswerReader } from './plain-answer-reader.js';

const NO_BODY = new Uint8Array(0);

/**
 * Batches for a server that does not know headers: arrow-udf's (PROTOCOL.md §8) and databend's (§9). Nothing marks the end of the answers to a batch, so each batch has an exchange of
 * its own, and where answers do not say which row they were made from, each row has one.
 */
export class PlainStream implements BatchStream {
  readonly limits: BatchStream['limits'];
  readonly #server: FunctionServer;
  readonly #calls: Calls;
  readonly #reader: PlainAnswerReader;
  readonly #over = new AbortController();
  readonly #running = new Map<PendingAnswers, FlightCall<ReceivedFrame> | undefined>();
  readonly #onGone = (): void => this.#lose(goneError(this.#server));
  #lost = false;
  #lastId = 0;
  #bytes = 0;
  #ending = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(server: FunctionServer, calls: Calls) {
    this.limits = server.description.limits;
    this.#server = server;
    this.#calls = calls;
    this.#reader = new PlainAnswerReader(calls, server.description.dialect === 'databend');
    countStream(server, this);
    server.gone.addEventListener('abort', this.#onGone, { once: true });
    if (server.gone.aborted) this.#onGone();
  }

  get inFlight() {
    return { batches: this.#running.size, bytes: this.#bytes };
  }

  get over(): AbortSignal {
    return this.#over.signal;
  }

  get lost(): boolean {
    return this.#lost;
  }

  send(rows: number, columns: readonly Column[]): PendingBatch {
    const pieces = writeBatch(rows, columns);
    const pending = new PendingAnswers(++this.#lastId, rows, columns, pieces.bodyLength);
    if (this.#over.signal.aborted) {
      pending.fail(this.#over.signal.reason as Error);
      return pending;
    }
    this.#running.set(pending, undefined);
    this.#bytes += pending.bytes;
    this.#turn = this.#turn.then(() => this.#run(pending));
    return pending;
  }

  end(): void {
    this.#ending = true;
    if (this.#running.size === 0) this.#finish(transientError('FUNCTION_UNAVAILABLE', 'The calls have ended'));
  }

  leave(reason: Error): void {
    this.#fail(reason as ArbalestError);
  }

  async #run(pending: PendingAnswers): Promise<void> {
    const deadline = new BatchDeadline(this.#calls.timeoutMs, () => this.#expire());
    deadline.start();
    try {
      const byRow = this.#calls.table && this.#server.description.dialect === 'databend';
      const last = byRow
        ? await this.#callByRow(pending, deadline)
        : await this.#exchange(pending, pending.rows, pending.columns, deadline, 0);
      this.#done(pending);
      pending.push(last);
    } catch (error) {
      this.#breakOff(error);
    } finally {
      deadline.stop();
      if (this.#ending) this.end();
    }
  }

  async #callByRow(pending: PendingAnswers, deadline: BatchDeadline): Promise<Answer> {
    for (let row = 0; row < pending.rows; row++) {
      const columns = pending.columns.map((column) => sliceColumn(column, row, 1));
      await this.#exchange(pending, 1, columns, deadline, row);
    }
    return this.#reader.nothing();
  }

  /** All but the last answer are pushed; that one is given back. */
  async #exchange(
    pending: PendingAnswers,
    rows: number,
    columns: readonly Column[],
    deadline: BatchDeadline,
    row: number,
  ): Promise<Answer> {
    const frames = new FrameQueue();
    for (const frame of this.#frames(rows, columns)) frames.push(frame);
    frames.end();
    if (this.#over.signal.aborted) throw this.#over.signal.reason;
    const call = this.#server.client.doExchange(frames);
    this.#running.set(pending, call);
    const first = await call.next();
    if (first.done === true) throw new ArrowFault('It ended the stream before it began to answer');
    const shape = this.#reader.readSchema(first.value);
    return this.#readAnswers(call, pending, deadline, { shape, rows, row });
  }

  async #readAnswers(
    call: FlightCall<ReceivedFrame>,
    pending: PendingAnswers,
    deadline: BatchDeadline,
    { shape, rows, row }: { readonly shape: ReturnType<PlainAnswerReader['readSchema']>; readonly rows: number; readonly row: number },
  ): Promise<Answer> {
    let scalar: Answer | undefined;
    for (;;) {
      const step = await call.next();
      if (step.done === true) break;
      if (step.value.metadata === undefined) continue;
      const answer = this.#reader.read(shape, step.value.metadata, step.value.body ?? NO_BODY, pending, row);
      if (!this.#calls.table) {
        if (scalar !== undefined || answer.rows !== rows) throw new ArrowFault(`It gave ${answer.rows} rows more for ${rows}`);
        scalar = answer;
        continue;
      }
      pending.push(answer);
      deadline.pause();
      await pending.room();
      deadline.resume();
    }
    if (scalar === undefined && !this.#calls.table) throw new ArrowFault(`It gave nothing for ${rows} rows`);
    return scalar ?? this.#reader.nothing();
  }

  *#frames(rows: number, columns: readonly Column[]): Iterable<FlightFrame> {
    const { metadata, pieces } = writeBatch(rows, columns);
    yield { descriptor: { type: 'path', path: [this.#calls.calls[0]!.function] }, metadata: writeSchema(this.#calls.input) };
    yield { metadata, body: pieces };
  }

  #done(pending: PendingAnswers): void {
    if (this.#running.delete(pending)) this.#bytes -= pending.bytes;
  }

  #expire(): void {
    const error = timeoutError(this.#calls, this.#server);
    this.#fail(error);
    this.#server.kill(error);
  }

  #breakOff(error: unknown): void {
    if (this.#over.signal.aborted) return;
    if (this.#server.gone.aborted) return this.#lose(goneError(this.#server));
    if (isFlightError(error)) {
      const failed = statusError(this.#calls, this.#server, error);
      if (error.status !== 'UNAVAILABLE') return this.#fail(failed);
      this.#lose(failed);
      // Such servers never say that they take no more calls: the connection is broken, and another one finds out whether the server is back.
      return this.#server.kill(failed);
    }
    const fault = answerError(this.#calls, this.#server, error instanceof Error ? error.message : String(error), error);
    this.#fail(fault);
    this.#server.kill(fault);
  }

  #lose(error: ArbalestError): void {
    this.#lost ||= !this.#over.signal.aborted;
    this.#fail(error);
  }

  #fail(error: ArbalestError): void {
    if (this.#over.signal.aborted) return;
    this.#finish(error);
    for (const [batch, call] of this.#running) {
      call?.cancel();
      batch.fail(error);
    }
    this.#running.clear();
    this.#bytes = 0;
  }

  #finish(reason: ArbalestError): void {
    this.#server.gone.removeEventListener('abort', this.#onGone);
    this.#over.abort(reason);
  }
}
