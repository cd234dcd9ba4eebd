import { internalError } from '@arbalest/spi';
import { Connection } from './connection.js';
import { type EngineAccess, lockStatements, OPEN, openingSettings } from './engine-lock.js';
import { type Address, callAsync, type DuckDbLibrary, duckdbLibrary } from './library.js';

export interface InstanceOptions {
  readonly threads: number;
  readonly memoryBytes: number;
  readonly spillDirectory: string;
  /** Bytes that may be spilled; what the disk holds when absent. */
  readonly maxSpillBytes?: number;
  /** Where extensions are installed and looked for; DuckDB's own default when absent. */
  readonly extensionDirectory?: string;
  /** What it may open. @default whatever the process may */
  readonly access?: EngineAccess;
}

/**
 * Settings that fix the Arrow form of the output: 32-bit offsets, no views, no extension types, so that the layouts of src/arrow hold for every type.
 * Batches are cut before an offset could exceed 32 bits.
 */
const ARROW_SETTINGS: Readonly<Record<string, string>> = {
  arrow_large_buffer_size: 'false',
  arrow_lossless_conversion: 'false',
  arrow_output_list_view: 'false',
  arrow_output_version: '1.0',
  produce_arrow_string_view: 'false',
};

/** Optimizers that may read a leaf twice where the statement reads it once: an Arrow input can be read once. */
const DOUBLING_OPTIMIZERS = 'window_self_join';

/** One DuckDB in memory with its pool of connections. Opening costs a few milliseconds and happens at the first need. */
export class Instance {
  readonly #idle: Connection[] = [];
  #closed = false;

  private constructor(
    readonly library: DuckDbLibrary,
    readonly options: InstanceOptions,
    private readonly database: BigUint64Array,
  ) {}

  static open(options: InstanceOptions, library: DuckDbLibrary = duckdbLibrary()): Instance {
    return new Instance(library, options, open(library, configuration(options)));
  }

  /** Called once, when extensions have been loaded and before anything of a user runs. */
  lock(): void {
    const connection = this.acquire();
    try {
      for (const statement of lockStatements(this.options.access ?? OPEN)) connection.runNow(statement);
    } finally {
      this.release(connection);
    }
  }

  /** A connection that nobody else uses until it is released. */
  acquire(): Connection {
    if (this.#closed) throw internalError('ENGINE_CLOSED', 'The DuckDB instance is closed');
    return this.#idle.pop() ?? this.#connect();
  }

  /** Back into the pool; the caller has dropped what it made and reset what it set. */
  release(connection: Connection): void {
    if (this.#closed || connection.spoiled) connection.close();
    else this.#idle.push(connection);
  }

  /** Call when no query runs: a connection in use keeps the database open. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const connection of this.#idle.splice(0)) connection.close();
    await callAsync(this.library.close, this.database);
  }

  #connect(): Connection {
    const handle = new BigUint64Array(1);
    if (this.library.connect(this.database[0]!, handle) !== 0) throw internalError('ENGINE_CONNECT', 'DuckDB refused a new connection');
    return new Connection(this.library, handle, this.options);
  }
}

function configuration(options: InstanceOptions): Readonly<Record<string, string>> {
  return {
    ...ARROW_SETTINGS,
    ...openingSettings(options.access ?? OPEN),
    disabled_optimizers: DOUBLING_OPTIMIZERS,
    threads: String(Math.max(1, options.threads)),
    memory_limit: `${Math.max(1, Math.floor(options.memoryBytes / 1024))}KiB`,
    temp_directory: options.spillDirectory,
    ...(options.maxSpillBytes === undefined
      ? {}
      : { max_temp_directory_size: `${Math.max(1, Math.floor(options.maxSpillBytes / 1024))}KiB` }),
    ...(options.extensionDirectory === undefined ? {} : { extension_directory: options.extensionDirectory }),
  };
}

function open(library: DuckDbLibrary, settings: Readonly<Record<string, string>>): BigUint64Array {
  const config = new BigUint64Array(1);
  const database = new BigUint64Array(1);
  const error = new BigUint64Array(1);
  library.createConfig(config);
  try {
    for (const [name, value] of Object.entries(settings)) {
      if (library.setConfig(config[0]!, name, value) !== 0)
        throw internalError('ENGINE_SETTING', `DuckDB refused the setting ${name} = ${value}`);
    }
    if (library.openExt(':memory:', database, config[0]!, error) !== 0) throw internalError('ENGINE_OPEN', openMessage(library, error[0]!));
    return database;
  } finally {
    library.destroyConfig(config);
  }
}

function openMessage(library: DuckDbLibrary, error: Address): string {
  if (error === 0n) return 'DuckDB could not be opened';
  const text = library.text(error);
  library.free(error);
  return `DuckDB could not be opened: ${text}`;
}
