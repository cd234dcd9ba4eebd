import { readFile, stat, writeFile } from 'node:fs/promises';
import {
  type ArrowStream,
  checkedOptions,
  type Codec,
  type CodecSplitsRequest,
  type Field,
  type FileRef,
  type FormatOptions,
  type ReadRequest,
  type Split,
  type TableShape,
  typeToSql,
  userError,
  type WriteRequest,
  type WrittenFile,
} from '@arbalest/spi';
import type { Data } from 'apache-arrow';
import { type ColumnValue, recordBatches, streamOf } from '../../testing/index.js';

interface Content {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Files of one JSON value each, for columns that are BIGINT, DOUBLE or VARCHAR: as small as a codec can be that keeps all promises. */
export class JsonRowsCodec implements Codec {
  readonly id: string = 'json-rows';
  readonly extensions = ['.json-rows'];

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal): Promise<TableShape> {
    signal.throwIfAborted();
    const known = this.checked(options);
    const contents = await Promise.all(files.map((file) => content(file)));
    const [first] = contents;
    for (const [at, { fields }] of contents.entries()) {
      const differs = fields.findIndex((field, column) => typed(field) !== typed(first!.fields[column]));
      if (differs >= 0)
        throw userError('SCHEMA_MISMATCH', `${files[0]!.path} and ${files[at]!.path} differ in the column ${fields[differs]!.name}`);
    }
    const rows = contents.reduce((sum, each) => sum + each.rows.length, 0);
    return {
      fields: first!.fields,
      statistics: { rows, exact: true, bytes: files.reduce((sum, { size }) => sum + size, 0) },
      options: known,
    };
  }

  async splits({ files, targetBytes }: CodecSplitsRequest): Promise<readonly Split[]> {
    const splits: Split[] = [];
    for (const file of files) {
      const { rows } = await content(file);
      const each = Math.max(1, Math.ceil((rows.length * targetBytes) / file.size));
      for (let start = 0; start < rows.length; start += each)
        splits.push({ codec: this.id, file, rows: { start, end: Math.min(start + each, rows.length) }, estimatedBytes: targetBytes });
    }
    return splits;
  }

  async read(split: Split, { columns, batchRows, signal }: ReadRequest): Promise<ArrowStream> {
    signal.throwIfAborted();
    const { fields, rows } = await content(split.file);
    const at = this.positions(columns, fields);
    const picked = rows.slice(split.rows?.start, split.rows?.end).map((row) => at.map((column): ColumnValue => row[column]!));
    const stream = streamOf(columns, picked, { batchRows });
    return { schema: stream.schema, batches: this.untilStopped(stream.batches, signal) };
  }

  async write({ path, target, stream, signal }: WriteRequest): Promise<WrittenFile> {
    const rows: unknown[][] = [];
    const { schema, batches } = stream;
    for await (const batch of batches) {
      signal.throwIfAborted();
      for (const { data } of await recordBatches({ schema, batches: only(batch) })) {
        for (let row = 0; row < data.length; row++) rows.push(data.children.map((column) => valueAt(column, row)));
      }
    }
    await writeFile(path, JSON.stringify({ fields: target.fields, rows }));
    return { path, rows: rows.length, bytes: (await stat(path)).size };
  }

  protected checked(options: FormatOptions): FormatOptions {
    return checkedOptions(this.id, {}, options);
  }

  protected positions(columns: readonly { readonly name: string }[], fields: readonly Field[]): readonly number[] {
    return columns.map(({ name }) => fields.findIndex((field) => field.name === name));
  }

  protected async *untilStopped<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
    for await (const item of items) {
      signal.throwIfAborted();
      yield item;
    }
  }
}

async function content({ path }: FileRef): Promise<Content> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Content;
  } catch (cause) {
    throw userError('CODEC_FORMAT', `${path} is not a file of JSON rows: ${String(cause)}`, { cause });
  }
}

const typed = (field: Field | undefined) => field && `${field.name} ${typeToSql(field.type)}`;

async function* only<T>(item: T): AsyncGenerator<T> {
  yield item;
}

function valueAt(column: Data, row: number): unknown {
  if (!column.getValid(row)) return null;
  if ((column.valueOffsets as Int32Array | undefined) === undefined) return Number((column.values as ArrayLike<number | bigint>)[row]);
  const offsets = column.valueOffsets as Int32Array;
  return new TextDecoder().decode((column.values as Uint8Array).subarray(offsets[row], offsets[row + 1]));
}
