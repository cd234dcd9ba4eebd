import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { internalError } from '@arbalest/spi';

/** An address in native memory; 0n is null. */
export type Address = bigint;

/** What koffi takes for a `void *` argument: an address, or memory of ours. */
export type Pointer = Address | ArrayBufferView | null;

/** A native function: called at once on this thread, or with `.async` on a worker thread of libuv's pool, with a callback as last argument. */
export interface NativeFunction<Args extends readonly unknown[], Result> {
  (...args: Args): Result;
  async(...args: [...Args, (error: unknown, result: Result) => void]): void;
}

/** `duckdb_result`, which functions take by value; the deprecated members are passed through. */
export interface ResultStruct {
  readonly columns: bigint;
  readonly rows: bigint;
  readonly changed: bigint;
  readonly data: Address;
  readonly error: Address;
  readonly internal: Address;
}

/** The part of DuckDB's C API (https://duckdb.org/docs/stable/clients/c/api) that the engine uses. Out parameters are one-word arrays. */
export interface DuckDbLibrary {
  readonly version: string;
  readonly createConfig: NativeFunction<[Pointer], number>;
  readonly setConfig: NativeFunction<[Address, string, string], number>;
  readonly destroyConfig: NativeFunction<[Pointer], void>;
  readonly openExt: NativeFunction<[string | null, Pointer, Address, Pointer], number>;
  readonly close: NativeFunction<[Pointer], void>;
  readonly connect: NativeFunction<[Address, Pointer], number>;
  readonly disconnect: NativeFunction<[Pointer], void>;
  readonly interrupt: NativeFunction<[Address], void>;
  readonly query: NativeFunction<[Address, string, Pointer], number>;
  readonly prepare: NativeFunction<[Address, string, Pointer], number>;
  readonly prepareError: NativeFunction<[Address], string | null>;
  readonly destroyPrepare: NativeFunction<[Pointer], void>;
  readonly executeStreaming: NativeFunction<[Address, Pointer], number>;
  readonly resultError: NativeFunction<[Pointer], string | null>;
  readonly destroyResult: NativeFunction<[Pointer], void>;
  readonly columnCount: NativeFunction<[Pointer], bigint | number>;
  readonly columnName: NativeFunction<[Pointer, number], string | null>;
  readonly fetchChunk: NativeFunction<[ResultStruct], Address | null>;
  readonly destroyChunk: NativeFunction<[Pointer], void>;
  readonly arrowOptions: NativeFunction<[Pointer], Address>;
  readonly destroyArrowOptions: NativeFunction<[Pointer], void>;
  readonly chunkToArrow: NativeFunction<[Address, Address, Pointer], Address | null>;
  readonly errorMessage: NativeFunction<[Address], string | null>;
  readonly destroyError: NativeFunction<[Pointer], void>;
  readonly profile: NativeFunction<[Address], Address | null>;
  readonly profileValue: NativeFunction<[Address, string], Address | null>;
  readonly valueText: NativeFunction<[Address], Address | null>;
  readonly destroyValue: NativeFunction<[Pointer], void>;
  readonly arrowScan: NativeFunction<[Address, string, Pointer], number>;
  readonly free: NativeFunction<[Address], void>;
  /** Absent where the library is not the one that was tried; see `ResultStreamApi`. */
  readonly resultStream?: ResultStreamApi;
  /** The C library's memcpy: between native memory and ours, either way. */
  readonly copy: (to: Pointer, from: Pointer, bytes: number) => void;
  readonly addressOf: (memory: ArrayBufferView) => Address;
  /** Calls the `release` member of an Arrow C structure. */
  readonly callRelease: (release: Address, structure: Pointer) => void;
  /** Makes a C function of two pointers from a JavaScript one, for as long as the process lives. */
  readonly callback: (call: (first: Address, second: Address) => number) => Address;
  /** The same for a function of one pointer that returns an address. */
  readonly addressCallback: (call: (structure: Address) => Address) => Address;
  readonly text: (address: Address) => string;
  /** A C function that takes an address and does nothing with it: the `release` of structures whose memory JavaScript owns. */
  readonly harmless: Address;
}

/**
 * DuckDB's own adapter from a result to an `ArrowArrayStream`, which joins many chunks in one call. It is a C++ class, exported but not part of the C API: so it is used
 * only with the very version that it was tried with, and `duckdb_fetch_chunk` otherwise.
 */
