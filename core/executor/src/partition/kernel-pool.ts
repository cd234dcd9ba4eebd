import { Kernel } from './kernel.js';

/** A kernel that has grown larger is not kept: WebAssembly memory never shrinks. */
const KEEP_BELOW_BYTES = 160 * 1024 * 1024;

/** Kernels that wait for the next task, so that it finds memory that is there already. */
export class KernelPool {
  readonly #free: Kernel[] = [];

  /** @param keep how many to keep at most */
  constructor(private readonly keep: number) {}

  take(): Kernel {
    return this.#free.pop() ?? new Kernel();
  }

  give(kernel: Kernel): void {
    kernel.reset();
    if (this.#free.length < this.keep && kernel.size < KEEP_BELOW_BYTES) this.#free.push(kernel);
  }
}
