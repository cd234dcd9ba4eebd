import { open } from 'node:fs/promises';
import type { FileRef, FormatOptions } from '@arbalest/spi';

/** Files that are open at a time. */
const CONCURRENCY = 32;
/** A header is seldom longer; one that is, is read by the engine. */
const MAX_BYTES = 64 * 1024;

/**
 * First lines as they stand, by path: of two files read alike, equal first lines are equal headers, and a line is read much faster than parsed.
 * Left out is whatever needs more than a look: compressed and remote files, quotes, which may hide a line break, and lines to be skipped before.
 */
export async function firstLines(
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const waiting = isPlain(options) ? files.filter(({ path }) => isPlainFile(path)) : [];
  const next = waiting.values();
  const work = async () => {
    for (const { path } of next) {
      signal.throwIfAborted();
      const line = await firstLine(path);
      if (line !== undefined && line.trim() !== '' && !line.includes(textOr(options.quote, '"'))) found.set(path, line);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return found;
}

function isPlain({
  header,
  skip = 0,
  comment = '',
  encoding = 'utf-8',
  compression = 'auto',
  quote = '"',
  new_line: newLine,
}: FormatOptions): boolean {
  return (
    header === true &&
    skip === 0 &&
    comment === '' &&
    /^utf-?8$/i.test(textOr(encoding, '')) &&
    /^(auto|none)$/i.test(textOr(compression, '')) &&
    quote !== '' &&
    newLine === undefined
  );
}

function textOr(value: FormatOptions[string] | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function isPlainFile(path: string): boolean {
  return !/\.(gz|zst)$/i.test(path) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(path);
}

/** Undefined when there is none within reach, or the file cannot be read: the engine says why. */
async function firstLine(path: string): Promise<string | undefined> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const bytes = Buffer.allocUnsafe(MAX_BYTES);
    let length = 0;
    for (;;) {
      const wanted = length === 0 ? 1024 : MAX_BYTES - length;
      const { bytesRead } = await handle.read(bytes, length, wanted, length);
      const end = bytes.subarray(0, length + bytesRead).indexOf(0x0a);
      if (end >= 0) return lineOf(bytes.subarray(0, end));
      length += bytesRead;
      if (bytesRead === 0 || length === MAX_BYTES) return bytesRead === 0 ? lineOf(bytes.subarray(0, length)) : undefined;
    }
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

/** A carriage return elsewhere than at the end may be a line's end too. */
function lineOf(bytes: Buffer): string | undefined {
  const line = bytes.toString('latin1').replace(/\r$/, '');
  return line.includes('\r') ? undefined : line;
}
