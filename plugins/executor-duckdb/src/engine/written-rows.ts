import type { ArrowBatch, DataType } from '@arbalest/spi';
import { readRecordBatch } from '../arrow/message-reader.js';
import { layoutOf } from '../arrow/layout.js';
import { BatchAssembler } from './batch-assembler.js';
import type { Connection } from './connection.js';
import { readNativeColumns } from './native-array.js';

/** A file that a COPY statement made, as DuckDB tells of it. `bytes` where the format's writer counts them. */
export interface CopiedFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes?: number;
}

const PIECE_BYTES = 1 << 20;
const TEXT: DataType = { id: 'VARCHAR' };
const COUNT: DataType = { id: 'BIGINT' };

/** Runs a COPY with RETURN_STATS: a row for each file, with its name, rows and bytes first. */
export async function copyWithStatistics(connection: Connection, sql: string, signal: AbortSignal): Promise<CopiedFile[]> {
  const files: CopiedFile[] = [];
  for (const batch of await firstColumns(connection, sql, [TEXT, COUNT, COUNT], signal)) {
    const columns = new Columns(batch);
    for (let row = 0; row < batch.rows; row++)
      files.push({ path: columns.text(1, row), rows: columns.count(4, row), bytes: columns.count(6, row) });
  }
  return files;
}

/** Runs a COPY with RETURN_FILES: one row, the number of rows and the list of files. */
export async function copyWithFiles(connection: Connection, sql: string, signal: AbortSignal): Promise<{ rows: number; paths: string[] }> {
  const [batch] = await firstColumns(connection, sql, [COUNT, { id: 'LIST', child: TEXT }], signal);
  if (batch === undefined) return { rows: 0, paths: [] };
  const columns = new Columns(batch);
  return { rows: columns.count(1, 0), paths: Array.from({ length: columns.offset(3, 1) }, (_, i) => columns.text(5, i)) };
}

/** Runs a query that yields one number. */
export async function countOf(connection: Connection, sql: string, signal: AbortSignal): Promise<number> {
  const [batch] = await firstColumns(connection, sql, [COUNT], signal);
  return batch === undefined ? 0 : new Columns(batch).count(1, 0);
}

async function firstColumns(connection: Connection, sql: string, types: readonly DataType[], signal: AbortSignal): Promise<ArrowBatch[]> {
  const layouts = types.map(layoutOf);
  const assembler = new BatchAssembler(connection.library, layouts, (bytes) => new Uint8Array(bytes));
  const query = await connection.query(sql, { signal, pieceBytes: PIECE_BYTES });
  const batches: ArrowBatch[] = [];
  try {
    for (let piece = await query.next(); piece !== undefined; piece = await query.next()) {
      batches.push(assembler.assemble(piece.rows, [readNativeColumns(connection.library, piece.array, layouts)]));
      piece.free();
    }
    return batches;
  } finally {
    await query.close();
  }
}

/** Reads single values out of a small batch; buffers by their position in it. Offsets stand before the bytes that they point into. */
class Columns {
  readonly #view: DataView;
  readonly #buffers: readonly { readonly offset: number; readonly length: number }[];

  constructor(private readonly batch: ArrowBatch) {
    this.#view = new DataView(batch.body.buffer, batch.body.byteOffset, batch.body.byteLength);
    this.#buffers = readRecordBatch(batch.metadata).buffers;
  }

  count(buffer: number, row: number): number {
    return Number(this.#view.getBigInt64(this.#buffers[buffer]!.offset + 8 * row, true));
  }

  offset(buffer: number, row: number): number {
    return this.#view.getInt32(this.#buffers[buffer]!.offset + 4 * row, true);
  }

  text(offsets: number, row: number): string {
    const data = this.#buffers[offsets + 1]!.offset;
    return Buffer.from(this.batch.body.subarray(data + this.offset(offsets, row), data + this.offset(offsets, row + 1))).toString();
  }
}
