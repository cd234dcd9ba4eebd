import type { PlanNodeKind } from '@arbalest/plan';
import type { CodecRegistry, Executor, ExecutorCapabilities, FileRoots, FragmentExecution, FragmentRequest } from '@arbalest/spi';
import { cancelledError, internalError } from '@arbalest/spi';
import { extensionName, type ExtensionOptions, Extensions } from '../extensions.js';
import type { Connection } from './connection.js';
import { type EngineAccess, engineAccess, extensionsOfPlaces, OPEN } from './engine-lock.js';
import { FragmentRun, type RunEnvironment } from './fragment-run.js';
import { Instance } from './instance.js';
import { cancellation, unlessAborted } from './until-aborted.js';

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
  /** Names or paths of extensions to load when the engine starts; others are loaded when a scan needs them. */
  readonly extensions?: readonly string[];
  readonly extensionOptions?: ExtensionOptions;
  /** Where fragments may read and write. @default everywhere */
  readonly roots?: FileRoots;
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
  readonly capabilities: ExecutorCapabilities = { nodes: NODES, partitionedOutput: true, writtenOutput: true };
  readonly #running = new Set<FragmentRun>();
  readonly #loaded = new Map<string, Promise<void>>();
  #instance: Promise<Instance> | undefined;
  readonly #extensions: Extensions;
  readonly #access: EngineAccess;
  /** Aborts when the engine closes. What fragments share is loaded under it: a fragment that is cancelled takes it from no other. */
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(private readonly options: DuckDbExecutorOptions) {
    this.#extensions = new Extensions(options.extensionOptions ?? {});
    this.#access = options.roots === undefined ? OPEN : engineAccess(options.roots);
  }

  async execute(request: FragmentRequest): Promise<FragmentExecution> {
    this.#checkOpen();
    if (request.signal.aborted) throw cancellation(request.signal);
    const instance = await unlessAborted(this.#open(request), request.signal, () => undefined);
    this.#checkOpen();
    const connection = instance.acquire();
    const environment: RunEnvironment = {
      connection,
      codecs: this.options.codecs,
      ...(this.options.roots === undefined ? {} : { roots: this.options.roots }),
      loadExtensions: (names, signal) => this.#loadExtensions(instance, names, signal),
      ended: () => {
        this.#running.delete(run);
        this.#release(instance, connection);
      },
    };
    const run = new FragmentRun(environment, request);
    this.#running.add(run);
    return await run.start();
  }

  /** @throws internal error `ENGINE_CLOSED` */
  #checkOpen(): void {
    if (this.#closed !== undefined) throw internalError('ENGINE_CLOSED', 'The engine is closed');
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #open(request: FragmentRequest): Promise<Instance> {
    this.#instance ??= this.#start(request);
    // A start that failed (an extension that is not there) is tried again by the next fragment.
    this.#instance.catch(() => (this.#instance = undefined));
    return this.#instance;
  }

  async #start(request: FragmentRequest): Promise<Instance> {
    const { threads, memoryBytes, spillDirectory, maxSpillBytes, extensions = [], extensionOptions } = this.options;
    const instance = Instance.open({
      threads: threads ?? request.threads,
      memoryBytes: memoryBytes ?? request.memoryBytes,
      spillDirectory: spillDirectory ?? request.spillDirectory,
      ...(maxSpillBytes === undefined ? {} : { maxSpillBytes }),
      ...(extensionOptions?.directory === undefined ? {} : { extensionDirectory: extensionOptions.directory }),
      access: this.#access,
    });
    const needed = [...extensions, ...extensionsOfPlaces(this.#access)];
    if (needed.length > 0) await this.#loadAtStart(instance, needed);
    instance.lock();
    return instance;
  }

  async #loadAtStart(instance: Instance, extensions: readonly string[]): Promise<void> {
    try {
      await this.#loadExtensions(instance, new Set(extensions), this.#closing.signal);
    } catch (error) {
      await instance.close();
      throw error;
    }
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

  async #loadExtensions(instance: Instance, names: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    for (const extension of names) {
      const name = extensionName(extension);
      const loading = this.#loaded.get(name) ?? this.#load(instance, extension);
      this.#loaded.set(name, loading);
      loading.catch(() => this.#loaded.delete(name));
      await unlessAborted(loading, signal, () => undefined);
    }
  }

  async #load(instance: Instance, name: string): Promise<void> {
    const connection = instance.acquire();
    try {
      await connection.run(await this.#extensions.loadStatement(name), this.#closing.signal);
    } catch (error) {
      throw this.#extensions.loadError(name, error);
    } finally {
      instance.release(connection);
    }
  }

  async #close(): Promise<void> {
    const closed = cancelledError('ENGINE_CLOSED', 'The engine was closed while the fragment ran');
    this.#closing.abort(closed);
    const instance = await this.#instance?.catch(() => undefined);
    await Promise.allSettled([...[...this.#running].map((run) => run.stop(closed)), ...this.#loaded.values()]);
    await instance?.close();
  }
}
