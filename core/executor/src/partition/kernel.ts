import { resourcesError } from '@arbalest/spi';
import { KERNEL_CODE } from './kernel-code.js';
import type { KernelFunctions } from './kernel-functions.js';

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
    this.run = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } }).exports as KernelFunctions;
  }

  /** Bytes of memory that this kernel keeps. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  /** What was allocated after `mark` was taken is free. */
  reset(mark = START): void {
    this.#next = mark;
  }

  /** The state to `reset` to. */
  mark(): number {
    return this.#next;
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

  /** All of the memory. Valid until the next `allocate`. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#memory.buffer);
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
