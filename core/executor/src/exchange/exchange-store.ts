import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArrowStream } from '@arbalest/spi';
import { dataLostError, internalError } from '@arbalest/spi';
import { exchangeText, type ExchangeName } from './exchange-name.js';
import { Exchange, type ReadOptions } from './exchange.js';
import { openSpillFile, SpillFile, type OpenSpillFile } from './spill-file.js';

export interface ExchangeStoreOptions {
  /** Made with the first spill, removed by `close`. */
  readonly directory: string;
  readonly memoryBytes: number;
  /** @default real files */
  readonly openFile?: OpenSpillFile;
}

export interface ExchangeStoreUsage {
  readonly exchanges: number;
  readonly memoryBytes: number;
  readonly spilledBytes: number;
}

/** The outputs that an executor holds for others: in memory up to a budget, beyond it in files. */
export class ExchangeStore {
  readonly directory: string;
  readonly #budget: number;
  readonly #openFile: OpenSpillFile;
  readonly #exchanges = new Map<string, Exchange>();
  #used = 0;
  #closed = false;

  constructor(options: ExchangeStoreOptions) {
    this.directory = options.directory;
    this.#budget = options.memoryBytes;
    this.#openFile = options.openFile ?? openSpillFile;
  }

  /** @throws internal error `EXCHANGE_EXISTS`: an attempt writes once. */
  create(name: ExchangeName, partitions: number): Exchange {
    const key = exchangeText(name);
    if (this.#closed) throw internalError('EXCHANGE_STORE_CLOSED', 'The exchange store is closed');
    if (this.#exchanges.has(key)) throw internalError('EXCHANGE_EXISTS', `The output ${key} is there already; each attempt may write once`);
    const file = new SpillFile(join(this.directory, `${key.replaceAll(/[^\w-]/g, '_')}.arrows`), this.#openFile);
    const exchange = new Exchange(name, partitions, { take: (bytes) => this.#take(bytes), give: (bytes) => (this.#used -= bytes) }, file);
    this.#exchanges.set(key, exchange);
    return exchange;
  }

  /** @throws data-lost error `EXCHANGE_UNKNOWN`, whether it never was here or is gone. */
  get(name: ExchangeName): Exchange {
    const key = exchangeText(name);
    const exchange = this.#exchanges.get(key);
    if (exchange === undefined) throw dataLostError('EXCHANGE_UNKNOWN', `This executor does not hold the output ${key}`, { lost: [key] });
    return exchange;
  }

  /** Waits for the schema. The batches follow while they are made. */
  async read(name: ExchangeName, options: ReadOptions): Promise<ArrowStream> {
    return this.get(name).read(options);
  }

  async drop(name: ExchangeName): Promise<void> {
    const key = exchangeText(name);
    const exchange = this.#exchanges.get(key);
    this.#exchanges.delete(key);
    await exchange?.drop();
  }

  async forgetJob(job: string): Promise<void> {
    const names = [...this.#exchanges.values()].map(({ name }) => name).filter((name) => name.job === job);
    await Promise.all(names.map((name) => this.drop(name)));
  }

  jobs(): ReadonlySet<string> {
    return new Set([...this.#exchanges.values()].map(({ name }) => name.job));
  }

  usage(): ExchangeStoreUsage {
    let spilledBytes = 0;
    for (const exchange of this.#exchanges.values()) spilledBytes += exchange.spilledBytes;
    return { exchanges: this.#exchanges.size, memoryBytes: this.#used, spilledBytes };
  }

  /** Readers that are at work get a data-lost error. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#exchanges.values()].map(({ name }) => this.drop(name)));
    await rm(this.directory, { recursive: true, force: true });
  }

  #take(bytes: number): boolean {
    if (this.#used + bytes > this.#budget) return false;
    this.#used += bytes;
    return true;
  }
}
