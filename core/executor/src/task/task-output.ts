import type { arbalest } from '@arbalest/proto';
import type { ArrowBatch, ArrowSchema, Clock } from '@arbalest/spi';
import type { Exchange } from '../exchange/exchange.js';

/** An output that may still travel inline is shown to readers after so long, so that slow rows are not kept from them. */
const HOLD_MS = 100;

/** Where a task's batches go. The schema comes first, then the batches one at a time, then the end. */
export interface TaskOutput {
  start(schema: ArrowSchema): void | Promise<void>;
  write(batch: ArrowBatch): void | Promise<void>;
  /** What the FINISHED status says of the output. */
  finish(): Promise<OutputSummary>;
  /** After a failure, in place of `finish`. */
  close(): void;
}

export interface OutputSummary {
  readonly rows: readonly number[];
  readonly bytes: readonly number[];
  readonly inline?: arbalest.scheduler.v1.IInlineResult;
}

/** Engine batches as they are, in the one partition there is. */
export class SingleOutput implements TaskOutput {
  constructor(private readonly exchange: Exchange) {}

  start(schema: ArrowSchema): void {
    this.exchange.start(schema);
  }

  async write(batch: ArrowBatch): Promise<void> {
    if (batch.rows > 0) await this.exchange.append(0, batch);
  }

  finish(): Promise<OutputSummary> {
    this.exchange.finish();
    return Promise.resolve({ rows: this.exchange.rows, bytes: this.exchange.bytes });
  }

  close(): void {}
}

/**
 * A result that may be small: held back until it is over, and then sent with the status; or, when it grows or takes long, put into an exchange
 * and announced.
 */
export class InlineOutput implements TaskOutput {
  #schema: ArrowSchema | undefined;
  #held: ArrowBatch[] = [];
  #heldBytes = 0;
  #exchange: SingleOutput | undefined;
  #late = false;
  #moving: Promise<void> | undefined;
  readonly #cancelTimer: () => void;

  /**
   * @param limit bytes that may be held back; without a limit they are, however long it takes
   * @param announce makes the exchange and tells the scheduler that it may be read
   */
  constructor(
    private readonly limit: number,
    private readonly announce: () => Exchange,
    clock: Clock,
  ) {
    this.#cancelTimer = limit === Infinity ? () => undefined : clock.schedule(HOLD_MS, () => this.#onLate());
  }

  start(schema: ArrowSchema): void {
    this.#schema = schema;
  }

  async write(batch: ArrowBatch): Promise<void> {
    await this.#moving;
    if (this.#exchange !== undefined) return this.#exchange.write(batch);
    if (batch.rows === 0) return;
    this.#held.push(batch);
    this.#heldBytes += batch.metadata.byteLength + batch.body.byteLength;
    if (this.#late || this.#heldBytes > this.limit) await this.#moveToExchange();
  }

  async finish(): Promise<OutputSummary> {
    this.#cancelTimer();
    await this.#moving;
    if (this.#exchange !== undefined) return this.#exchange.finish();
    const rows = this.#held.reduce((sum, batch) => sum + batch.rows, 0);
    const batches = this.#held.map(({ rows, metadata, body }) => ({ rows, metadata, body }));
    return { rows: [rows], bytes: [this.#heldBytes], inline: { schema: this.#schema!.message, batches } };
  }

  close(): void {
    this.#cancelTimer();
  }

  #onLate(): void {
    this.#late = true;
    if (this.#held.length === 0) return;
    this.#moving = this.#moveToExchange();
    // Whoever writes next meets the error.
    this.#moving.catch(() => undefined);
  }

  async #moveToExchange(): Promise<void> {
    this.#cancelTimer();
    const exchange = this.announce();
    this.#exchange = new SingleOutput(exchange);
    this.#exchange.start(this.#schema!);
    for (const batch of this.#held.splice(0)) await this.#exchange.write(batch);
  }
}
