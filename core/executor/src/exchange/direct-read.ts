import { open, type FileHandle } from 'node:fs/promises';
import type { ArrowBatch } from '@arbalest/spi';
import type { SpilledPiece } from './exchange.js';
import { readSpilledBatch, type SpillPlace } from './spill-file.js';

/** Header of a DoGet with the reader's host identity: it would rather read spilled batches from their file. */
export const DIRECT_HEADER = 'arbalest-direct';

/** What takes a spilled batch's place in the stream, as application metadata. */
export interface SpilledPlace {
  readonly path: string;
  readonly place: SpillPlace;
  readonly rows: number;
}

export function encodeSpilledPlace({ path, place, rows }: SpilledPiece): Uint8Array {
  return Buffer.from(JSON.stringify({ path, place, rows }));
}

export function decodeSpilledPlace(bytes: Uint8Array): SpilledPlace {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as SpilledPlace;
}

/** The files of other processes that one stream reads from, each opened once. */
export class SpilledFiles {
  readonly #files = new Map<string, Promise<FileHandle>>();

  async read({ path, place, rows }: SpilledPlace): Promise<ArrowBatch> {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = open(path, 'r');
      this.#files.set(path, file);
    }
    return readSpilledBatch(await file, path, place, rows);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map(async (file) => (await file.catch(() => undefined))?.close()));
  }
}
