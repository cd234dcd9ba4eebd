import type { ArrowStream, SqlCaller, SqlService } from '@arbalest/spi';
import { type MetadataColumn, metadataSchema, metadataStream } from './metadata-table.js';

export interface MetadataContext {
  readonly sql: SqlService;
  readonly caller: SqlCaller;
  readonly signal: AbortSignal;
  /** How long an unused prepared statement lives, milliseconds; 0 = for ever. @default 0 */
  readonly statementTimeoutMs?: number;
}

/** One of the metadata commands of Flight SQL. */
export interface MetadataCall {
  /** A flatbuffer message without prefix; known without asking anybody. */
  schema(value: Uint8Array): Uint8Array;
  answer(value: Uint8Array, context: MetadataContext): Promise<ArrowStream>;
}

type Rows = readonly (readonly unknown[])[];

export interface MetadataCallParts<C> {
  readonly decode: (value: Uint8Array) => C;
  /** Names, types and nullability are those of the comments in Arrow's FlightSql.proto. */
  readonly columns: (command: C) => readonly MetadataColumn[];
  /** In the order that FlightSql.proto asks for. */
  readonly rows: (command: C, context: MetadataContext) => Rows | Promise<Rows>;
}

export function metadataCall<C>({ decode, columns, rows }: MetadataCallParts<C>): MetadataCall {
  return {
    schema: (value) => metadataSchema(columns(decode(value))),
    async answer(value, context) {
      const command = decode(value);
      return metadataStream(columns(command), await rows(command, context));
    },
  };
}
