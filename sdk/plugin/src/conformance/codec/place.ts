import { stat } from 'node:fs/promises';
import type { Codec, FileRef, Filter, NamedType, ReadRequest, ScanColumn, Split } from '@arbalest/spi';
import { expect } from 'vitest';
import {
  canonicalRows,
  type CanonicalRow,
  type ColumnValue,
  compareRows,
  rowsOf,
  streamOf,
  type TemporaryFolder,
} from '../../testing/index.js';
import { never } from '../never.js';
import { sampleRows } from './sample-values.js';
import { type CodecSubject, DEFAULT_COLUMNS, type OpenCodec, type Written } from './subject.js';

export const ROWS = 10_000;
/** Larger than any file in the tests. */
export const WHOLE = 1 << 30;

/** A folder with files that a codec has written, and what the tests do with them. */
export class CodecPlace {
  /** Two files of `ROWS` rows together. */
  table!: Written;

  constructor(
    readonly subject: CodecSubject,
    readonly open: OpenCodec,
    readonly folder: TemporaryFolder,
  ) {}

  get codec(): Codec {
    return this.open.codec;
  }

  get columns(): readonly NamedType[] {
    return this.subject.columns ?? DEFAULT_COLUMNS;
  }

  /** A file of these rows. */
  async file(name: string, columns: readonly NamedType[], rows: readonly (readonly ColumnValue[])[]): Promise<FileRef> {
    const { options = {}, extension, make } = this.subject;
    const path = this.folder.file(`${name}${extension}`);
    const fields = columns.map((column) => ({ ...column, nullable: true }));
    const stream = streamOf(columns, rows);
    if (make !== undefined) await make({ path, fields, stream });
    else {
      if (this.codec.write === undefined)
        throw new Error('The codec cannot write; give the subject a `make` that makes files for the tests');
      const target = { id: 'x', directory: this.folder.path, codec: this.codec.id, options, singleFile: true, partitionBy: [], fields };
      await this.codec.write({ path, target, stream, signal: never });
    }
    return { path, size: (await stat(path)).size, version: '1' };
  }

  /** Files of sample rows, from one number to another, and what the codec says of them together. */
  async written(name: string, ranges: readonly (readonly [number, number])[]): Promise<Written> {
    const files: FileRef[] = [];
    for (const [from, to] of ranges) files.push(await this.file(`${name}-${from}-${to}`, this.columns, sampleRows(this.columns, from, to)));
    const shape = await this.codec.describe(files, this.subject.options ?? {}, never);
    const rows = ranges.flatMap(([from, to]) => sampleRows(this.columns, from, to));
    return {
      files,
      shape,
      source: { table: 't', codec: this.codec.id, options: shape.options, fields: shape.fields },
      columns: this.columns,
      rows,
    };
  }

  /** The splits as they come to an executor: they travel as JSON. */
  async splits(
    { files, source }: Pick<Written, 'files' | 'source'>,
    targetBytes: number,
    filters: readonly Filter[] = [],
  ): Promise<Split[]> {
    const splits = await this.codec.splits({ files, source, targetBytes, filters, signal: never });
    return JSON.parse(JSON.stringify(splits)) as Split[];
  }

  request(columns: readonly ScanColumn[], more: Partial<ReadRequest> = {}): ReadRequest {
    return { source: this.table.source, columns, filters: [], batchRows: 1000, signal: never, ...more };
  }

  async read(splits: readonly Split[], request: ReadRequest): Promise<CanonicalRow[]> {
    const rows: CanonicalRow[] = [];
    for (const split of splits) rows.push(...(await rowsOf(await this.codec.read(split, request))));
    return rows;
  }

  /** The table's rows as they were written, of these columns and those that pass. */
  expected(columns: readonly { readonly name: string }[], passes: (i: number) => boolean = () => true): CanonicalRow[] {
    const at = columns.map(({ name }) => this.columns.findIndex((column) => column.name === name));
    const rows = this.table.rows.filter((row) => passes(Number(row[0]))).map((row) => at.map((column) => row[column]!));
    return canonicalRows(
      at.map((column) => this.columns[column]!),
      rows,
    );
  }
}

export function expectSameRows(actual: readonly CanonicalRow[], wanted: readonly CanonicalRow[]): void {
  const { equal, difference } = compareRows(actual, wanted);
  expect(equal ? 'the same rows' : difference).toBe('the same rows');
}
