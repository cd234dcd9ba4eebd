import { createRequire } from 'node:module';

/** A file in memory, for as long as any view of it is reachable. */
export interface FileMapping {
  readonly memory: ArrayBuffer;
  /**
   * Gives the bytes up to `end` their place in the file system, so that writing to them cannot fail: a mapped page for which there is no room ends the process.
   *
   * @returns whether there was room
   */
  reserve(end: number): boolean;
}

interface SystemCalls {
  readonly map: (address: number, bytes: number, protection: number, flags: number, descriptor: number, offset: number) => bigint;
  readonly unmap: (address: bigint, bytes: number) => number;
  readonly allocate: (descriptor: number, mode: number, offset: number, bytes: number) => number;
  readonly view: (address: bigint, bytes: number) => ArrayBuffer;
}

const READ_WRITE = 3;
const MAP_SHARED = 1;
const FAILED = 0xffff_ffff_ffff_ffffn;
/** Reserved at once. */
const STEP = 4 * 1024 * 1024;
/** What the DuckDB engine, if it is in this process too, asks of koffi, which is configured once and before anybody uses it. */
const CALL_STACK = 16 * 1024 * 1024;

let system: SystemCalls | null | undefined;

/** Maps a file that nobody else can cut off: one who could would end this process with it. Undefined where that cannot be done. */
export function mapFile(descriptor: number, bytes: number): FileMapping | undefined {
  system ??= systemCalls();
  if (system === null) return undefined;
  const { map, unmap, allocate, view } = system;
  const address = map(0, bytes, READ_WRITE, MAP_SHARED, descriptor, 0);
  if (BigInt.asUintN(64, address) === FAILED) return undefined;
  const memory = view(address, bytes);
  mappings.register(memory, () => unmap(address, bytes));
  let reserved = 0;
  return {
    memory,
    reserve(end) {
      if (end <= reserved) return true;
      const wanted = Math.min(bytes, Math.ceil(end / STEP) * STEP);
      if (allocate(descriptor, 0, reserved, wanted - reserved) !== 0) return false;
      reserved = wanted;
      return true;
    },
  };
}

/** Views keep their ArrayBuffer, so nothing reads what is unmapped here. */
const mappings = new FinalizationRegistry<() => void>((unmap) => unmap());

/** Null on systems without `fallocate`. */
function systemCalls(): SystemCalls | null {
  if (process.platform !== 'linux') return null;
  const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi');
  if ((koffi.config().async_stack_size ?? 0) < CALL_STACK) koffi.config({ sync_stack_size: CALL_STACK, async_stack_size: CALL_STACK });
  const library = koffi.load(null);
  return {
    map: library.func('void *mmap(uintptr_t address, size_t bytes, int protection, int flags, int descriptor, int64_t offset)') as never,
    unmap: library.func('int munmap(uintptr_t address, size_t bytes)') as never,
    allocate: library.func('int fallocate(int descriptor, int mode, int64_t offset, int64_t bytes)') as never,
    view: (address, bytes) => koffi.view(address, bytes),
  };
}
