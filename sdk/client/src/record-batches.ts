import { RecordBatchReader, Table, type RecordBatch } from 'apache-arrow';
import { encapsulated, ipcBytes } from './ipc-bytes.js';
import type { PartBatch } from './running-job.js';

/** The batch as apache-arrow has it. Its vectors are views of the body: nothing is copied. */
export function toRecordBatch({ schema, batch }: PartBatch): RecordBatch {
  const [decoded] = RecordBatchReader.from(ipcBytes(schema, batch));
  if (decoded === undefined) throw new TypeError('An Arrow batch of the result holds no record batch');
  return decoded;
}

/** Undefined without a batch. @param read see `RunningJob.batches` */
export async function toTable(read: (onAnew: () => void) => AsyncIterable<PartBatch>): Promise<Table | undefined> {
  const batches: RecordBatch[] = [];
  for await (const part of read(() => (batches.length = 0))) batches.push(toRecordBatch(part));
  return batches[0] === undefined ? undefined : new Table(batches[0].schema, batches);
}

/** A table without rows: with the columns of a result, or without any where there was none. */
export function emptyTable(schema: Uint8Array | undefined): Table {
  return schema === undefined ? new Table() : new Table(RecordBatchReader.from([encapsulated(schema)]).open().schema);
}
