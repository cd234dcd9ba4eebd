import { type FlightCall, type FlightFrame, isFlightError, type ReceivedFrame } from '@arbalest/flight';
import { type ArbalestError, transientError } from '@arbalest/spi';
import { ArrowFault } from '../arrow/arrow-fault.js';
import type { Column } from '../arrow/column.js';
import { rowJson } from '../arrow/value-json.js';
import { type BatchPieces, writeBatch } from '../arrow/write-batch.js';
import { writeSchema } from '../arrow/write-schema.js';
import { isFailedPrecondition } from '../hello/connect-server.js';
import type { FunctionServer } from '../server/function-server.js';
import { AnswerReader } from './answer-reader.js';
import { BatchDeadline } from './batch-deadline.js';
import { type AnswerHeader, type BatchHeader, decodeAnswerHeader, encodeBatchHeader, FRAME, HEADER_BYTES } from './batch-header.js';
import { answerError, failureError, goneError, readFailure, statusError, timeoutError } from './call-error.js';
import type { Answer, BatchStream, Calls, PendingBatch } from './calls.js';
import { countStream } from './end-calls.js';
import { FrameQueue } from './frame-queue.js';
import { PendingAnswers } from './pending-answers.js';
import type { SharedFiles } from './shared-files.js';

/** How long a connection that broke waits for the owner of the process to say why. */
const REASON_MS = 2000;

const NO_BODY = new Uint8Array(0);

/** A stream of PROTOCOL.md §3. Takes the shared files over: closes them when it has ended. */
export class CallStream implements BatchStream {
  readonly limits: BatchStream['limits'];
  readonly #server: FunctionServer;
  readonly #calls: Calls;
  readonly #shared: SharedFiles | undefined;
  readonly #frames = new FrameQueue();
  readonly #call: FlightCall<ReceivedFrame>;
  readonly #reader: AnswerReader;
  readonly #deadline: BatchDeadline;
  readonly #pending: PendingAnswers[] = [];
  readonly #over = new AbortController();
  readonly #onGone = (): void => this.#lose(goneError(this.#server));
  #makeWay: (() => void) | undefined;
  #lost = false;
  #lastId = 0;
  #bytes = 0;

