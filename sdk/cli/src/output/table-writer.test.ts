import { Float64, Table, tableFromArrays, tableFromIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { Connection } from '@arbalest/client';
import { FakeTransport, partOf } from '@arbalest/client/testing';
import { expect, test } from 'vitest';
import type { Terminal } from '../terminal.js';
import { ArrowWriter } from './arrow-writer.js';
import { CsvWriter } from './csv-writer.js';
import { JsonWriter } from './json-writer.js';
import type { Sink } from './sink.js';
import { TableWriter } from './table-writer.js';

const FIELDS = [
  { name: 'name', type: { id: 'VARCHAR' }, nullable: true },
  { name: 'n', type: { id: 'DOUBLE' }, nullable: true },
];
const NOBODY: Terminal = { interactive: false, colors: false, width: Number.POSITIVE_INFINITY };

function memorySink(): Sink & { text(): string; bytes(): Buffer } {
  const chunks: Buffer[] = [];
  const bytes = () => Buffer.concat(chunks);
  return {
    write: async (chunk) => void chunks.push(Buffer.from(chunk as string)),
    finish: async () => undefined,
    abandon: async () => undefined,
    bytes,
    text: () => bytes().toString(),
  };
}

async function resultOf(table: Table) {
  const part = await partOf(table);
  const db = await Connection.open(new FakeTransport(() => ({ fields: FIELDS, parts: [part], finished: { rows: table.numRows } })));
  return db.sql('select');
}

function people() {
  return new Table({
    name: vectorFromArray(['Ada', null, 'a "b",\nc', ''], new Utf8()),
    n: vectorFromArray([1, 2.5, null, Number.NaN], new Float64()),
  });
}

test('one text of several lines is written as it is, without a frame and without what would disturb a terminal', async () => {
  const sink = memorySink();
  const part = await partOf(new Table({ plan: vectorFromArray(['{\n  "a": 1\u001b\n}\n'], new Utf8()) }));
  const fields = [{ name: 'plan', type: { id: 'VARCHAR' }, nullable: true }];
  const db = await Connection.open(new FakeTransport(() => ({ fields, parts: [part], finished: { rows: 1 } })));
  await new TableWriter(sink, NOBODY).write(db.sql('explain'));
  expect(sink.text()).toBe('{\n  "a": 1\\u001b\n}\n');
});

test('a table shows types, NULLs and numbers to the right', async () => {
  const sink = memorySink();
  await new TableWriter(sink, NOBODY).write(await resultOf(people()));
  expect(sink.text()).toBe(
    [
      '┌───────────┬────────┐',
      '│ name      │      n │',
      '│ varchar   │ double │',
      '├───────────┼────────┤',
      '│ Ada       │    1.0 │',
      '│ NULL      │    2.5 │',
      '│ a "b",\\nc │   NULL │',
      '│           │    NaN │',
      '└───────────┴────────┘',
      '',
    ].join('\n'),
  );
});

test('on a terminal a long result is cut in the middle, and a wide one fits', async () => {
  const sink = memorySink();
  const table = new Table({
    name: vectorFromArray(
      Array.from({ length: 100 }, (_, i) => `row ${i} ${'x'.repeat(100)}`),
      new Utf8(),
    ),
    n: vectorFromArray(
      Array.from({ length: 100 }, (_, i) => i),
      new Float64(),
    ),
  });
  await new TableWriter(sink, { interactive: true, colors: false, width: 40 }).write(await resultOf(table));
  const lines = sink.text().trimEnd().split('\n');
  expect(lines.at(-1)).toBe('60 of 100 rows are not shown');
  expect(lines.slice(0, -1).every((line) => line.length === 40)).toBe(true);
  expect(sink.text()).toMatch(/row 19 .*…/);
  expect(sink.text()).not.toContain('row 20 ');
  expect(sink.text()).toContain('row 99 ');
});

test('where nobody looks all rows are written', async () => {
  const sink = memorySink();
  await new TableWriter(sink, NOBODY).write(await resultOf(tableOf(3_000)));
  expect(
    sink
      .text()
      .split('\n')
      .filter((line) => line.includes('row ')),
  ).toHaveLength(3_000);
});

test('csv tells NULL from the empty text', async () => {
  const sink = memorySink();
  await new CsvWriter(sink).write(await resultOf(people()));
  expect(sink.text()).toBe('name,n\nAda,1\n,2.5\n"a ""b"",\nc",\n"",NaN\n');
});

test('json is one array', async () => {
  const sink = memorySink();
  await new JsonWriter(sink).write(await resultOf(people()));
  expect(JSON.parse(sink.text())).toEqual([
    { name: 'Ada', n: 1 },
    { name: null, n: 2.5 },
    { name: 'a "b",\nc', n: null },
    { name: '', n: 'NaN' },
  ]);
});

test('arrow is a stream for each result, also for one without rows', async () => {
  const sink = memorySink();
  const writer = new ArrowWriter(sink);
  await writer.write(await resultOf(tableFromArrays({ name: ['a'], n: Float64Array.of(1) })));
  const first = sink.bytes().length;
  await writer.write(await resultOf(tableOf(0)));
  expect(tableFromIPC(sink.bytes().subarray(0, first)).numRows).toBe(1);
  expect(tableFromIPC(sink.bytes().subarray(first)).schema.names).toEqual(['name', 'n']);
});

function tableOf(rows: number): Table {
  return new Table({
    name: vectorFromArray(
      Array.from({ length: rows }, (_, i) => `row ${i}`),
      new Utf8(),
    ),
    n: vectorFromArray(
      Array.from({ length: rows }, (_, i) => i),
      new Float64(),
    ),
  });
}
