import {
  type ArrowBatch,
  type ArrowStream,
  type Codec,
  type CodecSplitsRequest,
  type FileRef,
  type Filter,
  type FilterSupport,
  internalError,
  type ReadRequest,
  type ScanSource,
  type Split,
  type TableShape,
  userError,
} from '@arbalest/spi';
import { schemaMessage, schemaOf } from '../arrow/messages.js';
import type { Databases } from '../connection/databases.js';
import { throwIfAborted } from '../connection/abortable.js';
import type { Connection, Database } from '../connection/database.js';
import { postgresError } from '../connection/postgres-error.js';
import { BatchAssembler } from '../copy/batch-assembler.js';
import { CopyOut } from '../copy/copy-out.js';
import { scanOptions } from '../types/column-read.js';
import { snapshotError } from './snapshot-error.js';
import { columnSql, filterSql, literal, tableSql } from './scan-sql.js';
import { rangeSql, splitPayload } from './split-range.js';

/** Reads what the catalogs of this plugin cut into splits. It knows no files: tables come to be in PostgreSQL. */
export class PostgresCodec implements Codec {
  readonly id = 'postgres';
  readonly extensions = [];
  readonly #databases: Databases;

  constructor(databases: Databases) {
    this.#databases = databases;
  }

  describe(files: readonly FileRef[]): Promise<TableShape> {
    return Promise.reject(
      userError(
        'CODEC_FORMAT',
        `${files[0]?.path ?? 'A file'} cannot be read as postgres, which is no format of files; name tables as catalog.schema.table, with the catalog in plugin.postgres`,
      ),
    );
  }

  splits({ source }: CodecSplitsRequest): Promise<readonly Split[]> {
    return Promise.reject(internalError('POSTGRES_SPLITS', `${source.table} is cut by its catalog, not by the codec`));
  }

  supports(filters: readonly Filter[], source: ScanSource): readonly FilterSupport[] {
    const options = scanOptions(source.options);
    return filters.map((filter) => (filterSql(filter, options) === undefined ? 'unsupported' : 'exact'));
  }

  close(): Promise<void> {
    return this.#databases.close();
  }

  async read(split: Split, request: ReadRequest): Promise<ArrowStream> {
    const options = scanOptions(request.source.options);
    const columns = request.columns.map(({ name }) => {
      const column = Object.hasOwn(options.columns, name) ? options.columns[name] : undefined;
      if (column === undefined) throw internalError('POSTGRES_COLUMN', `${request.source.table} has no column "${name}"`);
      return { name, reader: column.reader };
    });
    const schema = schemaOf(columns);
    const assembler = new BatchAssembler({
      ...{ table: request.source.table, columns, schema },
      ...{ batchRows: request.batchRows, checkText: options.checkText },
    });
    const database = this.#databases.named(options.catalog);
    const { snapshot } = splitPayload(split.payload);
    const copy = new CopyOut(`COPY (${selectSql(split, request)}) TO STDOUT (FORMAT binary)`, assembler);
    return { schema: schemaMessage(schema), batches: copied(database, snapshot, copy, request.signal) };
  }
}

/** The SELECT of one split. */
export function selectSql(split: Split, { source, columns, filters, limit }: ReadRequest): string {
  const options = scanOptions(source.options);
  const { range } = splitPayload(split.payload);
  const list = columns.map(({ name }) => columnSql(name, options.columns[name]!)).join(', ');
  const conditions = [
    ...(range ? rangeSql(range) : []),
    ...filters.map((filter) => filterSql(filter, options)).filter((sql) => sql !== undefined),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT ${list} FROM ${tableSql(options)}${where}${limit === undefined ? '' : ` LIMIT ${limit}`}`;
}

/** Nothing is begun before the first batch is asked for. However it ends, the server does no more for it. */
async function* copied(database: Database, snapshot: string, copy: CopyOut, signal: AbortSignal): AsyncGenerator<ArrowBatch> {
  const connection = await database.acquire(signal);
  const onAbort = (): void => connection.cancelAndDestroy();
  signal.addEventListener('abort', onAbort, { once: true });
  let isDone = false;
  try {
    await begin(connection, snapshot, signal);
    connection.client.query(copy);
    yield* copy.batches();
    await connection.run('COMMIT', [], signal);
    isDone = true;
  } catch (thrown) {
    throwIfAborted(signal);
    throw postgresError(thrown, database.where);
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (isDone) connection.release();
    else connection.cancelAndDestroy();
  }
}

async function begin(connection: Connection, snapshot: string, signal: AbortSignal): Promise<void> {
  try {
    await connection.run(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ${literal(snapshot)}`, [], signal);
  } catch (thrown) {
    throw snapshotError(thrown, connection.where);
  }
}
