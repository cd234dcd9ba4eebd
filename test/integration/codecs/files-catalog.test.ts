import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Kernel } from '@arbalest/kernel';
import {
  CATALOGS,
  engineNamed,
  type Catalog,
  type CopyTargetRequest,
  type Filter,
  type Table,
  type TableDefinition,
  type TableWriter,
  type WriteTarget,
  type WrittenFile,
} from '@arbalest/spi';
import { rowsOf } from '@arbalest/test-kit';
import { codecKernel } from './codec-kernel.js';

const signal = new AbortController().signal;

describe('catalog files', () => {
  let kernel: Kernel;
  let close: () => Promise<void>;
  let folder: string;
  let catalog: Catalog;

  beforeEach(async () => {
    ({ kernel, close } = await codecKernel());
    folder = await mkdtemp(join(tmpdir(), 'arbalest-files-'));
    catalog = kernel.services.get(CATALOGS);
  });
  afterEach(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = async (name: string, text: string) => {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  };

  const paths = (...names: string[]) => catalog.pathTable!({ paths: names, baseDirectory: folder, options: {} }, signal);

  /** Rows as text, ordered, that a table has; `filters` choose splits and rows. */
  async function rows(table: Table | undefined, filters: readonly Filter[] = []): Promise<string[]> {
    const splits = await table!.splits({ targetBytes: 1 << 20, filters, signal });
    if (splits.length === 0) return [];
    const scan = kernel.codecs.get(table!.source.codec)!.nativeScan!('duckdb', splits, {
      source: table!.source,
      columns: table!.source.fields,
      filters,
    })!;
    const stream = await engineNamed(kernel.services, 'duckdb').stream({ ...scan, batchRows: 1000, signal });
    return (await rowsOf(stream)).map((row) => row.join(' ')).sort();
  }

  const definition = (name: string, more: Partial<TableDefinition>): TableDefinition => ({
    name: { name },
    ownership: 'external',
    baseDirectory: folder,
    options: {},
    partitionBy: [],
    ifNotExists: false,
    orReplace: false,
    ...more,
  });

  /** Does an executor's part: writes the rows of a query below the target. */
  async function write(writer: TableWriter, text: string, finish: 'commit' | 'abort' = 'commit') {
    const target = await writer.begin('job1', signal);
    const engine = engineNamed(kernel.services, 'duckdb');
    const files: WrittenFile[] = [];
    for (const attempt of ['lost', 'good']) {
      const stream = await engine.stream({ text, batchRows: 1000, signal });
      const written = await kernel.codecs.get(target.codec)!.write!({
        path: join(target.directory, `${attempt}.${target.codec}`),
        target,
        stream,
        signal,
      });
      // What the lost attempt wrote stays behind and must not be seen.
      if (attempt === 'good') files.push(written);
    }
    if (finish === 'abort') await writer.abort(target);
    else {
      await writer.commit(target, files, signal);
      await writer.commit(target, files, signal);
      // So does another process that knows no more than what was written down.
      await catalog.resumeWrite!(JSON.parse(JSON.stringify(target)) as WriteTarget)!.commit(target, files, signal);
    }
  }

  describe('paths', () => {
    it('reads files, globs with classes and alternatives, folders, and lists', async () => {
      await file('d/a1.csv', 'x\n1\n');
      await file('d/a2.csv', 'x\n2\n');
      await file('d/e/b1.csv', 'x\n3\n');
      await file('d/_hidden/c.csv', 'x\n4\n');
      await file('d/.hidden.csv', 'x\n5\n');
      expect(await rows(await paths('d/a1.csv'))).toEqual(['1']);
      expect(await rows(await paths('d/a[12].csv'))).toEqual(['1', '2']);
      expect(await rows(await paths('d/{a1,e/b1}.csv'))).toEqual(['1', '3']);
      expect(await rows(await paths('d/**/*.csv'))).toEqual(expect.arrayContaining(['1', '2', '3']));
      expect(await rows(await paths('d'))).toEqual(['1', '2', '3']);
      expect(await rows(await paths('d/a2.csv', 'd/e/b1.csv', 'd/a2.csv'))).toEqual(['2', '3']);
      expect(await paths('no_such_name')).toBeUndefined();
    });

    it('reads files whose names have characters of patterns in them', async () => {
      await file('a[1].csv', 'x\n7\n');
      await file('a1.csv', 'x\n8\n');
      expect(await rows(await paths('a[1].csv'))).toEqual(['7']);
    });

    it('names the nearest file for one that is not there', async () => {
      await file('flights.csv', 'x\n1\n');
      await expect(paths('flihgts.csv')).rejects.toMatchObject({
        code: 'FILE_NOT_FOUND',
        message: expect.stringContaining('did you mean flights.csv?') as string,
      });
      await expect(paths('*.parquet')).rejects.toMatchObject({
        code: 'FILE_NOT_FOUND',
        message: expect.stringContaining('has flights.csv') as string,
      });
    });

    it('names a Parquet file that was cut short', async () => {
      const table = await catalog.create!(
        definition('t', { ownership: 'managed', fields: [{ name: 'x', type: { id: 'BIGINT' }, nullable: true }] }),
        signal,
      );
      const target = await table.writer!.begin('job', signal);
      const engine = engineNamed(kernel.services, 'duckdb');
      const path = join(folder, 'cut.parquet');
      await kernel.codecs.get('parquet')!.write!({
        path,
        target,
        stream: await engine.stream({ text: 'SELECT range AS x FROM range(1000)', batchRows: 100, signal }),
        signal,
      });
      await truncate(path, 500);
      await expect(paths('cut.parquet')).rejects.toMatchObject({ code: 'CODEC_FORMAT', message: expect.stringContaining(path) as string });
    });

    it('names both files and the column when schemas differ, and unites them when asked', async () => {
      await file('a.csv', 'id,name\n1,x\n');
      await file('b.csv', 'name,id,more\ny,2,z\n');
      await expect(paths('*.csv')).rejects.toMatchObject({
        code: 'SCHEMA_MISMATCH',
        message: expect.stringMatching(/column 1: .*a\.csv has "id", .*b\.csv has "name"/) as string,
      });
      const united = await catalog.pathTable!({ paths: ['*.csv'], baseDirectory: folder, options: { union_by_name: true } }, signal);
      expect(await rows(united)).toEqual(['1 x ', '2 y z']);
    });

    it('sees a change in the next table and keeps it out of one that was handed out', async () => {
      await file('a.csv', 'x\n1\n');
      const before = await paths('*.csv');
      await file('b.csv', 'x\n2\n');
      const after = await paths('*.csv');
      expect(after!.version).not.toBe(before!.version);
      expect((await paths('*.csv'))!.version).toBe(after!.version);
      expect(await rows(before)).toEqual(['1']);
      expect(await rows(after)).toEqual(['1', '2']);
      await appendFile(join(folder, 'b.csv'), '3\n');
      expect(await rows(await paths('*.csv'))).toEqual(['1', '2', '3']);
    });
  });

  describe('partitions', () => {
    beforeEach(async () => {
      for (const year of [2023, 2024])
        for (const city of ['Köln', 'a b']) await file(`p/year=${year}/city=${encodeURIComponent(city)}/x.csv`, `n\n${year % 100}\n`);
    });

    it('become columns with types, and leave out folders that cannot match', async () => {
      const table = await paths('p');
      expect(table!.source.fields.map(({ name, type }) => `${name} ${type.id}`)).toEqual(['n BIGINT', 'year BIGINT', 'city VARCHAR']);
      expect(await rows(table)).toEqual(['23 2023 Köln', '23 2023 a b', '24 2024 Köln', '24 2024 a b']);
      const filters: Filter[] = [
        { kind: 'compare', column: 'year', op: '>', value: '2023' },
        { kind: 'in', column: 'city', values: ['a b'] },
      ];
      expect(await table!.splits({ targetBytes: 1, filters, signal })).toHaveLength(1);
      expect(await rows(table, filters)).toEqual(['24 2024 a b']);
    });

    it('have the declared type, NULL among their values, and can be switched off', async () => {
      await file('q/k=7/x.csv', 'n\n1\n');
      await file('q/k=__HIVE_DEFAULT_PARTITION__/x.csv', 'n\n2\n');
      const fields = [
        { name: 'n', type: { id: 'INTEGER' }, nullable: true },
        { name: 'k', type: { id: 'SMALLINT' }, nullable: true },
      ] as const;
      const table = await catalog.create!(definition('q', { location: ['q'], codec: 'csv', fields, partitionBy: ['k'] }), signal);
      expect(table.source.fields).toEqual(fields);
      expect(await rows(table, [{ kind: 'is-null', column: 'k' }])).toEqual(['2 ']);
      expect(await rows(table, [{ kind: 'compare', column: 'k', op: '=', value: '7' }])).toEqual(['1 7']);
      const off = await catalog.pathTable!({ paths: ['q'], baseDirectory: folder, options: { hive_partitioning: false } }, signal);
      expect(off!.source.fields.map(({ name }) => name)).toEqual(['n']);
    });

    it('must be there when they are declared', async () => {
      await file('r/x.csv', 'n\n1\n');
      await expect(catalog.create!(definition('r', { location: ['r'], codec: 'csv', partitionBy: ['k'] }), signal)).rejects.toMatchObject({
        code: 'PARTITION_MISMATCH',
      });
    });
  });

  describe('external tables', () => {
    it('are made, listed, found whatever their case, and dropped without their files', async () => {
      await file('d/a.csv', 'x\n1\n');
      await catalog.create!(definition('Trips', { location: ['d'] }), signal);
      expect(await catalog.list(signal)).toEqual([{ name: 'Trips' }]);
      expect(await rows(await catalog.table({ catalog: 'files', schema: 'main', name: 'TRIPS' }, signal))).toEqual(['1']);
      await expect(catalog.create!(definition('trips', { location: ['d'] }), signal)).rejects.toMatchObject({ code: 'TABLE_EXISTS' });
      await catalog.create!(definition('trips', { location: ['d'], ifNotExists: true }), signal);
      await catalog.drop!({ name: 'trips' }, signal);
      expect(await catalog.table({ name: 'trips' }, signal)).toBeUndefined();
      expect(await readdir(join(folder, 'd'))).toEqual(['a.csv']);
      await expect(catalog.drop!({ name: 'trips' }, signal)).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
    });

    it('take rows in when they are a folder', async () => {
      await file('d/a.csv', 'x\n1\n');
      await catalog.create!(definition('t', { location: ['d'] }), signal);
      const { writer } = (await catalog.table({ name: 't' }, signal))!;
      await write(writer!, 'SELECT 2 AS x');
      expect(await rows(await catalog.table({ name: 't' }, signal))).toEqual(['1', '2']);
      await write(writer!, 'SELECT 3 AS x', 'abort');
      expect(await rows(await catalog.table({ name: 't' }, signal))).toEqual(['1', '2']);
      expect((await readdir(join(folder, 'd'))).filter((name) => name.startsWith('.'))).toEqual([]);
      expect((await paths('d/*.csv'))!.writer).toBeUndefined();
    });
  });

  describe('managed tables', () => {
    const fields = [{ name: 'x', type: { id: 'BIGINT' }, nullable: true }] as const;

    it('hold what was committed, once, and nothing of lost or aborted writes', async () => {
      const table = await catalog.create!(definition('m', { ownership: 'managed', fields }), signal);
      expect(await rows(table)).toEqual([]);
      await write(table.writer!, 'SELECT 1::BIGINT AS x');
      await write((await catalog.table({ name: 'm' }, signal))!.writer!, 'SELECT 2::BIGINT AS x');
      await write((await catalog.table({ name: 'm' }, signal))!.writer!, 'SELECT 3::BIGINT AS x', 'abort');
      const now = await catalog.table({ name: 'm' }, signal);
      expect(await rows(now)).toEqual(['1', '2']);
      expect(now!.statistics).toMatchObject({ rows: 2, exact: true });
      expect(await rows(table)).toEqual([]);
      await catalog.drop!({ name: 'm' }, signal);
      expect(await readdir(join(kernel.config.dataDirectory, 'data'))).toEqual([]);
    });

    it('appear with the first commit when they are pending, also in place of another', async () => {
      const old = await catalog.create!(definition('m', { ownership: 'managed', fields }), signal);
      await write(old.writer!, 'SELECT 1::BIGINT AS x');
      const replaced = definition('m', { ownership: 'managed', fields, orReplace: true, pending: true });
      await write((await catalog.create!(replaced, signal)).writer!, 'SELECT 5::BIGINT AS x', 'abort');
      expect(await rows(await catalog.table({ name: 'm' }, signal))).toEqual(['1']);
      await write((await catalog.create!(replaced, signal)).writer!, 'SELECT 2::BIGINT AS x');
      expect(await rows(await catalog.table({ name: 'm' }, signal))).toEqual(['2']);
      await write(
        (await catalog.create!(definition('n', { ownership: 'managed', fields, pending: true }), signal)).writer!,
        'SELECT 9::BIGINT AS x',
        'abort',
      );
      expect(await catalog.table({ name: 'n' }, signal)).toBeUndefined();
      expect(await readdir(join(kernel.config.dataDirectory, 'data'))).toHaveLength(1);
    });
  });

  describe('COPY', () => {
    const request = (path: string, more: Partial<CopyTargetRequest> = {}): CopyTargetRequest => ({
      path,
      baseDirectory: folder,
      options: {},
      partitionBy: [],
      fields: [{ name: 'x', type: { id: 'INTEGER' }, nullable: true }],
      overwrite: false,
      ...more,
    });
    const copy = async (made: CopyTargetRequest, text = 'SELECT 1 AS x', finish: 'commit' | 'abort' = 'commit') =>
      write(await catalog.copyTarget!(made, signal), text, finish);

    it('writes one file, in place of an older one, or a folder', async () => {
      await copy(request('out.csv'));
      await copy(request('out.csv'), 'SELECT 2 AS x');
      expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('x\n2\n');
      await copy(request('out/', { codec: 'csv' }));
      expect((await readdir(join(folder, 'out'))).map((name) => basename(name))).toEqual(['good.csv']);
      await copy(request('never.csv'), 'SELECT 1 AS x', 'abort');
      expect((await readdir(folder)).sort()).toEqual(['out', 'out.csv']);
    });

    it('refuses a folder that is not empty unless told to overwrite, and a format it cannot tell', async () => {
      await file('out/old.csv', 'x\n1\n');
      await expect(copy(request('out/', { codec: 'csv' }))).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
      await copy(request('out/', { codec: 'csv', overwrite: true }));
      expect(await readdir(join(folder, 'out'))).toEqual(['good.csv']);
      await expect(catalog.copyTarget!(request('out.xyz'), signal)).rejects.toMatchObject({ code: 'CODEC_UNKNOWN' });
      await expect(catalog.copyTarget!(request('out.csv', { options: { colour: 'red' } }), signal)).rejects.toMatchObject({
        code: 'CODEC_OPTION',
      });
      await expect(catalog.copyTarget!(request('s3://bucket/x.csv'), signal)).rejects.toMatchObject({ code: 'WRITE_UNSUPPORTED' });
    });
  });
});
