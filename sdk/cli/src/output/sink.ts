import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';

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
  const write = writerTo(stream);
  let over = false;
  return {
    write,
    async finish() {
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

function writerTo(stream: Writable): Sink['write'] {
  let broken: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    broken ??= error.code === 'EPIPE' ? new BrokenPipe() : error;
  });
  return (chunk) =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken);
      stream.write(chunk, (error: NodeJS.ErrnoException | null | undefined) => {
        if (error?.code === 'EPIPE') reject(new BrokenPipe());
        else if (error) reject(error);
        else resolve();
      });
    });
}
