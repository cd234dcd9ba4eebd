import { type Field, internalError } from '@arbalest/spi';
import type { InlineResult } from '../messages.js';
import type { LocalTable, LocalValue } from './local-table.js';
import { splitIpcStream } from './split-ipc-stream.js';

type Arrow = typeof import('apache-arrow');

/** The table as an inline result. Loads the Arrow library when it is first needed: most statements never do. */
export async function encodeLocalTable({ fields, rows }: LocalTable): Promise<InlineResult> {
  const arrow = await import('apache-arrow');
  const schema = new arrow.Schema(fields.map((field) => new arrow.Field(field.name, arrowType(arrow, field), true)));
  const columns = fields.map((field, i) =>
    vector(
      arrow,
      field,
      rows.map((row) => row[i] ?? null),
    ),
  );
  const struct = arrow.makeData({
    type: new arrow.Struct(schema.fields),
    length: rows.length,
    nullCount: 0,
    children: columns.map((column) => column.data[0] as import('apache-arrow').Data),
  });
  const writer = arrow.RecordBatchStreamWriter.writeAll([new arrow.RecordBatch(schema, struct)]);
  const { schema: schemaMessage, batches } = splitIpcStream(writer.toUint8Array(true));
  return { schema: schemaMessage, batches: batches.map((batch) => ({ ...batch, rows: rows.length })) };
}

function arrowType(arrow: Arrow, { name, type }: Field) {
  switch (type.id) {
    case 'VARCHAR':
      return new arrow.Utf8();
    case 'BIGINT':
      return new arrow.Int64();
    case 'BOOLEAN':
      return new arrow.Bool();
    default:
      throw internalError('LOCAL_TYPE', `The scheduler makes no ${type.id} columns itself, but ${name} is one`);
  }
}

function vector(arrow: Arrow, field: Field, values: readonly LocalValue[]) {
  const builder = arrow.makeBuilder<import('apache-arrow').DataType>({ type: arrowType(arrow, field), nullValues: [null] });
  for (const value of values) builder.append(typeof value === 'number' ? BigInt(value) : value);
  return builder.finish().toVector();
}
