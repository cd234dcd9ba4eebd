/** A column taken apart as IPC does it: its nodes and buffers, depth first. */
export interface PhysicalColumns {
  readonly nodes: { readonly length: number; readonly nulls: number }[];
  readonly buffers: Uint8Array[];
}

/**
 * Ways to write the same values that all mean the same to a correct reader.
 * - `plain`: no bitmap where nothing is NULL, zeros under NULLs
 * - `noisy`: a bitmap always, ones behind its last bit, other bytes under NULLs, lists and texts that begin behind the start of what they point into
 */
export type Writing = 'plain' | 'noisy';
