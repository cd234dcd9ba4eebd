import { createReadStream } from 'node:fs';
import { userError } from '@arbalest/spi';

export interface Line {
  readonly text: string;
  /** Where it starts in its file, bytes. */
  readonly offset: number;
}

const LINE_FEED = 10;
/** Bytes read at a time. */
const [SMALLEST_READ, LARGEST_READ] = [4096, 1 << 18];

/** The lines that start in the range `start` to `end` of a file, end exclusive; the last of them may end beyond it. Some lines at a time. */
export async function* linesInRange(path: string, start: number, end: number, signal: AbortSignal): AsyncGenerator<readonly Line[]> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
    throw userError('FILE_UNREADABLE', `${path} cannot be read: this format reads local files only`);
  signal.throwIfAborted();
  // One byte earlier tells whether the range starts at the start of a line.
  const from = Math.max(0, start - 1);
  let rest: Buffer = Buffer.alloc(0);
  let position = from;
  const starts = (offset: number) => offset >= start && offset < end;
  for await (const chunk of createReadStream(path, {
    start: from,
    highWaterMark: Math.min(LARGEST_READ, Math.max(SMALLEST_READ, end - from)),
    signal,
  }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: Line[] = [];
    let begin = 0;
    for (let at = bytes.indexOf(LINE_FEED, rest.length); at >= 0 && position + begin < end; at = bytes.indexOf(LINE_FEED, begin)) {
      if (starts(position + begin)) lines.push({ text: bytes.toString('utf8', begin, at), offset: position + begin });
      begin = at + 1;
    }
    if (lines.length > 0) yield lines;
    position += begin;
    rest = bytes.subarray(begin);
    if (position >= end) return;
  }
  if (rest.length > 0 && starts(position)) yield [{ text: rest.toString('utf8'), offset: position }];
}
