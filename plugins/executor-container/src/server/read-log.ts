import type { Readable } from 'node:stream';
import { LineSplitter } from './line-splitter.js';
import type { LogRing } from './log-ring.js';

/** What is read of one process's log in a second. One that writes more waits: the flood costs itself time, and nobody else. */
const BYTES_PER_SECOND = 8 * 1024 * 1024;

/** Reads a stream of text into the ring. Resolves when it has ended, however it did. */
export function readPlainLog(stream: Readable, ring: LogRing): Promise<void> {
  const lines = new LineSplitter((text) => ring.add(text));
  return readPaced(
    stream,
    (bytes) => lines.write(bytes),
    () => lines.end(),
  );
}

/**
 * Reads what the container engine sends of a container without a terminal: pieces behind 8 bytes of header, the stream's number first and the piece's
 * length last, big-endian (Docker Engine API, «Attach to a container», stream format). Resolves as `readPlainLog`.
 */
export function readMultiplexedLog(stream: Readable, ring: LogRing): Promise<void> {
  const outputs = new Map<number, LineSplitter>();
  const linesOf = (number: number) => {
    let lines = outputs.get(number);
    if (!lines) outputs.set(number, (lines = new LineSplitter((text) => ring.add(text))));
    return lines;
  };
  const pieces = new PieceReader((output, bytes) => linesOf(output).write(bytes));
  return readPaced(
    stream,
    (bytes) => pieces.write(bytes),
    () => outputs.forEach((lines) => lines.end()),
  );
}

/** Takes the multiplexed stream apart without holding a piece: the header says how much of what follows belongs to which output. */
class PieceReader {
  readonly #onBytes: (output: number, bytes: Buffer) => void;
  #header = Buffer.alloc(0);
  #left = 0;

  constructor(onBytes: (output: number, bytes: Buffer) => void) {
    this.#onBytes = onBytes;
  }

  write(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) at += this.#left > 0 ? this.#takeBody(bytes.subarray(at)) : this.#takeHeader(bytes.subarray(at));
  }

  #takeBody(bytes: Buffer): number {
    const taken = bytes.subarray(0, this.#left);
    this.#left -= taken.length;
    // Standard output and standard error; there are no others to hold lines for.
    this.#onBytes(this.#header[0] === 2 ? 2 : 1, taken);
    if (this.#left === 0) this.#header = Buffer.alloc(0);
    return taken.length;
  }

  #takeHeader(bytes: Buffer): number {
    const taken = bytes.subarray(0, 8 - this.#header.length);
    this.#header = Buffer.concat([this.#header, taken]);
    if (this.#header.length < 8) return taken.length;
    this.#left = this.#header.readUInt32BE(4);
    if (this.#left === 0) this.#header = Buffer.alloc(0);
    return taken.length;
  }
}

function readPaced(stream: Readable, onBytes: (bytes: Buffer) => void, onEnd: () => void): Promise<void> {
  let budget = BYTES_PER_SECOND;
  const refill = setInterval(() => {
    budget = BYTES_PER_SECOND;
    stream.resume();
  }, 1_000);
  refill.unref();
  stream.on('data', (bytes: Buffer) => {
    onBytes(bytes);
    budget -= bytes.length;
    if (budget <= 0) stream.pause();
  });
  stream.once('error', () => stream.destroy());
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(refill);
      onEnd();
      resolve();
    };
    stream.once('end', () => stream.destroy());
    stream.once('close', end);
  });
}
