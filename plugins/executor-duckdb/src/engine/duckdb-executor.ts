import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { PlanNodeKind } from '@arbalest/plan';
import type { CodecRegistry, Executor, ExecutorCapabilities, FragmentExecution, FragmentRequest } from '@arbalest/spi';
import { cancelledError, internalError } from '@arbalest/spi';
import type { Connection } from './connection.js';
import { FragmentRun, type RunEnvironment } from './fragment-run.js';
import { Instance, type InstanceOptions } from './instance.js';

export interface DuckDbExecutorOptions {
  /** Asked for when a fragment first scans a table. */
  readonly codecs: () => CodecRegistry;
  /** @default what the first request says */
  readonly threads?: number;
  /** @default what the first request says */
  readonly memoryBytes?: number;
  /** @default what the first request says */
  readonly spillDirectory?: string;
  readonly maxSpillBytes?: number;
  readonly extensionDirectory?: string;
  /** Names or paths of extensions to load when the engine starts. */
  readonly extensions?: readonly string[];
  /** Statements run when the engine starts, after the extensions; they may hold secrets. */
  readonly setUp?: readonly string[];
}

const NODES: readonly PlanNodeKind[] = [
  'scan',
  'values',
  'table-function',
  'filter',
  'project',
  'aggregate',
  'distinct',
  'join',
  'delim-get',
  'window',
  'unnest',
  'sort',
  'top-n',
  'limit',
  'set-operation',
  'sample',
  'cte',
  'cte-ref',
  'opaque',
  'input',
];

/** Runs fragments in a DuckDB of its own, one connection per fragment. The database is opened by the first one. */
export class DuckDbExecutor implements Executor {
  readonly id = 'duckdb';
  readonly capabilities: ExecutorCapabilities = { nodes: NODES, partitionedOutput: true };
  readonly #running = new Set<FragmentRun>();
  readonly #loaded = new Map<string, Promise<void>>();
  #instance: Promise<Instance> | undefined;
  #closed: Promise<void> | undefined;

  constructor(private readonly options: DuckDbExecutorOptions) {}

  async execute(request: FragmentRequest): Promise<FragmentExecution> {
    if (this.#closed !== undefined) throw internalError('ENGINE_CLOSED', 'The engine is closed');
    if (request.signal.aborted) throw cancelledError('CANCELLED', 'The query was cancelled');
    const instance = await this.#open(request);
    const connection = instance.acquire();
    const environment: RunEnvironment = {
      connection,
      codecs: this.options.codecs,
      loadExtensions: (names, signal) => this.#loadExtensions(connection, names, signal),
      ended: () => {
        this.#running.delete(run);
        this.#release(instance, connection);
      },
    };
    const run = new FragmentRun(environment, request);
    this.#running.add(run);
    return await run.start();
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #open(request: FragmentRequest): Promise<Instance> {
    const { options } = this;
    const { extensions = [], setUp = [] } = options;
    const instanceOptions: InstanceOptions = {
      ...options,
      threads: options.threads ?? request.threads ?? availableParallelism(),
      memoryBytes: options.memoryBytes ?? request.memoryBytes ?? Math.floor(totalmem() * 0.8),
      spillDirectory: options.spillDirectory ?? request.spillDirectory ?? join(tmpdir(), `arbalest-${process.pid}`),
      setUp: [...extensions.map((name) => loadText(name)), ...setUp],
    };
    this.#instance ??= Instance.open(instanceOptions);
    return this.#instance;
  }

  /** A connection of an instance that said it is unusable goes with that instance; the next fragment opens a new one. */
  #release(instance: Instance, connection: Connection): void {
    if (connection.invalid) {
      this.#instance = undefined;
      this.#loaded.clear();
      connection.close();
    } else {
      instance.release(connection);
    }
  }

  async #loadExtensions(connection: Connection, names: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    for (const name of names) {
      const loading = this.#loaded.get(name) ?? connection.run(loadText(name), signal);
      this.#loaded.set(name, loading);
      loading.catch(() => this.#loaded.delete(name));
      await loading;
    }
  }

  async #close(): Promise<void> {
    const instance = await this.#instance?.catch(() => undefined);
    await Promise.all([...this.#running].map((run) => run.end()));
    await instance?.close();
  }
}

/** By path as it stands; by name installed first, which is nothing to do where it is already. */
function loadText(extension: string): string {
  const quoted = `'${extension.replaceAll("'", "''")}'`;
  return /[/\\.]/.test(extension) ? `LOAD ${quoted}` : `INSTALL ${quoted}; LOAD ${quoted}`;
}
