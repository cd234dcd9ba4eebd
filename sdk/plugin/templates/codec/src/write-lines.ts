import { open } from 'node:fs/promises';
import { userError, type ArrowStream, type Field } from '@arbalest/spi';
import { recordBatches } from './arrow.js';
import { refuseUnwritable } from './columns.js';
import { formatPair, isKey } from './line.js';

/** Writes a line for each row, and says how many. A NULL is left out, save in the first column, so that no line is blank. */
export async function writeLines(
  format: string,
  path: string,
  fields: readonly Field[],
  stream: ArrowStream,
  signal: AbortSignal,
): Promise<number> {
  refuseUnwritable(format, fields);
  const names = fields.map(({ name }) => name);
  const odd = names.find((name) => !isKey(name));
  if (odd !== undefined)
    throw userError('CODEC_TYPE', `The format ${format} has no key ${JSON.stringify(odd)}; give the column another name`);
  const file = await open(path, 'wx');
  try {
    let rows = 0;
    for await (const batch of recordBatches(stream)) {
      signal.throwIfAborted();
      const columns = names.map((_, column) => batch.getChildAt(column)!);
      const lines = Array.from({ length: batch.numRows }, (_, row) =>
        names
          .map((name, column) => [name, columns[column]!.get(row) as string | number | bigint | boolean | null] as const)
          .filter(([, value], column) => value !== null || column === 0)
          .map(([name, value]) => formatPair(name, value))
          .join(' '),
      );
      await file.writeFile(lines.map((line) => `${line}\n`).join(''));
      rows += batch.numRows;
    }
    return rows;
  } finally {
    await file.close();
  }
}
