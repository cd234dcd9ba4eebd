import type { Catalog, Field, Filter, Table, TableDefinition, TableName, TableWriter, WriteTarget, WrittenFile } from '@arbalest/spi';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { canonicalRows, type CanonicalRow, type ColumnValue, compareRows, rowsOf, streamOf } from '../../testing/index.js';
import { sampleRows } from '../codec/sample-values.js';
import { never } from '../never.js';
import type { CatalogMaking, CatalogSubject, OpenCatalog } from './subject.js';

type Rows = readonly (readonly ColumnValue[])[];

const MADE_FIELDS: readonly Field[] = [
  { name: 'i', type: { id: 'BIGINT' }, nullable: true },
  { name: 's', type: { id: 'VARCHAR' }, nullable: true },
];

/** An open catalog, and what the tests do with its tables. */
export class CatalogPlace implements AsyncDisposable {
  #made = 0;

  private constructor(readonly open: OpenCatalog) {}

  static async open(subject: CatalogSubject): Promise<CatalogPlace> {
    return new CatalogPlace(await subject.open());
  }

  get catalog(): Catalog {
    return this.open.catalog;
  }

  /** The table that is there. */
  async known(): Promise<Table> {
    const { name } = this.open.table;
    const table = await this.catalog.table(name, never);
    if (table === undefined) throw new Error(`The catalog does not have the table ${name.name} that its subject says it has`);
    return table;
  }

  async read(table: Table, targetBytes = 1 << 30, filters: readonly Filter[] = []): Promise<CanonicalRow[]> {
    const splits = await table.splits({ targetBytes, filters, signal: never });
    const rows: CanonicalRow[] = [];
    for (const split of splits) {
      const codec = this.open.codec(split.codec);
      if (codec === undefined) throw new Error(`No codec ${split.codec}, which the table ${table.name.name} is to be read with`);
      const request = { source: table.source, columns: table.source.fields, filters: [], batchRows: 1000, signal: never };
      // Splits travel as JSON.
      rows.push(...(await rowsOf(await codec.read(JSON.parse(JSON.stringify(split)) as typeof split, request))));
    }
    return rows;
  }

  async expectRows(table: Table, rows: Rows, targetBytes?: number): Promise<void> {
    const { equal, difference } = compareRows(await this.read(table, targetBytes), canonicalRows(table.source.fields, rows));
    expect(equal ? 'the same rows' : difference).toBe('the same rows');
  }

  get making(): CatalogMaking {
    if (this.open.making === undefined) throw new Error('A catalog that makes tables needs `making` in its subject');
    return this.open.making;
  }

  get fields(): readonly Field[] {
    return this.making.fields ?? MADE_FIELDS;
  }

  rows(from: number, to: number): Rows {
    return sampleRows(this.fields, from, to);
  }

  /** A managed table that is not there yet. */
  definition(more: Partial<TableDefinition> = {}): TableDefinition {
    const { baseDirectory, schema } = this.making;
    const name: TableName = { ...(schema !== undefined && { schema }), name: `conformance_${++this.#made}` };
    return {
      ...{
        name,
        ownership: 'managed',
        baseDirectory,
        options: {},
        fields: this.fields,
        partitionBy: [],
        ifNotExists: false,
        orReplace: false,
      },
      ...more,
    };
  }

  /** Does an executor's part: writes one file of rows below the target. */
  async written(target: WriteTarget, rows: Rows, name: string): Promise<WrittenFile> {
    const codec = this.open.codec(target.codec);
    if (codec?.write === undefined) throw new Error(`No codec that writes ${target.codec}`);
    const path = join(target.directory, `${name}${codec.extensions[0] ?? ''}`);
    const file = await codec.write({ path, target, stream: streamOf(target.fields, rows), signal: never });
    expect((await stat(path)).size).toBe(file.bytes);
    return file;
  }

  /** Rows put into a table in one write. */
  async insert(writer: TableWriter, rows: Rows, job = 'job-1'): Promise<WriteTarget> {
    const target = await writer.begin(job, never);
    await writer.commit(target, [await this.written(target, rows, 'a-1')], never);
    return target;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.open.close?.();
  }
}
