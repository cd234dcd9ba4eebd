import type { ArrowBatch, ArrowSchema, ArrowStream } from '@arbalest/spi';
import { Changes } from './changes.js';

/** Shared by the sources of an input. */
export class ReadAheadBudget {
  /** Also told of what happens in the sources, so that one that is held back goes on when another is read. */
  readonly changes = new Changes();

  /** @param free bytes; may go below zero by a batch of each source */
  constructor(public free: number) {}
}

/** Reads a stream before its consumer asks, as far as the budget goes. A consumer that waits is served even when the budget is used up. */
export class ReadAhead {
  readonly #open: () => Promise<ArrowStream>;
  readonly #budget: ReadAheadBudget;
  readonly #signal: AbortSignal;
  readonly #ready: ArrowBatch[] = [];
  #started = false;
  #wanted = false;
  #schema: ArrowSchema | undefined;
  #end: { readonly error?: unknown } | undefined;

  constructor(open: () => Promise<ArrowStream>, budget: ReadAheadBudget, signal: AbortSignal) {
    this.#open = open;
    this.#budget = budget;
    this.#signal = signal;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#run();
  }

  async schema(): Promise<ArrowSchema> {
    this.start();
    while (this.#schema === undefined) {
      if (this.#end !== undefined) throw this.#end.error;
      await this.#budget.changes.next(this.#signal);
    }
    return this.#schema;
  }

  /** Undefined at the end. */
  async next(): Promise<ArrowBatch | undefined> {
    this.start();
    for (;;) {
      const batch = this.#ready.shift();
      if (batch !== undefined) {
        this.#budget.free += batch.body.byteLength;
        this.#budget.changes.notify();
        return batch;
      }
      if (this.#end !== undefined) {
        if ('error' in this.#end) throw this.#end.error;
        return undefined;
      }
      this.#wanted = true;
      this.#budget.changes.notify();
      await this.#budget.changes.next(this.#signal);
    }
  }

  async #run(): Promise<void> {
    try {
      const { schema, batches } = await this.#open();
      this.#schema = schema;
      this.#budget.changes.notify();
      for await (const batch of batches) {
        this.#wanted = false;
        this.#budget.free -= batch.body.byteLength;
        this.#ready.push(batch);
        this.#budget.changes.notify();
        while (this.#budget.free <= 0 && !this.#wanted) await this.#budget.changes.next(this.#signal);
      }
      this.#end = {};
    } catch (error) {
      this.#end = { error };
    }
    this.#budget.changes.notify();
  }
}