export interface ResultStreamApi {
  /** Makes the adapter in `memory`. Takes the result out of the slot (a `unique_ptr<QueryResult>`), which is null afterwards. */
  readonly construct: (memory: Address, slot: Address, rows: bigint) => void;
  /** Memory that the adapter's own release gives back. */
  readonly allocate: (bytes: number) => Address;
  readonly next: (getNext: Address) => NativeFunction<[Address, Pointer], number>;
  readonly lastError: (getLastError: Address, stream: Address) => string | null;
  readonly release: (release: Address) => NativeFunction<[Address], void>;
}

/** The version whose SQL, plans and hashes everything here was tried with. */
export const PINNED_VERSION = 'v1.5.5';

/**
 * koffi runs a call on a stack of its own, 128 KiB for asynchronous ones unless told otherwise: DuckDB's binder and optimiser recurse far deeper.
 * The memory is reserved, and used only where touched.
 */
const CALL_STACK = { sync_stack_size: 16 * 1024 * 1024, async_stack_size: 16 * 1024 * 1024 };

let loaded: DuckDbLibrary | undefined;

/** The library, loaded at the first call: about 20 ms, which a process that never runs a fragment should not pay. */
export function duckdbLibrary(): DuckDbLibrary {
  loaded ??= load();
  return loaded;
}

/** Runs a native function on a worker thread. The promise is rejected only when koffi itself fails: DuckDB reports by its return value. */
export function callAsync<Args extends readonly unknown[], Result>(call: NativeFunction<Args, Result>, ...args: Args): Promise<Result> {
  return new Promise((resolve, reject) => {
    call.async(...args, (error, result) => (error instanceof Error ? reject(error) : resolve(result)));
  });
}

function load(): DuckDbLibrary {
  const require = createRequire(import.meta.url);
  const koffi = require('koffi') as typeof import('koffi');
  enlargeStacks(koffi);
  const library = koffi.load(libraryPath(require));
  const pointer = 'void *';
  const bind = <Args extends readonly unknown[], Result>(name: string, result: string, args: (string | object)[]) =>
    library.func(name, result, args as never[]) as unknown as NativeFunction<Args, Result>;
  const result = koffi.struct({ columns: 'uint64', rows: 'uint64', changed: 'uint64', data: pointer, error: pointer, internal: pointer });
  const release = koffi.proto('void', [pointer]);
  const pair = koffi.proto('int', [pointer, pointer]);
  const toAddress = koffi.proto(pointer, [pointer]);
  const version = (bind('duckdb_library_version', 'str', []) as unknown as () => string)();
  const resultStream = version === PINNED_VERSION ? resultStreamApi(koffi, library) : undefined;
  return {
    ...(resultStream === undefined ? {} : { resultStream }),
    version,
    createConfig: bind('duckdb_create_config', 'int', [pointer]),
    setConfig: bind('duckdb_set_config', 'int', [pointer, 'str', 'str']),
    destroyConfig: bind('duckdb_destroy_config', 'void', [pointer]),
    openExt: bind('duckdb_open_ext', 'int', ['str', pointer, pointer, pointer]),
    close: bind('duckdb_close', 'void', [pointer]),
    connect: bind('duckdb_connect', 'int', [pointer, pointer]),
    disconnect: bind('duckdb_disconnect', 'void', [pointer]),
    interrupt: bind('duckdb_interrupt', 'void', [pointer]),
    query: bind('duckdb_query', 'int', [pointer, 'str', pointer]),
    prepare: bind('duckdb_prepare', 'int', [pointer, 'str', pointer]),
    prepareError: bind('duckdb_prepare_error', 'str', [pointer]),
    destroyPrepare: bind('duckdb_destroy_prepare', 'void', [pointer]),
    executeStreaming: bind('duckdb_execute_prepared_streaming', 'int', [pointer, pointer]),
    resultError: bind('duckdb_result_error', 'str', [pointer]),
    destroyResult: bind('duckdb_destroy_result', 'void', [pointer]),
    columnCount: bind('duckdb_column_count', 'uint64', [pointer]),
    columnName: bind('duckdb_column_name', 'str', [pointer, 'uint64']),
    fetchChunk: bind('duckdb_fetch_chunk', pointer, [result]),
    destroyChunk: bind('duckdb_destroy_data_chunk', 'void', [pointer]),
    arrowOptions: bind('duckdb_result_get_arrow_options', pointer, [pointer]),
    destroyArrowOptions: bind('duckdb_destroy_arrow_options', 'void', [pointer]),
    chunkToArrow: bind('duckdb_data_chunk_to_arrow', pointer, [pointer, pointer, pointer]),
    errorMessage: bind('duckdb_error_data_message', 'str', [pointer]),
    destroyError: bind('duckdb_destroy_error_data', 'void', [pointer]),
    profile: bind('duckdb_get_profiling_info', pointer, [pointer]),
    profileValue: bind('duckdb_profiling_info_get_value', pointer, [pointer, 'str']),
    valueText: bind('duckdb_get_varchar', pointer, [pointer]),
    destroyValue: bind('duckdb_destroy_value', 'void', [pointer]),
    arrowScan: bind('duckdb_arrow_scan', 'int', [pointer, 'str', pointer]),
    free: bind('duckdb_free', 'void', [pointer]),
    copy: memcpy(koffi),
    addressOf: (memory) => koffi.address(memory),
    callRelease: (address, structure) => void koffi.call(address, release, structure),
    callback: (call) => koffi.register(call, koffi.pointer(pair)),
    addressCallback: (call) => koffi.register(call, koffi.pointer(toAddress)),
    text: (address) => koffi.decode.string(address),
    harmless: harmlessFunction(koffi),
  };
}

