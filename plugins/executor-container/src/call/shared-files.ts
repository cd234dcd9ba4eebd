import { randomBytes } from 'node:crypto';
import { ArrowFault } from '../arrow/arrow-fault.js';
import type { WireField } from '../arrow/wire-field.js';
import type { BatchPieces } from '../arrow/write-batch.js';
import type { Region } from './batch-header.js';
import type { BodyPool } from './body-pool.js';
import { Borrowed } from './borrowed.js';
import { ALIGNMENT, decapsulate } from './encapsulation.js';
import { OpenFile } from './open-file.js';
import { RegionAllocator } from './region-allocator.js';
import { roomFor } from './room.js';
import type { SharedInput } from './shared-input.js';

/** Where a batch lies and its answer may lie: members of `BatchHeader`. */
export interface BatchRegions {
  readonly input?: Region;
  readonly room?: Region;
}

interface UsedRegions extends BatchRegions {
  /** The part of `input` that was taken for a copy of the batch. */
  readonly copy?: Region;
}

/** A message of the server, copied. */
export interface SharedAnswer {
  readonly metadata: Uint8Array;
  readonly body: Uint8Array;
  /** What both lie in. */
  readonly memory: Borrowed;
}

/** From so many bytes on a batch goes through shared memory. Below, a file in tmpfs with the socket as its doorbell was tried, and gained nothing over the socket alone. */
export const SHARED_FROM_BYTES = 128 * 1024;

export interface SharedFilesOptions {
  /** Is its owner's to close, after this. */
  readonly input: SharedInput;
  /** Folder and length of the output file. */
  readonly output: { readonly folder: string; readonly bytes: number };
  /** What answers are copied into. */
  readonly bodies: BodyPool;
}

/**
 * The two files of a stream (PROTOCOL.md §6). The output file is read and never mapped, because its other end could cut it off under a mapping, and could change
 * what has been checked.
 */
export class SharedFiles {
  readonly #input: SharedInput;
  readonly #output: OpenFile;
  readonly #bodies: BodyPool;
  readonly #rooms: RegionAllocator;
  readonly #used = new Map<number, UsedRegions>();

  constructor({ input, output: { folder, bytes }, bodies }: SharedFilesOptions) {
    this.#input = input;
    this.#output = OpenFile.create(folder, `${randomBytes(12).toString('hex')}.out`, 0o666, bytes);
    this.#bodies = bodies;
    this.#rooms = new RegionAllocator(bytes);
  }

  /** The member `sharedMemory` of a call. */
  get description() {
    const { name: input, bytes: inputBytes } = this.#input;
    const { name: output, bytes: outputBytes } = this.#output;
    return { input, inputBytes, output, outputBytes };
  }

  /** Finds room for a batch and its answer, and writes the batch, where it is not there already. What finds no room, and what is small, goes through the socket. */
  write(id: number, batch: BatchPieces, output: readonly WireField[]): BatchRegions {
    const regions: { -readonly [K in keyof UsedRegions]: UsedRegions[K] } = {};
    if (batch.bodyLength >= SHARED_FROM_BYTES) {
      const there = this.#input.place(batch);
      const copy = there === undefined ? this.#input.write(batch) : undefined;
      if (copy !== undefined) regions.copy = copy;
      const input = there ?? copy;
      if (input !== undefined) regions.input = input;
    }
    const bytes = roomFor(output, batch);
    const room = bytes >= SHARED_FROM_BYTES ? this.#rooms.allocate(bytes) : undefined;
    if (room !== undefined) regions.room = room;
    this.#used.set(id, regions);
    return regions;
  }

  /**
   * The message that the server says it has written for a batch, copied.
   *
   * @throws ArrowFault when it is not inside the room that the batch gave, is cut off, or has no room for a body
   */
  read(id: number, { offset, length }: Region): SharedAnswer {
    const room = this.#used.get(id)?.room;
    const inside = room !== undefined && offset >= room.offset && offset + length <= room.offset + room.length;
    if (!inside)
      throw new ArrowFault(`An answer lies at ${offset} to ${offset + length} of the shared file, outside the room that it was given`);
    if (offset % ALIGNMENT !== 0) throw new ArrowFault(`An answer of ${length} bytes lies at ${offset} of the shared file`);
    const bytes = this.#bodies.allocate(length);
    this.#output.read(offset, bytes);
    return { ...decapsulate(bytes), memory: new Borrowed(() => this.#bodies.release(bytes.buffer)) };
  }

  /** The batch has been answered to its end. */
  release(id: number): void {
    const regions = this.#used.get(id);
    this.#used.delete(id);
    if (regions?.copy !== undefined) this.#input.releaseCopy(regions.copy);
    if (regions?.room !== undefined) this.#rooms.release(regions.room);
  }

  close(): void {
    this.#output.close();
  }
}
