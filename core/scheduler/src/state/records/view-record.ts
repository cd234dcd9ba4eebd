import { arbalest } from '@arbalest/proto';
import type { TableName } from '@arbalest/spi';

const Record = arbalest.state.v1.View;

/** A named query. */
export interface View {
  readonly name: TableName;
  readonly query: string;
}

export function encodeView({ name: { schema, name }, query }: View): Uint8Array {
  return Record.encode({ name, query, ...(schema === undefined ? {} : { schema }) }).finish();
}

export function decodeView(value: Uint8Array): View {
  const { schema, name, query } = Record.decode(value);
  return { name: { name, ...(schema ? { schema } : {}) }, query };
}
