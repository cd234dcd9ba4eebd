import { randomBytes } from 'node:crypto';
import type { BatchPieces } from '../arrow/write-batch.js';
import type { Region } from './batch-header.js';
import { headLength, writeHead } from './encapsulation.js';
import { type FileMapping, mapFile } from './file-mapping.js';
import { OpenFile } from './open-file.js';
import { RegionAllocator } from './region-allocator.js';

/** Kept free before a body that is made in the file, for the head that is written when the batch is sent. */
const HEAD_ROOM = 1024;

/**
 * The file that batches lie in for a server (PROTOCOL.md §6), which can only read it. Bodies are made in it where that is possible, and sent from where they lie; others are copied into it.
 * It is mapped here: the server cannot cut it off, and what is written has its place in memory before.
 */
export class SharedInput {
  readonly #file: OpenFile;
  readonly #mapping: FileMapping | undefined;
  readonly #regions: RegionAllocator;
  /** Bodies that were given out, by where they begin. */
  readonly #bodies = new Map<number, Region>();

  private constructor(file: OpenFile) {
    this.#file = file;
    this.#mapping = mapFile(file.descriptor, file.bytes);
    this.#regions = new RegionAllocator(file.bytes);
  }

  static create(folder: string, bytes: number): SharedInput {
    return new SharedInput(OpenFile.create(folder, `${randomBytes(12).toString('hex')}.in`, 0o644, bytes));
  }

  get name(): string {
    return this.#file.name;
  }

  get bytes(): number {
    return this.#file.bytes;
  }

  /** True when nothing in it is in use. */
  get unused(): boolean {
    return this.#regions.unused;
  }

  /** Memory for a body, in the file. Undefined when there is no room. */
  allocate(bytes: number): Uint8Array | undefined {
    if (this.#mapping === undefined) return undefined;
    const region = this.#regions.allocate(HEAD_ROOM + bytes);
    if (region === undefined) return undefined;
    if (!this.#mapping.reserve(region.offset + region.length)) {
      this.#regions.release(region);
      return undefined;
    }
    const at = region.offset + HEAD_ROOM;
    this.#bodies.set(at, region);
    return new Uint8Array(this.#mapping.memory, at, bytes);
  }

  /** Takes the memory of a body back; nothing happens for one that is not from here. */
  release(body: Uint8Array): void {
    if (body.buffer !== this.#mapping?.memory) return;
    const region = this.#bodies.get(body.byteOffset);
    this.#bodies.delete(body.byteOffset);
    if (region !== undefined) this.#regions.release(region);
  }

  /** Where the batch lies already, with its head before it: when it is the whole of a body that was given out. */
  place(batch: BatchPieces): Region | undefined {
    const first = batch.pieces[0];
    const head = headLength(batch);
    if (first === undefined || first.buffer !== this.#mapping?.memory || head > HEAD_ROOM) return undefined;
    const at = first.byteOffset;
    if (!this.#bodies.has(at) || !isContiguous(batch, first)) return undefined;
    writeHead(batch, new Uint8Array(first.buffer, at - head, head));
    return { offset: at - head, length: head + batch.bodyLength };
  }

  /** Copies the batch into the file. Undefined when there is no room; else `releaseCopy` gives the region back. */
  write(batch: BatchPieces): Region | undefined {
    const head = new Uint8Array(headLength(batch));
    const region = this.#regions.allocate(head.byteLength + batch.bodyLength);
    if (region === undefined) return undefined;
    writeHead(batch, head);
    this.#file.write([head, ...batch.pieces], region.offset);
    return region;
  }

  releaseCopy(region: Region): void {
    this.#regions.release(region);
  }

  /** Takes the name away. What is mapped stays as long as it is referred to. */
  close(): void {
    this.#file.close();
  }
}

/** Whether each piece lies where the message says it does, from the first one on. Padding between them is zero, as whoever makes bodies promises. */
function isContiguous({ pieces, bodyLength }: BatchPieces, first: Uint8Array): boolean {
  let at = first.byteOffset;
  for (const piece of pieces) {
    const isPadding = piece.buffer !== first.buffer;
    if (isPadding ? piece.byteLength >= 64 : piece.byteOffset !== at) return false;
    at += piece.byteLength;
  }
  return at === first.byteOffset + bodyLength;
}
