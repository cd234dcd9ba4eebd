import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import type { Exchange } from '../exchange/exchange.js';
import type { KernelPool } from '../partition/kernel-pool.js';
import { PartitionSplitter } from '../partition/partition-splitter.js';
import type { OutputSummary, TaskOutput } from './task-output.js';

/** Engine batches whose last column is the partition id, split by it. */
export class PartitionedOutput implements TaskOutput {
  #splitter: PartitionSplitter | undefined;

  constructor(
    private readonly exchange: Exchange,
    private readonly kernels: KernelPool,
  ) {}

  start(schema: ArrowSchema): void {
    this.#splitter = new PartitionSplitter(schema, this.exchange.partitions, this.kernels);
    this.exchange.start(this.#splitter.schema);
  }

  async write(batch: ArrowBatch): Promise<void> {
    for (const { partition, batch: part } of this.#splitter!.add(batch)) await this.exchange.append(partition, part);
  }

  async finish(): Promise<OutputSummary> {
    for (const { partition, batch } of this.#splitter!.flush()) await this.exchange.append(partition, batch);
    this.exchange.finish();
    return { rows: this.exchange.rows, bytes: this.exchange.bytes };
  }

  close(): void {
    this.#splitter?.close();
    this.#splitter = undefined;
  }
}
