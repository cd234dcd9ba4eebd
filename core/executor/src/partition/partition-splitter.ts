import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { batchLayout, type BatchLayout, withoutLastField } from '../ipc/column-layout.js';
import type { Kernel } from './kernel.js';
import type { KernelPool } from './kernel-pool.js';
import { type PartitionBatch, splitRound } from './round-output.js';
import { Round } from './round.js';

const MiB = 1024 * 1024;
/** What a partition's batches come to when rows are spread evenly: large enough that a reader's cost for each does not matter. */
const TARGET_BATCH_BYTES = 2 * MiB;
/** Bounds of what is held before it is split. The kernel needs a little more than twice that. */
const MIN_ROUND_BYTES = 8 * MiB;
const MAX_ROUND_BYTES = 48 * MiB;

/**
 * Splits batches by the partition id in their last column, which the parts do not have any more. Holds batches back until the parts are large;
 * rows of one partition keep their order.
 */
export class PartitionSplitter {
  readonly schema: ArrowSchema;
  readonly #layout: BatchLayout;
  readonly #partitions: number;
  readonly #pool: KernelPool;
  readonly #roundBytes: number;
  #kernel: Kernel | undefined;
  #round: Round;

  /** @param schema the engine's, with the partition id as its last field */
  constructor(schema: ArrowSchema, partitions: number, pool: KernelPool, roundBytes?: number) {
    this.schema = withoutLastField(schema);
    this.#layout = batchLayout(this.schema);
    this.#partitions = partitions;
    this.#pool = pool;
    this.#roundBytes = roundBytes ?? Math.min(Math.max(partitions * TARGET_BATCH_BYTES, MIN_ROUND_BYTES), MAX_ROUND_BYTES);
    this.#kernel = pool.take();
    this.#round = this.#newRound();
  }

  /** Copies the batch; yields parts once enough has come together. */
  *add(batch: ArrowBatch): Generator<PartitionBatch, void, undefined> {
    const kernel = this.#kernel!;
    if (kernel.used > 0 && kernel.used + batch.body.byteLength > this.#roundBytes) yield* this.flush();
    this.#round.add(batch);
  }

  /** Whatever is held. */
  *flush(): Generator<PartitionBatch, void, undefined> {
    yield* splitRound(this.#round);
    this.#kernel?.reset();
    this.#round = this.#newRound();
  }

  /** Nothing may be called after it, save itself. */
  close(): void {
    if (this.#kernel !== undefined) this.#pool.give(this.#kernel);
    this.#kernel = undefined;
  }

  #newRound(): Round {
    return new Round(this.#kernel!, this.#layout, this.#partitions);
  }
}
