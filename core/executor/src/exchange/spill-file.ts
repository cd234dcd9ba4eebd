import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { withPrefix } from '@arbalest/flight';
import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { isArbalestError, resourcesError, transientError } from '@arbalest/spi';

/** Continuation and length, before the flatbuffer. */
const PREFIX_BYTES = 8;

/** Where a batch lies in a spill file: the prefix, then the flatbuffer, then the body. */
export interface SpillPlace {
  readonly offset: number;
  readonly metadataBytes: number;
  readonly bodyBytes: number;
}

/** The part of a file handle that spilling needs; tests put a failing one in its place. */
export interface SpillHandle {
  writev(buffers: readonly Uint8Array[], position: number): Promise<{ readonly bytesWritten: number }>;
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
}

export type OpenSpillFile = (path: string) => Promise<SpillHandle>;

/** Only this user may read what a statement has made. */
export const openSpillFile: OpenSpillFile = async (path) => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return open(path, 'wx+', 0o600);
};

/**
 * What one exchange has put on disk: an Arrow IPC stream, written from front to back, in which the exchange remembers whose batch lies where.
 * Opened with the first batch. Readers may be at work while it grows.
 */
export class SpillFile {
  readonly path: string;
  readonly #open: OpenSpillFile;
  #handle: Promise<SpillHandle> | undefined;
  /** The last write; each waits for the one before. */
  #tail: Promise<unknown> = Promise.resolve();
  #end = 0;
  #reads = 0;
  #removed = false;

  constructor(path: string, openFile: OpenSpillFile) {
    this.path = path;
    this.#open = openFile;
  }

  /** @throws resources error `DISK_FULL`; transient error `SPILL_FAILED` for any other trouble with the disk. */
  append(schema: ArrowSchema, batch: ArrowBatch): Promise<SpillPlace> {
    const written = this.#tail.then(() => this.#append(schema, batch)).catch((error: unknown) => this.#fail(error));
    this.#tail = written.catch(() => undefined);
    return written;
  }

  /** The batch, in memory of its own. */
  async read(place: SpillPlace, rows: number): Promise<ArrowBatch> {
    this.#reads++;
    try {
      const handle = await this.#handle;
      if (handle === undefined || this.#removed) throw transientError('SPILL_FAILED', `The spill file ${this.path} is gone`);
      return await readSpilledBatch(handle, this.path, place, rows);
    } finally {
      this.#reads--;
      if (this.#removed) await this.#closeIfUnused();
    }
  }

  /** Deletes the file. Reads that have begun come to their end. */
  async remove(): Promise<void> {
    if (this.#removed) return;
    this.#removed = true;
    await this.#tail;
    if (this.#handle === undefined) return;
    await rm(this.path, { force: true });
    await this.#closeIfUnused();
  }

  async #append(schema: ArrowSchema, batch: ArrowBatch): Promise<SpillPlace> {
    if (this.#removed) throw transientError('SPILL_FAILED', `The spill file ${this.path} was removed while it was written`);
    this.#handle ??= this.#open(this.path);
    const handle = await this.#handle;
    if (this.#end === 0) await this.#write(handle, [withPrefix(schema.message)]);
    const offset = this.#end;
    const head = withPrefix(batch.metadata);
    const padding = new Uint8Array(-batch.body.byteLength & 7);
    await this.#write(handle, [head, batch.body, padding]);
    return { offset, metadataBytes: head.byteLength - PREFIX_BYTES, bodyBytes: batch.body.byteLength };
  }

  async #write(handle: SpillHandle, buffers: readonly Uint8Array[]): Promise<void> {
    let rest = buffers.filter((buffer) => buffer.byteLength > 0);
    while (rest.length > 0) {
      const { bytesWritten } = await handle.writev(rest, this.#end);
      this.#end += bytesWritten;
      rest = withoutFirst(rest, bytesWritten);
    }
  }

  #fail(error: unknown): never {
    if (isArbalestError(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw resourcesError(
        'DISK_FULL',
        `No space is left on disk for exchange data in ${dirname(this.path)}; free some, or give executors more memory`,
        {
          cause: error,
        },
      );
    }
    throw transientError('SPILL_FAILED', `Cannot write exchange data to ${this.path}: ${message}`, { cause: error });
  }

  async #closeIfUnused(): Promise<void> {
    if (this.#reads > 0 || this.#handle === undefined) return;
    const handle = this.#handle;
    this.#handle = undefined;
    // One that could not be opened has told whoever wrote.
    const opened = await handle.catch(() => undefined);
    await opened?.close();
  }
}

/** Reads one batch from a spill file of this or another process on the host. */
export async function readSpilledBatch(
  handle: Pick<SpillHandle, 'read'>,
  path: string,
  place: SpillPlace,
  rows: number,
): Promise<ArrowBatch> {
  const length = place.metadataBytes + place.bodyBytes;
  // A buffer of its own, not a piece of the pool: the batch may be kept for long.
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, place.offset + PREFIX_BYTES + done);
    if (bytesRead === 0)
      throw transientError('SPILL_FAILED', `The spill file ${path} ends at byte ${place.offset + done}, in the middle of a batch`);
    done += bytesRead;
  }
  return { rows, metadata: bytes.subarray(0, place.metadataBytes), body: bytes.subarray(place.metadataBytes) };
}

function withoutFirst(buffers: readonly Uint8Array[], bytes: number): Uint8Array[] {
  const rest: Uint8Array[] = [];
  let skip = bytes;
  for (const buffer of buffers) {
    if (skip < buffer.byteLength) rest.push(skip === 0 ? buffer : buffer.subarray(skip));
    skip = Math.max(0, skip - buffer.byteLength);
  }
  return rest;
}
