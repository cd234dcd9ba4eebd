import { stat } from 'node:fs/promises';
import { rowsOf } from '@arbalest/plugin-sdk/testing';
import type { Field, FormatOptions, Split } from '@arbalest/spi';
import { AvroCodec } from '../avro-codec.js';

const codec = new AvroCodec();
const { signal } = new AbortController();

/** The columns of a file, or of several. */
export async function fieldsOf(paths: readonly string[], options: FormatOptions = {}): Promise<readonly Field[]> {
  const files = await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size, version: '1' })));
  return (await codec.describe(files, options, signal)).fields;
}

/** The rows that begin in a range of a file, of these columns. */
export async function rowsIn(
  path: string,
  bytes: { readonly start: number; readonly end: number },
  columns: readonly Field[],
  options: FormatOptions = {},
) {
  const file = { path, size: (await stat(path)).size, version: '1' };
  const split: Split = { codec: 'avro', file, bytes, estimatedBytes: bytes.end - bytes.start };
  const source = { table: 't', codec: 'avro', options, fields: columns };
  return rowsOf(await codec.read(split, { source, columns, filters: [], batchRows: 1000, signal }));
}

/** All rows of a file, of all its columns or of those named. */
export async function allRows(path: string, names?: readonly string[]) {
  const fields = await fieldsOf([path]);
  const columns = names === undefined ? fields : fields.filter(({ name }) => names.includes(name));
  return rowsIn(path, { start: 0, end: (await stat(path)).size }, columns);
}

/** How many rows a file has, by its blocks alone. */
export async function countRows(path: string): Promise<number> {
  const file = { path, size: (await stat(path)).size, version: '1' };
  const source = { table: 't', codec: 'avro', options: {}, fields: [] };
  const { batches } = await codec.read(
    { codec: 'avro', file, estimatedBytes: 0 },
    { source, columns: [], filters: [], batchRows: 1000, signal },
  );
  let rows = 0;
  for await (const batch of batches) rows += batch.rows;
  return rows;
}
