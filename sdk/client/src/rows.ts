import { toRecordBatch } from './record-batches.js';
import type { Row, RowOptions } from './row.js';
import type { PartBatch } from './running-job.js';
import type { ResultField } from './sql-type.js';
import { valueReader, type ValueReader } from './value-reader.js';

/** The rows of a batch, one object at a time. */
export function* rowsOf(part: PartBatch, fields: readonly ResultField[], options: RowOptions): Generator<Row, void, undefined> {
  const readers = columnReaders(part, fields, options);
  const columns = fields.map(({ name }, i) => [name, readers[i]!] as const);
  for (let row = 0; row < part.batch.rows; row++) yield Object.fromEntries(columns.map(([name, read]) => [name, read(row)]));
}

/** The rows of a batch, each as the list of its values. */
export function* valuesOf(part: PartBatch, fields: readonly ResultField[], options: RowOptions): Generator<unknown[], void, undefined> {
  const readers = columnReaders(part, fields, options);
  for (let row = 0; row < part.batch.rows; row++) yield readers.map((read) => read(row));
}

function columnReaders(part: PartBatch, fields: readonly ResultField[], options: RowOptions): ValueReader[] {
  const { data } = toRecordBatch(part);
  return fields.map(({ type }, i) => valueReader(type, data.children[i]!, options));
}
