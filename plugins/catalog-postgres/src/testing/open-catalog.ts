import type { Catalog, Filter, ReadRequest, Secrets, Split, Table } from '@arbalest/spi';
import { userError } from '@arbalest/spi';
import type { PostgresServer } from '@arbalest/test-kit';
import { RecordBatchReader, type RecordBatch } from 'apache-arrow';
import { PostgresCatalog } from '../catalog/postgres-catalog.js';
import { PostgresCodec } from '../codec/postgres-codec.js';
import type { DatabaseConfig } from '../config.js';
import { Databases } from '../connection/databases.js';

/** The catalog `pg` of a server and the codec that reads its splits, each with connections of its own, as in two processes. */
export interface OpenCatalog extends AsyncDisposable {
  readonly catalog: Catalog;
  readonly codec: PostgresCodec;
}

export function openCatalog(
  server: Pick<PostgresServer, 'host' | 'port' | 'user' | 'password' | 'database'>,
  more: Partial<DatabaseConfig> = {},
): OpenCatalog {
  const config: DatabaseConfig = {
    ...{ host: server.host, port: server.port, database: server.database, user: server.user, password: { env: 'PASSWORD' } },
    ...{ tls: false, connections: 8, connectTimeoutMs: 30_000, snapshotTimeoutMs: 60_000 },
    ...more,
  };
  const databases = () => new Databases({ catalogs: { pg: config } }, secretsOf({ PASSWORD: server.password }), '/');
  const catalog = new PostgresCatalog(databases().named('pg'));
  const codec = new PostgresCodec(databases());
  return {
    catalog,
    codec,
    async [Symbol.asyncDispose]() {
      await catalog.close();
      await codec.close();
    },
  };
}

function secretsOf(values: Readonly<Record<string, string>>): Secrets {
  return {
    read(reference) {
      const value = 'env' in reference ? values[reference.env] : undefined;
      return value === undefined
        ? Promise.reject(userError('SECRET_MISSING', `There is no ${JSON.stringify(reference)}`))
        : Promise.resolve(value);
    },
    strike: (text) => Object.values(values).reduce((struck, value) => struck.replaceAll(value, '***'), text),
  };
}

export interface ReadOptions {
  readonly columns?: readonly string[];
  readonly filters?: readonly Filter[];
  readonly limit?: number;
  readonly batchRows?: number;
  readonly signal?: AbortSignal;
}

/** The Arrow batches of some splits. */
export async function readBatches(
  codec: PostgresCodec,
  table: Table,
  splits: readonly Split[],
  options: ReadOptions = {},
): Promise<readonly RecordBatch[]> {
  const { columns, filters = [], limit, batchRows = 1000, signal = new AbortController().signal } = options;
  const fields = columns ? columns.map((name) => table.source.fields.find((field) => field.name === name)!) : table.source.fields;
  const request: ReadRequest = {
    source: table.source,
    columns: fields,
    filters,
    batchRows,
    signal,
    ...(limit === undefined ? {} : { limit }),
  };
  const batches: RecordBatch[] = [];
  for (const split of splits) {
    const stream = await codec.read(split, request);
    for await (const { metadata, body } of stream.batches) {
      const bytes = Buffer.concat([message(stream.schema.message), message(metadata), body, Buffer.alloc(8)]);
      batches.push(...RecordBatchReader.from(bytes));
    }
  }
  return batches;
}

function message(metadata: Uint8Array): Buffer {
  const prefix = Buffer.alloc(8);
  prefix.writeInt32LE(-1, 0);
  prefix.writeInt32LE(metadata.length, 4);
  return Buffer.concat([prefix, metadata]);
}

/** The rows as plain values, columns in order. */
export async function readRows(
  codec: PostgresCodec,
  table: Table,
  splits: readonly Split[],
  options?: ReadOptions,
): Promise<readonly unknown[][]> {
  const batches = await readBatches(codec, table, splits, options);
  return batches.flatMap((batch) => batch.toArray().map((row) => (row === null ? [] : [...(row as { toArray(): unknown[] }).toArray()])));
}