  constructor(server: FunctionServer, calls: Calls, limits: BatchStream['limits'], shared?: SharedFiles) {
    this.limits = limits;
    this.#server = server;
    this.#calls = calls;
    this.#shared = shared;
    this.#reader = new AnswerReader(calls);
    this.#deadline = new BatchDeadline(calls.timeoutMs, () => this.#expire());
    this.#frames.push(firstFrame(calls, shared));
    this.#call = server.client.doExchange(this.#frames);
    countStream(server, this);
    server.gone.addEventListener('abort', this.#onGone, { once: true });
    void this.#read();
  }

  get inFlight() {
    return { batches: this.#pending.length, bytes: this.#bytes };
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
    // Batches that go again after a process has died may be read in another order than they were sent in: none waits for a reader who waits for another.
    pending.onWait = () => this.#makeWay?.();
    this.#pending.push(pending);
    this.#bytes += pending.bytes;
    if (this.#pending.length === 1) this.#deadline.start();
    this.#frames.push(this.#batchFrame(pending, pieces));
    return pending;
  }

  end(): void {
    this.#frames.end();
  }

  leave(reason: Error): void {
    this.#fail(reason as ArbalestError);
  }

  #batchFrame({ id }: PendingAnswers, pieces: BatchPieces): FlightFrame {
    const regions = this.#shared?.write(id, pieces, this.#calls.output);
    const header: BatchHeader = { id, timeoutMs: this.#calls.timeoutMs, ...regions };
    const appMetadata = encodeBatchHeader(header);
    return header.input === undefined ? { metadata: pieces.metadata, body: pieces.pieces, appMetadata } : { appMetadata };
  }

  async #read(): Promise<void> {
    try {
      const first = await this.#call.next();
      if (first.done === true) throw new ArrowFault('It ended the stream before it began to answer');
      this.#reader.checkSchema(first.value);
      await this.#readAnswers();
      if (this.#pending.length > 0) throw new ArrowFault(`It ended the stream, and ${this.#pending.length} batches are not answered`);
      this.#lost = true;
      this.#finish(transientError('FUNCTION_UNAVAILABLE', `${this.#server.name} has ended the stream`));
    } catch (error) {
      await this.#breakOff(error);
    }
  }

  async #readAnswers(): Promise<void> {
    for (;;) {
      const step = await this.#call.next();
      if (step.done === true) return;
      const batch = this.#receive(step.value);
      const room = batch.room();
      if (room === undefined || this.#pending.some((other) => other.awaited)) continue;
      this.#deadline.pause();
      this.#makeWay = () => batch.makeRoom();
      await room;
      this.#makeWay = undefined;
      if (this.#pending.length > 0) this.#deadline.resume();
    }
  }

  #receive(frame: ReceivedFrame): PendingAnswers {
    const header = decodeAnswerHeader(frame.appMetadata);
    const batch = this.#pending[0];
    if (header === undefined) throw new ArrowFault('A frame has no header of the protocol');
    if (batch === undefined || header.id !== batch.id) {
      throw new ArrowFault(`It answers batch ${header.id}, and ${batch === undefined ? 'none is' : `batch ${batch.id} is`} in line`);
    }
    if (header.kind === FRAME.error) this.#refused(batch, frame.appMetadata!.subarray(HEADER_BYTES));
    else this.#answered(batch, this.#readAnswer(frame, header, batch), header);
    return batch;
  }

  #readAnswer(frame: ReceivedFrame, header: AnswerHeader, batch: PendingAnswers): Answer {
    if (header.kind === FRAME.batch) {
      if (frame.metadata === undefined) throw new ArrowFault('An answer holds no batch');
      return this.#reader.read(frame.metadata, frame.body ?? NO_BODY, header, batch);
    }
    if (header.kind !== FRAME.sharedBatch) throw new ArrowFault(`A frame is of kind ${header.kind}`);
    if (this.#shared === undefined) throw new ArrowFault('It answers in shared memory, and there is none');
    const { metadata, body, memory } = this.#shared.read(batch.id, header.output);
    return { ...this.#reader.read(metadata, body, header, batch), memory };
  }

  #answered(batch: PendingAnswers, answer: Answer, header: AnswerHeader): void {
    if (header.rows !== answer.rows) throw new ArrowFault(`Its header counts ${header.rows} rows, and its batch has ${answer.rows}`);
    if (answer.last) this.#shiftPending();
    batch.push(answer);
  }

  #refused(batch: PendingAnswers, json: Uint8Array): void {
    const report = readFailure(json);
    this.#shiftPending();
    batch.fail(failureError(this.#calls, this.#server, report, (row) => this.#describeRow(batch, row)));
  }

  #describeRow(batch: PendingAnswers, row: number): string {
    if (row >= batch.rows) return 'of a row that was not sent';
    const text = rowJson(this.#calls.input, batch.columns, row);
    return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
  }

  #shiftPending(): void {
    const done = this.#pending.shift()!;
    this.#bytes -= done.bytes;
    this.#shared?.release(done.id);
    if (this.#pending.length > 0) this.#deadline.start();
    else this.#deadline.stop();
  }

  #expire(): void {
    const error = timeoutError(this.#calls, this.#server);
    this.#fail(error);
    this.#server.kill(error);
  }

  async #breakOff(error: unknown): Promise<void> {
    if (this.#over.signal.aborted) return;
    if (isFlightError(error)) {
      if (this.#shared !== undefined && isFailedPrecondition(error)) {
        return this.#fail(
          transientError(SHARED_MEMORY_REFUSED, `${this.#server.name} refuses shared memory: ${error.message}`, { cause: error }),
        );
      }
      if (BROKEN.has(error.status) && (await isAborted(this.#server.gone, REASON_MS))) return this.#lose(goneError(this.#server));
      if (error.status === 'UNAVAILABLE') return this.#lose(statusError(this.#calls, this.#server, error));
      return this.#fail(statusError(this.#calls, this.#server, error));
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
    this.#call.cancel();
    this.#finish(error);
    for (const batch of this.#pending.splice(0)) batch.fail(error);
    this.#bytes = 0;
  }

  #finish(reason: ArbalestError): void {
    this.#deadline.stop();
    this.#server.gone.removeEventListener('abort', this.#onGone);
    this.#frames.end();
    this.#shared?.close();
    this.#over.abort(reason);
  }
}

/** Code of a stream that may be tried again without shared memory. */
export const SHARED_MEMORY_REFUSED = 'SHARED_MEMORY_REFUSED';

/** What a connection ends with when the process at its other end dies. */
const BROKEN: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INTERNAL', 'UNKNOWN', 'CANCELLED', 'ABORTED', 'DATA_LOSS']);

function firstFrame(calls: Calls, shared: SharedFiles | undefined): FlightFrame {
  const command = {
    protocol: 1,
    calls: calls.calls.map(({ function: name, operation, arguments: args, options }) => ({
      function: name,
      operation,
      arguments: args,
      options,
    })),
    query: calls.query,
    user: calls.user,
    errors: calls.errors,
    ...(shared === undefined ? {} : { sharedMemory: shared.description }),
  };
  return { descriptor: { type: 'command', command: Buffer.from(JSON.stringify(command)) }, metadata: writeSchema(calls.input) };
}

function isAborted(signal: AbortSignal, withinMs: number): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(true);
  return new Promise((resolve) => {
    const onAbort = (): void => done(true);
    const timer = setTimeout(() => done(false), withinMs);
    const done = (aborted: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(aborted);
    };
    signal.addEventListener('abort', onAbort);
  });
}
