import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { UsageError } from '../exit-code.js';

/** Whoever read our output has left; nothing is wrong, and nothing more is to be said. */
export class BrokenPipe extends Error {}

/** Where results go. A write resolves when more may be written, so a slow reader slows the query. */
export interface Sink {
  /** @throws BrokenPipe when the reader has left */
  write(chunk: string | Uint8Array): Promise<void>;
  /** All went well: what was written is there for others to see. */
  finish(): Promise<void>;
  /** It did not: a file that was begun is removed. No effect after `finish`. */
  abandon(): Promise<void>;
}

export function standardOutput(): Sink {
  const write = writerTo(process.stdout);
  return { write, finish: () => write(''), abandon: () => Promise.resolve() };
}

/** A file that appears under its name when it is whole. */
export function outputFile(path: string): Sink {
  const unfinished = `${path}.unfinished-${process.pid}`;
  const stream = createWriteStream(unfinished);
  const write = writerTo(stream, (error) => failureFor(path, error));
  let over = false;
  return {
    write,
    async finish() {
      // Also when there was nothing to write, the file may not have come to be.
      await write('');
      stream.end();
      await once(stream, 'close');
      await rename(unfinished, path);
      over = true;
    },
    async abandon() {
      if (over) return;
      stream.destroy();
      await rm(unfinished, { force: true });
    },
  };
}

/** A name that cannot be written to is the caller's mistake; a disk that is full is not. */
function failureFor(path: string, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'ENOENT':
      return new UsageError(`the file ${path} cannot be written: there is no folder ${dirname(path)}`);
    case 'EACCES':
      return new UsageError(`the file ${path} cannot be written: there is no permission for ${dirname(path)}`);
    default:
      return error;
  }
}

function writerTo(stream: Writable, failure: (error: NodeJS.ErrnoException) => Error = (error) => error): Sink['write'] {
  let broken: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    broken ??= error.code === 'EPIPE' ? new BrokenPipe() : failure(error);
  });
  return (chunk) =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken);
      stream.write(chunk, (error: NodeJS.ErrnoException | null | undefined) => {
        if (error?.code === 'EPIPE') reject(new BrokenPipe());
        else if (error) reject(failure(error));
        else resolve();
      });
    });
}
