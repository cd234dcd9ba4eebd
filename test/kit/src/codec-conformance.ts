import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ArrowStream,
  Codec,
  EngineQuery,
  Field,
  FileRef,
  Filter,
  FormatOptions,
  ScanColumn,
  ScanSource,
  Split,
  TableShape,
} from '@arbalest/spi';
import { conjunctionToSql } from '@arbalest/spi';
import { RecordBatchReader, Table, type RecordBatch } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalRowsOfArrow, type CanonicalRow } from './canonical.js';
import { compareRows } from './compare-rows.js';

export interface CodecUnderTest {
  readonly codec: Codec;
  /** Makes the rows that are written and says what is right. */
  readonly engine: EngineQuery;
  close(): Promise<void>;
}

export interface CodecConformance {
  readonly name: string;
  readonly open: () => Promise<CodecUnderTest>;
  /** File name ending for files of the format, with the dot. */
  readonly extension: string;
  /** SELECT list over `range(n) t(i)`: columns of every type that the format brings back as it was; the first is `i` itself. */
  readonly columns: string;
  readonly options?: FormatOptions;
  /** Bytes that are not of the format. @default sixteen zeros; `null` where everything is of the format */
  readonly wrongBytes?: Uint8Array | null;
  /** False for formats that cannot tell columns from a file without rows. @default true */
  readonly emptyHasColumns?: boolean;
}

const ROWS = 20_000;

interface Written {
  readonly files: readonly FileRef[];
  readonly shape: TableShape;
  readonly source: ScanSource;
}

