import type { FunctionDefinition } from '@arbalest/spi';
import { codeOf } from './code-of.js';
import { FunctionWorker, type WorkerLimits } from './function-worker.js';

export interface WorkerPoolOptions extends WorkerLimits {
  /** Threads at most; when there are more functions, the one that was idle longest makes room. Busy ones stay. */
  readonly maxThreads: number;
}

interface Entry {
  readonly starting: Promise<FunctionWorker>;
  worker?: FunctionWorker;
}

/** A thread for each function and user, kept while it is used. */
export class WorkerPool {
  /** In order of their last use. */
  readonly #entries = new Map<string, Entry>();

  constructor(readonly options: WorkerPoolOptions) {}

  /** Resolves to whether the thread had to be started, too. */
  async worker(definition: FunctionDefinition, user: string): Promise<{ readonly worker: FunctionWorker; readonly started: boolean }> {
    const key = JSON.stringify([definition.id, user]);
    const there = this.#entries.get(key);
    const usable = there !== undefined && there.worker?.over === undefined ? there : undefined;
    const entry = usable ?? this.#start(definition);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    try {
      return { worker: await entry.starting, started: usable === undefined };
    } catch (error) {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
      throw error;
    }
  }

  async close(): Promise<void> {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    await Promise.allSettled(entries.map(async ({ starting }) => (await starting).stop()));
  }

  #start(definition: FunctionDefinition): Entry {
    this.#makeRoom();
    const { name, options } = definition;
    const starting = FunctionWorker.start(codeOf(definition), name, options, this.options).then(({ worker }) => worker);
    const entry: Entry = { starting };
    starting.then(
      (worker) => (entry.worker = worker),
      () => undefined,
    );
    return entry;
  }

  #makeRoom(): void {
    for (const [key, { worker }] of this.#entries) {
      if (this.#entries.size < this.options.maxThreads) return;
      if (worker === undefined || worker.busy) continue;
      this.#entries.delete(key);
      void worker.stop();
    }
  }
}
