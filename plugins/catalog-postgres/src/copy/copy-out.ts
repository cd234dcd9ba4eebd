import type { Duplex } from 'node:stream';
import type { ArrowBatch } from '@arbalest/spi';
import type pg from 'pg';
import type { BatchAssembler } from './batch-assembler.js';
import { int32At } from './values.js';

const COPY_DATA = 'd'.charCodeAt(0);
/** Kind and length of a message; the length counts itself. */
const MESSAGE_HEADER = 5;
/** Batches that wait for whoever reads them, before the server has to. */
const BATCHES_AHEAD = 2;

type DataListener = (chunk: Buffer) => void;

/**
 * A COPY … TO STDOUT as the driver's query. While it runs, what the server sends goes past the driver's parser, which makes an object of each row: CopyData is taken from the
 * bytes as they come, and every other message is handed on to the driver as it is, so that it keeps knowing the state of the connection.
 */
export class CopyOut implements pg.Submittable {
  readonly #batches: ArrowBatch[] = [];
  #stream: Duplex | undefined;
  #listeners: readonly DataListener[] = [];
  #done = false;
  #error: Error | undefined;
  #wake: () => void = () => {};
  /** Where the next message begins in the assembler's bytes. */
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly assembler: BatchAssembler,
  ) {}

  /** Called by the driver when it is this query's turn. */
  submit(connection: pg.Connection): void {
    this.#stream = connection.stream;
    this.#listeners = this.#stream.listeners('data') as DataListener[];
    this.#stream.removeAllListeners('data');
    this.#stream.on('data', this.#onData);
    (connection as unknown as { query(text: string): void }).query(this.text);
  }

  /** The batches in order. The server waits while they are not taken. @throws the driver's error, or one of the assembler's */
  async *batches(): AsyncGenerator<ArrowBatch> {
    for (;;) {
      const batch = this.#batches.shift();
      if (batch) {
        if (this.#batches.length < BATCHES_AHEAD && this.#stream?.isPaused()) this.#stream.resume();
        yield batch;
      } else if (this.#error !== undefined) throw this.#error;
      else if (this.#done) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  readonly #onData = (chunk: Buffer): void => {
    if (this.#error !== undefined) return;
    try {
      this.assembler.append(chunk);
      this.#walk();
    } catch (thrown) {
      this.#end(thrown as Error);
    }
  };

  /** Looks at each message that is there whole. */
  #walk(): void {
    for (;;) {
      const { bytes, end } = this.assembler;
      const from = this.#at;
      if (end - from < MESSAGE_HEADER) break;
      const next = from + 1 + int32At(bytes, from + 1);
      if (next > end) break;
      this.#at = next;
      if (bytes[from] === COPY_DATA) {
        if (this.assembler.message(from + MESSAGE_HEADER, next)) this.#take();
      } else this.#pass(Buffer.from(bytes.subarray(from, next)));
    }
    // What is used up goes only with a batch: rows that wait for theirs lie before it.
  }

  #take(): void {
    const batch = this.assembler.take(this.#at);
    this.#at = 0;
    if (batch === undefined) return;
    this.#batches.push(batch);
    if (this.#batches.length >= BATCHES_AHEAD) this.#stream?.pause();
    this.#wake();
  }

  #pass(message: Buffer): void {
    for (const listener of this.#listeners) listener.call(this.#stream, message);
  }

  /** The driver reads for itself again. */
  #giveBack(): void {
    if (this.#listeners.length === 0) return;
    this.#stream!.removeListener('data', this.#onData);
    for (const listener of this.#listeners) this.#stream!.on('data', listener);
    this.#listeners = [];
  }

  #end(error?: Error): void {
    this.#error ??= error;
    this.#done = true;
    this.#wake();
  }

  /** What follows is what the driver calls for the messages that were handed on to it. */
  handleCommandComplete(): void {
    try {
      this.#take();
    } catch (thrown) {
      this.#end(thrown as Error);
    }
  }

  handleReadyForQuery(): void {
    this.#giveBack();
    this.#end();
  }

  handleError(error: Error): void {
    this.#giveBack();
    this.#end(error);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}
}