/** What every codec must do, its own and strangers' alike. Run it in a test file of the codec. */
export function codecConformance({
  name,
  open,
  extension,
  columns,
  options = {},
  wrongBytes = new Uint8Array(16),
  emptyHasColumns = true,
}: CodecConformance): void {
  describe(`codec ${name}`, () => {
    let subject: CodecUnderTest;
    let folder: string;
    let table: Written;
    const never = new AbortController().signal;
    const rowsSql = (from: number, to: number) => `SELECT ${columns} FROM range(${from}, ${to}) t(i)`;

    beforeAll(async () => {
      subject = await open();
      folder = await mkdtemp(join(tmpdir(), 'arbalest-codec-'));
      table = await written([
        [0, ROWS / 2],
        [ROWS / 2, ROWS],
      ]);
    });

    afterAll(async () => {
      await subject.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function writeRows(path: string, sql: string): Promise<FileRef> {
      const { codec, engine } = subject;
      const fields = await engine.describe({ text: sql, signal: never });
      const stream = await engine.stream({ text: sql, batchRows: 4096, signal: never });
      const target = { id: 'x', directory: folder, codec: codec.id, options, singleFile: true, partitionBy: [], fields };
      const file = await codec.write!({ path, target, stream, signal: never });
      expect(file.path).toBe(path);
      return { path, size: (await stat(path)).size, version: '1' };
    }

    async function written(ranges: readonly (readonly [number, number])[]): Promise<Written> {
      const files: FileRef[] = [];
      for (const [from, to] of ranges) files.push(await writeRows(join(folder, `rows-${from}-${to}${extension}`), rowsSql(from, to)));
      const shape = await subject.codec.describe(files, options, never);
      return { files, shape, source: { table: 't', codec: subject.codec.id, options: shape.options, fields: shape.fields } };
    }

    const splitsOf = ({ files, source }: Written, targetBytes: number, filters: readonly Filter[] = []): Promise<readonly Split[]> =>
      // Splits travel as JSON.
      subject.codec
        .splits({ files, source, targetBytes, filters, signal: never })
        .then((splits) => JSON.parse(JSON.stringify(splits)) as Split[]);

    async function read(
      { source }: Written,
      splits: readonly Split[],
      wanted: readonly ScanColumn[],
      filters: readonly Filter[] = [],
    ): Promise<CanonicalRow[]> {
      const rows: CanonicalRow[] = [];
      for (const split of splits)
        rows.push(...(await rowsOf(await subject.codec.read(split, { source, columns: wanted, filters, batchRows: 1000, signal: never }))));
      return rows;
    }

    /** The same rows as the engine makes them, in the types that the format gave back. */
    async function expected(fields: readonly Field[], where = 'TRUE'): Promise<CanonicalRow[]> {
      const list = fields.map(({ name }) => `"${name}"`).join(', ');
      return rowsOf(
        await subject.engine.stream({ text: `SELECT ${list} FROM (${rowsSql(0, ROWS)}) WHERE ${where}`, batchRows: 4096, signal: never }),
      );
    }

    const same = (actual: readonly CanonicalRow[], wanted: readonly CanonicalRow[]) =>
      expect(compareRows(actual, wanted)).toMatchObject({ equal: true });

    it('brings every row back as it was written', async () => {
      const { fields } = table.shape;
      same(await read(table, await splitsOf(table, 1 << 30), fields), await expected(fields));
    });

    it('puts every row in exactly one split, however small they are to be', async () => {
      const key = table.shape.fields.slice(0, 1);
      const splits = await splitsOf(table, 1000);
      expect(splits.length).toBeGreaterThanOrEqual(table.files.length);
      same(await read(table, splits, key), await expected(key));
    });

    it('gives the columns asked for, in the order asked for', async () => {
      const backwards = [...table.shape.fields].reverse().slice(0, 3);
      same(await read(table, await splitsOf(table, 1 << 30), backwards), await expected(backwards));
    });

    it('counts rows exactly where it says so', () => {
      if (table.shape.statistics.exact === true) expect(table.shape.statistics.rows).toBe(ROWS);
      expect(table.shape.statistics.bytes).toBe(table.files.reduce((sum, { size }) => sum + size, 0));
    });

    it.each([
      [{ kind: 'compare', column: 'i', op: '<', value: '100' }],
      [{ kind: 'compare', column: 'i', op: '>=', value: '19990' }],
      [{ kind: 'compare', column: 'i', op: '=', value: '12345' }],
      [{ kind: 'in', column: 'i', values: ['3', '15000', '999999'] }],
      [{ kind: 'is-null', column: 'i' }],
      [{ kind: 'is-not-null', column: 'i' }],
      [
        {
          kind: 'or',
          any: [[{ kind: 'compare', column: 'i', op: '<', value: '5' }], [{ kind: 'compare', column: 'i', op: '>', value: '19995' }]],
        },
      ],
    ] as [Filter][])('drops no row that passes %j, and the others where it says it will', async (filter) => {
      const key = table.shape.fields.slice(0, 1);
      const where = conjunctionToSql([filter], table.shape.fields);
      const [support = 'unsupported'] = subject.codec.supports?.([filter], table.source) ?? [];
      const pushed = support === 'unsupported' ? [] : [filter];
      const rows = await read(table, await splitsOf(table, 5000, [filter]), key, pushed);
      const wanted = await expected(key, where);
      if (support === 'exact') return same(rows, wanted);
      const met = new Set(rows.map(String));
      expect(wanted.filter((row) => !met.has(String(row)))).toEqual([]);
    });

    it('stops when the reader goes away', async () => {
      const [split] = await splitsOf(table, 1 << 30);
      const stream = await subject.codec.read(split!, {
        source: table.source,
        columns: table.shape.fields,
        filters: [],
        batchRows: 100,
        signal: never,
      });
      for await (const batch of stream.batches) {
        expect(batch.rows).toBeGreaterThan(0);
        break;
      }
    });

    it('stops when it is told to', async () => {
      const controller = new AbortController();
      const [split] = await splitsOf(table, 1 << 30);
      const reading = async () => {
        const request = { source: table.source, columns: table.shape.fields, filters: [], batchRows: 100, signal: controller.signal };
        const stream = await subject.codec.read(split!, request);
        controller.abort(new Error('told to'));
        let rows = 0;
        for await (const batch of stream.batches) rows += batch.rows;
        return rows;
      };
      await expect(reading()).rejects.toThrow();
    });

    it('reads no rows from files without rows', async () => {
      const file = await writeRows(join(folder, `empty${extension}`), rowsSql(0, 0));
      const declared = emptyHasColumns ? undefined : table.shape.fields;
      const shape = await subject.codec.describe([file], options, never, declared);
      const empty = { files: [file], shape, source: { ...table.source, options: shape.options, fields: shape.fields } };
      expect(shape.fields.map((field) => field.name)).toEqual(table.shape.fields.map((field) => field.name));
      expect(await read(empty, await splitsOf(empty, 1000), shape.fields)).toEqual([]);
    });

    it('refuses an option it does not know, and names those it does', async () => {
      await expect(subject.codec.describe(table.files, { no_such_option: 1 }, never)).rejects.toMatchObject({
        code: 'CODEC_OPTION',
        message: expect.stringContaining('no_such_option') as string,
      });
    });

    if (wrongBytes === null) return;

    it('names a file that is not of its format', async () => {
      const path = join(folder, `wrong${extension}`);
      await writeFile(path, wrongBytes);
      await expect(subject.codec.describe([{ path, size: wrongBytes.byteLength, version: '1' }], options, never)).rejects.toMatchObject({
        code: 'CODEC_FORMAT',
        message: expect.stringContaining(path) as string,
      });
    });
  });
}

/** A stream's rows in comparable form. */
export async function rowsOf({ schema, batches }: ArrowStream): Promise<CanonicalRow[]> {
  const parts: Uint8Array[] = [framed(schema.message)];
  let any = false;
  for await (const { metadata, body } of batches) {
    any = true;
    parts.push(framed(metadata), body);
  }
  if (!any) return [];
  const decoded: RecordBatch[] = [...RecordBatchReader.from(Buffer.concat(parts))];
  return canonicalRowsOfArrow(new Table(decoded));
}

/** The message as it stands in an IPC stream: a continuation marker, its length, itself. */
function framed(message: Uint8Array): Uint8Array {
  const padded = Math.ceil(message.byteLength / 8) * 8;
  const bytes = Buffer.alloc(8 + padded);
  bytes.writeUInt32LE(0xffffffff, 0);
  bytes.writeUInt32LE(padded, 4);
  bytes.set(message, 8);
  return bytes;
}
