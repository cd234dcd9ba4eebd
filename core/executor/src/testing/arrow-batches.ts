import { ArrowEncoder, decodeTable, recordBatchRows, singleBody } from '@arbalest/flight';
import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import * as arrow from 'apache-arrow';

/** apache-arrow's batches as they travel. */
export function toArrow(schema: arrow.Schema, batches: readonly arrow.RecordBatch[]): { schema: ArrowSchema; batches: ArrowBatch[] } {
  const encoder = new ArrowEncoder(schema);
  const messages = batches.flatMap((batch) => encoder.encode(batch));
  return {
    schema: { message: encoder.schema.metadata },
    batches: messages.map(({ metadata, body }) => ({ rows: recordBatchRows(metadata), metadata, body: singleBody(body) })),
  };
}

export function toTable(schema: ArrowSchema, batches: readonly ArrowBatch[]): Promise<arrow.Table> {
  return decodeTable([{ metadata: schema.message }, ...batches]);
}

/** A batch with one column of 64-bit integers. */
export function numbers(values: readonly number[]): { schema: ArrowSchema; batch: ArrowBatch } {
  const table = new arrow.Table({ n: arrow.vectorFromArray(values.map(BigInt), new arrow.Int64()) });
  const { schema, batches } = toArrow(table.schema, table.batches);
  return { schema, batch: batches[0]! };
}

export async function readNumbers(schema: ArrowSchema, batches: readonly ArrowBatch[]): Promise<number[]> {
  const table = await toTable(schema, batches);
  return Array.from((table.getChildAt(0) ?? []) as Iterable<bigint>, Number);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
