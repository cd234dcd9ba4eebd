import { resourcesError } from '@arbalest/spi';
import { KERNEL_CODE } from './kernel-code.js';

/** Functions of the module; assembly/kernel.ts says what they do. Addresses and counts are u32. */
export interface KernelFunctions {
  sortIds(ids: number, start: number, end: number, partitions: number, counts: number, starts: number, order: number): number;
  gather1: Gather;
  gather2: Gather;
  gather4: Gather;
  gather8: Gather;
  gather16: Gather;
  gatherWidth(width: number, source: number, order: number, counts: number, partitions: number, cursors: number): void;
  gatherBits(source: number, order: number, counts: number, partitions: number, bases: number, filled: number): void;
  fillBits(counts: number, partitions: number, bases: number, filled: number): void;
  advance(table: number, counts: number, partitions: number): void;
  measure32: Gather;
  measure64: Gather;
  gatherBytes32: GatherBytes;
  gatherBytes64: GatherBytes;
  gatherOffsets32: GatherOffsets;
  gatherOffsets64: GatherOffsets;
  expand32(offsets: number, order: number, rows: number, childOrder: number): void;
  expand64(offsets: number, order: number, rows: number, childOrder: number): void;
  expandFixed(size: number, order: number, rows: number, counts: number, partitions: number, childOrder: number, childCounts: number): void;
  countOnes(bits: number, count: number): number;
}

export type Gather = (source: number, order: number, counts: number, partitions: number, cursors: number) => void;
type GatherOffsets = (offsets: number, order: number, counts: number, partitions: number, cursors: number, ends: number) => void;
type GatherBytes = (
  offsets: number,
  data: number,
  order: number,
  counts: number,
  partitions: number,
  cursors: number,
  bases: number,
  ends: number,
) => void;

const PAGE = 64 * 1024;
const FIRST_PAGES = 16;
const MAX_PAGES = 65536;
const ALIGNMENT = 64;
/** The kernel may read and write a few bytes after the end of strings. */
const SLACK = 64;
/** A null address would look like a missing buffer. */
const START = 64;

let compiled: WebAssembly.Module | undefined;

/** The WebAssembly instance of one user at a time, with its memory, which is handed out from front to back and taken back all at once. */
export class Kernel {
  readonly run: KernelFunctions;
  readonly #memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MAX_PAGES });
  #next = START;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_CODE, 'base64'));
    this.run = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } }).exports as unknown as KernelFunctions;
  }

  /** Bytes of memory that this kernel keeps. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Bytes handed out since the last `reset`. */
  get used(): number {
    return this.#next - START;
  }

  /** Everything that was allocated is free. */
  reset(): void {
    this.#next = START;
  }

  /** @throws resources error `OUT_OF_MEMORY` when the 4 GiB of a WebAssembly memory do not do. */
  allocate(bytes: number): number {
    const address = this.#next;
    this.#next += Math.max(1, Math.ceil(bytes / ALIGNMENT)) * ALIGNMENT;
    const missing = this.#next + SLACK - this.size;
    if (missing > 0) this.#grow(missing);
    return address;
  }

  /** A table of u32, filled with zeros. Valid until the next `allocate`. */
  zeros(length: number): number {
    const address = this.allocate(4 * length);
    this.u32(address, length).fill(0);
    return address;
  }

  /** A view, valid until the next `allocate`. */
  u32(address: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, address, length);
  }

  copyIn(bytes: Uint8Array): number {
    const address = this.allocate(bytes.byteLength);
    new Uint8Array(this.#memory.buffer, address, bytes.byteLength).set(bytes);
    return address;
  }

  copyOut(address: number, bytes: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer.slice(address, address + bytes));
  }

  fill(address: number, bytes: number, value: number): void {
    new Uint8Array(this.#memory.buffer, address, bytes).fill(value);
  }

  #grow(missing: number): void {
    const pages = Math.ceil(missing / PAGE);
    // By half at least, so that a batch of many buffers does not grow it buffer by buffer.
    const generous = Math.min(Math.max(pages, this.size / PAGE / 2), MAX_PAGES - this.size / PAGE);
    try {
      this.#memory.grow(Math.max(pages, Math.floor(generous)));
    } catch (error) {
      throw resourcesError('OUT_OF_MEMORY', `Splitting a batch by partition needs ${missing} bytes more than there are`, { cause: error });
    }
  }
}
