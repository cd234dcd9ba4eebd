import type { ArbalestError, ArrowBatch, ArrowSchema, ArrowStream } from '@arbalest/spi';
import { dataLostError } from '@arbalest/spi';
import { Changes } from './changes.js';
import { exchangeText, type ExchangeName } from './exchange-name.js';
import type { SpillFile, SpillPlace } from './spill-file.js';

/** A batch of a partition: in memory, on disk, or freed after its only reader had it. */
interface Segment {
  readonly rows: number;
  readonly bytes: number;
  batch: ArrowBatch | undefined;
  readonly place: SpillPlace | undefined;
}

/** A batch as it lies: in memory, or in a file that a reader on the same host may read by itself. */
export type Piece = { readonly batch: ArrowBatch } | SpilledPiece;

export interface SpilledPiece {
  readonly rows: number;
  readonly path: string;
  readonly place: SpillPlace;
  load(): Promise<ArrowBatch>;
}

export interface ReadOptions {
  /** In reading order; empty = all. */
  readonly partitions: readonly number[];
  /** Frees memory as it is read. Such an exchange is read once. */
  readonly consume: boolean;
  readonly signal: AbortSignal;
}

/** What the store lends to each of its exchanges. */
export interface ExchangeMemory {
  /** False when the budget has no room left. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}

/**
 * One attempt's output by partition.
 *
 *     open ──finish──► finished ──drop──► dropped
 *       └────fail────► failed ────drop──►
 *
 * Readers may come in any state; in `open` they wait for more, in `failed` and `dropped` they get a data-lost error.
 */
export class Exchange {
  readonly rows: number[];
  readonly bytes: number[];
  spilledBytes = 0;
  #state: 'open' | 'finished' | 'failed' | 'dropped' = 'open';
  #why = 'its executor has dropped it';
  #schema: ArrowSchema | undefined;
  readonly #segments: Segment[][];
  readonly #changes = new Changes();

  constructor(
    readonly name: ExchangeName,
    readonly partitions: number,
    private readonly memory: ExchangeMemory,
    private readonly file: SpillFile,
  ) {
    this.rows = new Array<number>(partitions).fill(0);
    this.bytes = new Array<number>(partitions).fill(0);
    this.#segments = Array.from({ length: partitions }, () => []);
  }

  get open(): boolean {
    return this.#state === 'open';
  }

  /** Once, before the first batch. */
  start(schema: ArrowSchema): void {
    this.#schema = schema;
    this.#changes.notify();
  }

  /** Resolves when the batch is in memory or on disk. One at a time. */
  async append(partition: number, batch: ArrowBatch): Promise<void> {
    if (this.#state !== 'open') throw this.#lost();
    const bytes = batch.metadata.byteLength + batch.body.byteLength;
    if (this.memory.take(bytes)) return this.#add(partition, { rows: batch.rows, bytes, batch, place: undefined });
    const place = await this.file.append(this.#schema!, batch);
    this.spilledBytes += bytes;
    this.#add(partition, { rows: batch.rows, bytes, batch: undefined, place });
  }

  finish(): void {
    if (this.#state === 'open') this.#state = 'finished';
    this.#changes.notify();
  }

  /** The attempt has failed or was cancelled: what there is of its output is of no use. */
  async fail(error: ArbalestError): Promise<void> {
    if (this.#state === 'open') await this.#end('failed', `the task that writes it has failed: ${error.message}`);
  }

  async drop(): Promise<void> {
    if (this.#state === 'dropped') return;
    await this.#end('dropped', 'its executor has dropped it');
  }

  async read(options: ReadOptions): Promise<ArrowStream> {
    const schema = await this.#schemaKnown(options.signal);
    return { schema, batches: this.#batches(options) };
  }

  /** As `read`, but what is on disk comes as the place where it lies. */
  async readPieces(options: ReadOptions): Promise<{ readonly schema: ArrowSchema; readonly pieces: AsyncIterable<Piece> }> {
    const schema = await this.#schemaKnown(options.signal);
    return { schema, pieces: this.#pieces(options) };
  }

  #add(partition: number, segment: Segment): void {
    if (this.#state !== 'open') {
      this.#free(segment);
      throw this.#lost();
    }
    this.#segments[partition]!.push(segment);
    this.rows[partition]! += segment.rows;
    this.bytes[partition]! += segment.bytes;
    this.#changes.notify();
  }

  async #schemaKnown(signal: AbortSignal): Promise<ArrowSchema> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#state === 'failed' || this.#state === 'dropped') throw this.#lost();
      if (this.#schema !== undefined) return this.#schema;
      await this.#changes.next(signal);
    }
  }

  async *#batches(options: ReadOptions): AsyncGenerator<ArrowBatch, void, undefined> {
    for await (const piece of this.#pieces(options)) {
      yield 'batch' in piece ? piece.batch : await piece.load();
    }
  }

  async *#pieces({ partitions, consume, signal }: ReadOptions): AsyncGenerator<Piece, void, undefined> {
    for (const partition of partitions.length > 0 ? partitions : this.#segments.keys()) {
      const segments = this.#segments[partition];
      if (segments === undefined) throw this.#noSuchPartition(partition);
      for (let at = 0; ; at++) {
        const segment = await this.#segment(segments, at, signal);
        if (segment === undefined) break;
        yield this.#piece(segment);
        if (consume) this.#free(segment);
      }
    }
  }

  /** Undefined at the end of the partition. */
  async #segment(segments: readonly Segment[], at: number, signal: AbortSignal): Promise<Segment | undefined> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#state === 'failed' || this.#state === 'dropped') throw this.#lost();
      if (at < segments.length || this.#state === 'finished') return segments[at];
      await this.#changes.next(signal);
    }
  }

  #piece({ rows, batch, place }: Segment): Piece {
    if (batch !== undefined) return { batch };
    if (place === undefined) throw this.#consumed();
    return { rows, place, path: this.file.path, load: () => this.#load(place, rows) };
  }

  async #load(place: SpillPlace, rows: number): Promise<ArrowBatch> {
    try {
      return await this.file.read(place, rows);
    } catch (error) {
      this.#why = `its file cannot be read: ${(error as Error).message}`;
      throw this.#lost(error);
    }
  }

  async #end(state: 'failed' | 'dropped', why: string): Promise<void> {
    this.#state = state;
    this.#why = why;
    for (const segment of this.#segments.flat()) this.#free(segment);
    for (const segments of this.#segments) segments.length = 0;
    this.#changes.notify();
    await this.file.remove();
  }

  #free(segment: Segment): void {
    if (segment.batch === undefined) return;
    segment.batch = undefined;
    this.memory.give(segment.bytes);
  }

  #lost(cause?: unknown): ArbalestError {
    const id = exchangeText(this.name);
    return dataLostError('EXCHANGE_LOST', `The output ${id} can no longer be read: ${this.#why}`, { lost: [id], cause });
  }

  #consumed(): ArbalestError {
    const id = exchangeText(this.name);
    return dataLostError('EXCHANGE_CONSUMED', `The output ${id} was freed as it was read, and cannot be read again`, { lost: [id] });
  }

  #noSuchPartition(partition: number): ArbalestError {
    const id = exchangeText(this.name);
    return dataLostError('EXCHANGE_PARTITION', `The output ${id} has ${this.partitions} partitions, and no partition ${partition}`, {
      lost: [id],
    });
  }
}
