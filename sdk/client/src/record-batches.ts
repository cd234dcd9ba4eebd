import { RecordBatchReader, Table, type RecordBatch, type Schema } from 'apache-arrow';
import { encapsulated, ipcBytes } from './ipc-bytes.js';
import type { PartBatch } from './running-job.js';

/** The batch as apache-arrow has it. Its vectors are views of the body: nothing is copied. */
export function toRecordBatch({ schema, batch }: PartBatch): RecordBatch {
  const [decoded] = RecordBatchReader.from(ipcBytes(schema, batch));
  if (decoded === undefined) throw new TypeError('An Arrow batch of the result holds no record batch');
  return decoded;
}

export function toSchema(message: Uint8Array): Schema {
  return RecordBatchReader.from([encapsulated(message)]).open().schema;
}

export async function toTable(parts: AsyncIterable<PartBatch>): Promise<Table> {
  const batches: RecordBatch[] = [];
  for await (const part of parts) batches.push(toRecordBatch(part));
  return batches[0] === undefined ? new Table() : new Table(batches[0].schema, batches);
}
