import { closeSync, constants, fchmodSync, ftruncateSync, openSync, readSync, unlinkSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { ArrowFault } from '../arrow/arrow-fault.js';

/** A file that both sides know by its name, opened once: what the other side does to names in its folder changes nothing. */
export class OpenFile {
  #open = true;

  private constructor(
    readonly name: string,
    readonly path: string,
    readonly bytes: number,
    readonly descriptor: number,
  ) {}

  /** Sparse: it takes memory as it is used. */
  static create(folder: string, name: string, mode: number, bytes: number): OpenFile {
    const path = join(folder, name);
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, mode);
    const file = new OpenFile(name, path, bytes, descriptor);
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

  /** @throws ArrowFault when the file ends before `into` is full */
  read(at: number, into: Uint8Array): void {
    let filled = 0;
    while (filled < into.byteLength) {
      const read = readSync(this.descriptor, into, filled, into.byteLength - filled, at + filled);
      if (read === 0) throw new ArrowFault('The shared file was cut off before the end of an answer');
      filled += read;
    }
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
