import type { Region } from './batch-header.js';

const ALIGNMENT = 64;

/** Gives out regions of a file. The first gap that is large enough is taken, so that pages that were touched before are used again. */
export class RegionAllocator {
  readonly #bytes: number;
  /** In the order of their offsets. */
  readonly #taken: Region[] = [];

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** True when nothing is given out. */
  get unused(): boolean {
    return this.#taken.length === 0;
  }

  /** Undefined when no gap is large enough. Offsets and lengths are multiples of 64. */
  allocate(bytes: number): Region | undefined {
    const length = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    let offset = 0;
    let index = 0;
    for (const region of this.#taken) {
      if (region.offset - offset >= length) break;
      offset = region.offset + region.length;
      index++;
    }
    if (offset + length > this.#bytes) return undefined;
    const region = { offset, length };
    this.#taken.splice(index, 0, region);
    return region;
  }

  release(region: Region): void {
    const index = this.#taken.indexOf(region);
    if (index >= 0) this.#taken.splice(index, 1);
  }
}
