import type { Field, FileRef } from '@arbalest/spi';
import { widened, type ColumnType } from './columns.js';
import { parseLine } from './line.js';
import { noLine } from './line-error.js';
import { linesInRange } from './lines-in-range.js';

export interface Sample {
  readonly fields: readonly Field[];
  /** Undefined when there was no line. */
  readonly bytesPerRow: number | undefined;
}

/** The columns that the first lines of the first and of the last file with any have, in the order in which they come. */
export async function sampledColumns(files: readonly FileRef[], sampleBytes: number, signal: AbortSignal): Promise<Sample> {
  const filled = files.filter(({ size }) => size > 0);
  const types = new Map<string, ColumnType>();
  let rows = 0;
  let bytes = 0;
  for (const { path, size } of new Set([filled[0], filled.at(-1)].filter((file) => file !== undefined))) {
    const end = Math.min(size, sampleBytes);
    bytes += end;
    for await (const lines of linesInRange(path, 0, end, signal)) {
      for (const line of lines.filter(({ text }) => text.trim() !== '')) {
        const pairs = parseLine(line.text);
        if (pairs === undefined) throw noLine(path, line);
        for (const [key, value] of pairs) types.set(key, widened(types.get(key), value));
        rows++;
      }
    }
  }
  return {
    fields: [...types].map(([name, id]) => ({ name, type: { id }, nullable: true })),
    bytesPerRow: rows === 0 ? undefined : bytes / rows,
  };
}
