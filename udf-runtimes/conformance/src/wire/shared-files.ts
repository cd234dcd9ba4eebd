import { closeSync, fchmodSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { stripPrefix } from '@arbalest/flight';
import type { BatchMessage } from '../arrow/batch-message.js';
import { fail } from '../expect.js';
import type { StreamCommand } from './command.js';

/** Where the caller and the server both see files: PROTOCOL.md §1. */
export interface SharedFolders {
  readonly input: string;
  readonly output: string;
}

const ALIGNMENT = 64;
const PREFIX = 8;
/** What the output file is filled with, to see what a server writes outside of the room it was given. */
const FILL = 0xa5;
const BODY_LENGTH_MEANS = 'the body behind the metadata';

/** The two files of one stream. The case that makes them disposes of them. */
export class SharedFiles implements Disposable {
  readonly #input: number;
  readonly #output: number;
  readonly #paths: readonly string[];
  readonly command: NonNullable<StreamCommand['sharedMemory']>;

  constructor(folders: SharedFolders, inputBytes: number, outputBytes: number) {
    const name = `conformance-${randomUUID()}`;
    this.#paths = [join(folders.input, `${name}.in`), join(folders.output, `${name}.out`)];
    this.#input = openSync(this.#paths[0]!, 'w+', 0o644);
    this.#output = openSync(this.#paths[1]!, 'w+', 0o666);
    // The server may be another user's process, and the mask of this one must not keep it out.
    fchmodSync(this.#input, 0o644);
    fchmodSync(this.#output, 0o666);
    ftruncateSync(this.#input, inputBytes);
    writeSync(this.#output, Buffer.alloc(outputBytes, FILL), 0, outputBytes, 0);
    this.command = { input: `${name}.in`, inputBytes, output: `${name}.out`, outputBytes };
  }

  /** Writes an encapsulated message and returns its length. The body starts on a multiple of 64 of the file. */
  write(offset: number, message: BatchMessage): number {
    const metadataEnd = Math.ceil((offset + PREFIX + message.metadata.byteLength) / ALIGNMENT) * ALIGNMENT;
    const bytes = Buffer.alloc(metadataEnd - offset + message.body.byteLength);
    bytes.writeUInt32LE(0xffffffff, 0);
    bytes.writeInt32LE(metadataEnd - offset - PREFIX, 4);
    bytes.set(message.metadata, PREFIX);
    bytes.set(message.body, metadataEnd - offset);
    writeSync(this.#input, bytes, 0, bytes.byteLength, offset);
    return bytes.byteLength;
  }

  /** Reads an answer and checks how it is wrapped. */
  read(offset: number, length: number): BatchMessage {
    const bytes = this.#bytes(offset, length);
    if (offset % ALIGNMENT !== 0) fail(`The answer lies at ${offset}, which is no multiple of ${ALIGNMENT}`);
    if (length < PREFIX || bytes.readUInt32LE(0) !== 0xffffffff) fail('The answer in the output file does not begin with 0xFFFFFFFF');
    const metadataLength = bytes.readInt32LE(4);
    const bodyStart = offset + PREFIX + metadataLength;
    if (bodyStart > offset + length) fail(`The answer's metadata of ${metadataLength} bytes ends behind its length of ${length}`);
    if (bodyStart % ALIGNMENT !== 0)
      fail(`The answer's body starts at ${bodyStart} of the file: ${BODY_LENGTH_MEANS} starts on a multiple of ${ALIGNMENT}`);
    return { metadata: stripPrefix(bytes), body: new Uint8Array(bytes.subarray(PREFIX + metadataLength)) };
  }

  /** That nothing but the rooms was written to. */
  expectUntouchedOutside(rooms: readonly { readonly offset: number; readonly bytes: number }[]): void {
    const bytes = this.#bytes(0, this.command.outputBytes);
    for (const { offset, bytes: length } of rooms) bytes.fill(FILL, offset, offset + length);
    const at = bytes.findIndex((byte) => byte !== FILL);
    if (at !== -1) fail(`The server wrote outside of the room it was given: at byte ${at} of the output file`);
  }

  #bytes(offset: number, length: number): Buffer {
    if (offset < 0 || offset + length > this.command.outputBytes)
      fail(`The answer says that it lies at ${offset}, ${length} bytes long, outside of the output file`);
    const bytes = Buffer.alloc(length);
    readSync(this.#output, bytes, 0, length, offset);
    return bytes;
  }

  [Symbol.dispose](): void {
    closeSync(this.#input);
    closeSync(this.#output);
    for (const path of this.#paths) rmSync(path, { force: true });
  }
}