/** koffi takes its configuration only before anybody in the process has loaded a library with it. */
function enlargeStacks(koffi: typeof import('koffi')): void {
  const { async_stack_size: size } = koffi.config();
  if (size !== undefined && size >= CALL_STACK.async_stack_size) return;
  try {
    koffi.config(CALL_STACK);
  } catch (cause) {
    throw internalError(
      'NATIVE_STACK',
      'Another part of this process loaded a library with koffi before the DuckDB engine could ask for large stacks; load it later, or set async_stack_size to 16 MiB there',
      { cause },
    );
  }
}

/** `ResultArrowArrayStreamWrapper(unique_ptr<QueryResult>, idx_t batch_size)` as compilers of the Itanium ABI name it. */
const ADAPTER = '_ZN6duckdb29ResultArrowArrayStreamWrapperC1ENS_10unique_ptrINS_11QueryResultESt14default_deleteIS2_ELb1EEEm';

function resultStreamApi(koffi: typeof import('koffi'), library: import('koffi').LibraryHandle): ResultStreamApi | undefined {
  if (process.platform === 'win32') return undefined;
  const functions = new Map<Address, unknown>();
  const at = <T>(address: Address, type: import('koffi').TypeObject): T => {
    const found: unknown = functions.get(address) ?? koffi.decode(address, type);
    functions.set(address, found);
    return found as T;
  };
  const next = koffi.proto('int', ['void *', 'void *']);
  const lastError = koffi.proto('str', ['void *']);
  const release = koffi.proto('void', ['void *']);
  try {
    return {
      construct: library.func(ADAPTER, 'void', ['void *', 'void *', 'uint64']),
      allocate: koffi.load(null).func('malloc', 'void *', ['size_t']),
      next: (address) => at(address, next),
      lastError: (address, stream) => at<(stream: Address) => string | null>(address, lastError)(stream),
      release: (address) => at(address, release),
    };
  } catch {
    return undefined;
  }
}

function memcpy(koffi: typeof import('koffi')): DuckDbLibrary['copy'] {
  const library = koffi.load(process.platform === 'win32' ? 'msvcrt.dll' : null);
  const copy = library.func('memcpy', 'void *', ['void *', 'void *', 'size_t']);
  return (to, from, bytes) => void copy(to, from, bytes);
}

/** labs(x) reads its argument, and nothing that it may point to. */
function harmlessFunction(koffi: typeof import('koffi')): Address {
  return koffi.address(koffi.load(process.platform === 'win32' ? 'msvcrt.dll' : null).symbol('labs'));
}

const LIBRARY_NAMES: Readonly<Record<string, string>> = { linux: 'libduckdb.so', darwin: 'libduckdb.dylib', win32: 'duckdb.dll' };

/** The very file that @duckdb/node-api loads, so that a process holds one DuckDB. */
function libraryPath(require: NodeJS.Require): string {
  const bindings = createRequire(createRequire(require.resolve('@duckdb/node-api')).resolve('@duckdb/node-bindings/package.json'));
  const name = LIBRARY_NAMES[process.platform];
  const platform = `@duckdb/node-bindings-${process.platform}-${process.arch}`;
  // npm installs the one that fits the C library.
  for (const candidate of [platform, `${platform}-musl`]) {
    if (name === undefined) break;
    try {
      return join(dirname(bindings.resolve(`${candidate}/package.json`)), name);
    } catch {
      // Named in the error below.
    }
  }
  throw internalError(
    'DUCKDB_LIBRARY',
    `The DuckDB library for ${process.platform}-${process.arch} is not installed; expected the npm package ${platform} beside @duckdb/node-api`,
  );
}
