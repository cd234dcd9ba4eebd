import { randomBytes } from 'node:crypto';
import { closeSync, constants, fchmodSync, ftruncateSync, openSync, readSync, unlinkSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { ArrowFault } from '../arrow/arrow-fault.js';
import type { WireField } from '../arrow/wire-field.js';
import type { BatchPieces } from '../arrow/write-batch.js';
import type { SharedFolders } from '../server/function-server.js';
import type { Region } from './batch-header.js';
import { RegionAllocator } from './region-allocator.js';
import { roomFor } from './room.js';

/** Where a batch lies and its answer may lie: members of `BatchHeader`. */
export interface BatchRegions {
  readonly input?: Region;
  readonly room?: Region;
}

/** From so many bytes on a batch goes through shared memory. Below, a file in tmpfs with the socket as its doorbell was tried, and gained nothing over the socket alone. */
export const SHARED_FROM_BYTES = 128 * 1024;

const ENCAPSULATION = 8;
const ALIGNMENT = 64;
const CONTINUATION = 0xffffffff;

/**
 * The two files of a stream (PROTOCOL.md §6). Both are opened once, by this side, and used through what was opened: what the server does to names in its folder changes nothing.
 * The output file is read and never mapped, because its other end could cut it off under a mapping.
 */
export class SharedFiles {
  readonly #input: OpenFile;
  readonly #output: OpenFile;
  readonly #inputRegions: RegionAllocator;
  readonly #outputRegions: RegionAllocator;
  readonly #used = new Map<number, BatchRegions>();
  readonly #bytes: { readonly input: number; readonly output: number };

  private constructor(input: OpenFile, output: OpenFile, bytes: { readonly input: number; readonly output: number }) {
    this.#input = input;
    this.#output = output;
    this.#bytes = bytes;
    this.#inputRegions = new RegionAllocator(bytes.input);
    this.#outputRegions = new RegionAllocator(bytes.output);
  }

  /** Makes both files, sparse: they take memory as they are used. */
  static create(folders: SharedFolders, bytes: { readonly input: number; readonly output: number }): SharedFiles {
    const name = randomBytes(12).toString('hex');
    const input = OpenFile.create(folders.input, `${name}.in`, 0o644, bytes.input);
    try {
      return new SharedFiles(input, OpenFile.create(folders.output, `${name}.out`, 0o666, bytes.output), bytes);
    } catch (error) {
      input.close();
      throw error;
    }
  }

  /** The member `sharedMemory` of a call. */
  get description() {
    return { input: this.#input.name, inputBytes: this.#bytes.input, output: this.#output.name, outputBytes: this.#bytes.output };
  }

  /** Finds room for a batch and its answer, and writes the batch. What finds no room, and what is small, goes through the socket. */
  write(id: number, batch: BatchPieces, output: readonly WireField[]): BatchRegions {
    const regions: { input?: Region; room?: Region } = {};
    if (batch.bodyLength >= SHARED_FROM_BYTES) {
      const input = this.#inputRegions.allocate(encapsulatedLength(batch));
      if (input !== undefined) {
        this.#input.write(encapsulate(batch), input.offset);
        regions.input = input;
      }
    }
    const bytes = roomFor(output, batch);
    const room = bytes >= SHARED_FROM_BYTES ? this.#outputRegions.allocate(bytes) : undefined;
    if (room !== undefined) regions.room = room;
    this.#used.set(id, regions);
    return regions;
  }

  /**
   * The message that the server says it has written for a batch, copied.
   *
   * @throws ArrowFault when it is not inside the room that the batch gave, is cut off, or has no room for a body
   */
  read(id: number, { offset, length }: Region): { readonly metadata: Uint8Array; readonly body: Uint8Array } {
    const room = this.#used.get(id)?.room;
    const inside = room !== undefined && offset >= room.offset && offset + length <= room.offset + room.length;
    if (!inside)
      throw new ArrowFault(`An answer lies at ${offset} to ${offset + length} of the shared file, outside the room that it was given`);
    if (offset % ALIGNMENT !== 0 || length < ENCAPSULATION)
      throw new ArrowFault(`An answer of ${length} bytes lies at ${offset} of the shared file`);
    return decapsulate(this.#output.read(offset, length));
  }

  /** The batch has been answered to its end. */
  release(id: number): void {
    const regions = this.#used.get(id);
    this.#used.delete(id);
    if (regions?.input !== undefined) this.#inputRegions.free(regions.input);
    if (regions?.room !== undefined) this.#outputRegions.free(regions.room);
  }

  close(): void {
    this.#input.close();
    this.#output.close();
  }
}

function encapsulatedLength({ metadata, bodyLength }: BatchPieces): number {
  return headLength(metadata) + bodyLength;
}

/** The region begins on a multiple of 64, so the body does when the head is as long as one. */
function headLength(metadata: Uint8Array): number {
  return Math.ceil((ENCAPSULATION + metadata.byteLength) / ALIGNMENT) * ALIGNMENT;
}

function encapsulate({ metadata, pieces }: BatchPieces): Uint8Array[] {
  const head = new Uint8Array(headLength(metadata));
  const view = new DataView(head.buffer);
  view.setUint32(0, CONTINUATION, true);
  view.setInt32(4, head.byteLength - ENCAPSULATION, true);
  head.set(metadata, ENCAPSULATION);
  return [head, ...pieces];
}

function decapsulate(bytes: Uint8Array): { readonly metadata: Uint8Array; readonly body: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyAt = ENCAPSULATION + view.getUint32(4, true);
  if (view.getUint32(0, true) !== CONTINUATION || bodyAt > bytes.byteLength || bodyAt % 8 !== 0) {
    throw new ArrowFault('An answer in shared memory is not an encapsulated message');
  }
  return { metadata: bytes.subarray(ENCAPSULATION, bodyAt), body: bytes.subarray(bodyAt) };
}

class OpenFile {
  #open = true;

  private constructor(
    readonly name: string,
    readonly path: string,
    readonly descriptor: number,
  ) {}

  static create(folder: string, name: string, mode: number, bytes: number): OpenFile {
    const path = join(folder, name);
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, mode);
    const file = new OpenFile(name, path, descriptor);
    try {
      // The process's umask has taken bits away that the server's user needs.
      fchmodSync(descriptor, mode);
      ftruncateSync(descriptor, bytes);
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** At most 1,024 pieces go into one call of the system. */
  write(pieces: readonly Uint8Array[], at: number): void {
    let position = at;
    for (let i = 0; i < pieces.length; i += 1024) {
      const some = pieces.slice(i, i + 1024);
      const length = some.reduce((sum, piece) => sum + piece.byteLength, 0);
      const written = writevSync(this.descriptor, some, position);
      if (written !== length) throw new Error(`Only ${written} of ${length} bytes could be written to ${this.path}`);
      position += length;
    }
  }

  read(at: number, length: number): Uint8Array {
    const buffer = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(this.descriptor, buffer, filled, length - filled, at + filled);
      if (read === 0) throw new ArrowFault('The shared file was cut off before the end of an answer');
      filled += read;
    }
    return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
  }

  /** Takes the name away. Where the server has put a folder in its place, or nothing, that is left to whoever takes the whole folder away. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.descriptor);
    try {
      unlinkSync(this.path);
    } catch {
      // It can only be the server's doing, and harms nobody else.
    }
  }
}
