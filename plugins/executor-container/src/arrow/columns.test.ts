import { type DataType, typeToSql } from '@arbalest/spi';
import { describe, expect, test } from 'vitest';
import { ArrowFault } from './arrow-fault.js';
import { checkValues } from './check-values.js';
import type { Column } from './column.js';
import { concatColumns } from './concat-columns.js';
import { layoutOf } from './layout.js';
import { readColumns } from './read-columns.js';
import { sliceColumn } from './slice-column.js';
import { toWireField } from './sql-type.js';
import { NULL_ROW, takeRows } from './take-rows.js';
import { randomColumn, seeded } from './testing/random-column.js';
import { travelField } from './travel-field.js';
import { rowJson } from './value-json.js';
import type { WireField } from './wire-field.js';
import { copyPieces, writeBatch } from './write-batch.js';

const INTEGER: DataType = { id: 'INTEGER' };
const VARCHAR: DataType = { id: 'VARCHAR' };
const PAIR: DataType = {
  id: 'STRUCT',
  fields: [
    { name: 'a', type: INTEGER },
    { name: 'b', type: VARCHAR },
  ],
};
const TYPES: readonly DataType[] = [
  { id: 'BOOLEAN' },
  { id: 'TINYINT' },
  { id: 'SMALLINT' },
  INTEGER,
  { id: 'BIGINT' },
  { id: 'HUGEINT' },
  { id: 'DECIMAL', width: 18, scale: 3 },
  { id: 'DOUBLE' },
  VARCHAR,
  { id: 'BLOB' },
  { id: 'TIME' },
  { id: 'INTERVAL' },
  { id: 'LIST', child: INTEGER },
  { id: 'LIST', child: { id: 'LIST', child: VARCHAR } },
  { id: 'ARRAY', child: VARCHAR, size: 3 },
  PAIR,
  { id: 'LIST', child: PAIR },
  { id: 'MAP', key: VARCHAR, value: { id: 'LIST', child: { id: 'BOOLEAN' } } },
];
const FIELDS = TYPES.map((type): readonly [string, WireField] => [typeToSql(type), toWireField({ name: 'v', type })]);
const UNION = travelField({
  name: 'v',
  type: {
    id: 'UNION',
    members: [
      { name: 'i', type: INTEGER },
      { name: 's', type: VARCHAR },
    ],
  },
});
const ALL = [...FIELDS, ['UNION', UNION] as const, ['NULL', travelField({ name: 'v', type: { id: 'NULL' } })] as const];

function rowsOf(field: WireField, column: Column): string[] {
  return Array.from({ length: column.length }, (_, row) => rowJson([field], [column], row));
}

function through(field: WireField, column: Column): Column {
  const pieces = writeBatch(column.length, [column]);
  const body = copyPieces(pieces, new Uint8Array(pieces.bodyLength));
  const read = readColumns(pieces.metadata, body, [layoutOf(field)], true);
  read.columns.forEach(checkValues);
  expect(read.rows).toBe(column.length);
  return read.columns[0]!;
}

describe.each(ALL)('columns of %s', (_, field) => {
  const random = seeded(7);
  const column = randomColumn(layoutOf(field), 203, random);
  const rows = rowsOf(field, column);

  test('are written and read', () => expect(rowsOf(field, through(field, column))).toEqual(rows));

  test.each([
    [0, 203],
    [0, 0],
    [8, 64],
    [3, 77],
    [190, 13],
  ])('are cut from %i, %i rows', (from, length) => {
    const slice = sliceColumn(column, from, length);
    expect(rowsOf(field, slice)).toEqual(rows.slice(from, from + length));
    expect(rowsOf(field, through(field, slice))).toEqual(rows.slice(from, from + length));
    expect(rowsOf(field, sliceColumn(sliceColumn(column, 2, 200), 5, 9))).toEqual(rows.slice(7, 16));
  });

  test('are joined', () => {
    const parts = [sliceColumn(column, 0, 5), sliceColumn(column, 5, 0), sliceColumn(column, 5, 100), sliceColumn(column, 105, 98)];
    expect(rowsOf(field, through(field, concatColumns(parts)))).toEqual(rows);
  });

  test('are taken row by row, and NULL where none is', () => {
    const positions = Int32Array.from([5, 6, 7, NULL_ROW, 202, 0, 0, NULL_ROW, 100]);
    const nothing = field.format.startsWith('+us') ? undefined : '[null]';
    const wanted = [...positions].map((row) => (row < 0 ? nothing : rows[row]));
    const taken = rowsOf(field, through(field, takeRows(column, positions)));
    expect(taken.map((row, i) => (wanted[i] === undefined ? undefined : row))).toEqual(wanted);
  });
});

describe.each(FIELDS)('damaged messages of %s', (_, field) => {
  const random = seeded(11);
  const pieces = writeBatch(50, [randomColumn(layoutOf(field), 50, random), randomColumn(layoutOf(field), 50, random)]);
  const body = copyPieces(pieces, new Uint8Array(pieces.bodyLength));
  const layouts = [layoutOf(field), layoutOf(field)];

  /** What comes through can be read to its last value, and has as many rows as it says. */
  function read(metadata: Uint8Array, bytes: Uint8Array): void {
    try {
      const { rows, columns } = readColumns(metadata, bytes, layouts, true);
      columns.forEach(checkValues);
      for (const column of columns) {
        expect(column.length).toBe(rows);
        for (let row = 0; row < Math.min(rows, 100); row++) rowJson([field], [column], row);
        takeRows(column, Int32Array.of(0, NULL_ROW).subarray(0, Math.min(rows, 2)));
      }
    } catch (error) {
      if (!(error instanceof ArrowFault)) throw error;
    }
  }

  test('with any bytes changed are refused or harmless', () => {
    for (let round = 0; round < 3000; round++) {
      const metadata = pieces.metadata.slice();
      const bytes = body.slice();
      for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips--) {
        const target = random() < 0.7 || bytes.length === 0 ? metadata : bytes;
        target[Math.floor(random() * target.length)] =
          random() < 0.5 ? Math.floor(random() * 256) : [0, 0x7f, 0x80, 0xff][Math.floor(random() * 4)]!;
      }
      read(metadata, bytes);
    }
  });

  test('that are cut short are refused or harmless', () => {
    for (let length = 0; length < pieces.metadata.length; length += 3) read(pieces.metadata.slice(0, length), body);
    for (let length = 0; length < body.length; length += 8) read(pieces.metadata, body.slice(0, length));
  });
});

describe('values that are none of their type', () => {
  const refuse = (type: DataType, change: (column: Column) => void): unknown => {
    const column = randomColumn(layoutOf(toWireField({ name: 'v', type })), 40, seeded(3), false);
    change(column);
    try {
      checkValues(column);
    } catch (error) {
      return error instanceof ArrowFault ? error.message : error;
    }
    return undefined;
  };
  const longText = (column: Column): number => column.offsets.findIndex((offset, i) => i > 0 && offset - column.offsets[i - 1]! > 3) - 1;

  test('text that is not UTF-8', () => {
    expect(refuse(VARCHAR, (column) => (column.data[column.offsets[longText(column)]!] = 0xff))).toMatch(
      /The text of row \d+ is not UTF-8/,
    );
  });

  test('text that is cut within a character', () => {
    const cut = (column: Column): void => {
      const row = Array.from({ length: 39 }, (_, i) => i).find((i) => (column.data[column.offsets[i + 1]! - 1]! & 0xc0) === 0x80)!;
      column.offsets[row + 1]!--;
    };
    expect(refuse(VARCHAR, cut)).toMatch(/The text of row \d+ is not UTF-8/);
  });

  test('decimals with too many digits', () => {
    const type: DataType = { id: 'DECIMAL', width: 18, scale: 3 };
    const set = (value: bigint) => (column: Column) =>
      new BigInt64Array(column.data.buffer).set([BigInt.asIntN(64, value), value >> 64n], 4);
    expect(refuse(type, set(10n ** 18n))).toBe('The decimal of row 2 has more than 18 digits');
    expect(refuse(type, set(-(10n ** 18n)))).toBe('The decimal of row 2 has more than 18 digits');
    expect(refuse(type, set(10n ** 18n - 1n))).toBeUndefined();
    expect(refuse(type, set(1n - 10n ** 18n))).toBeUndefined();
    const widest: DataType = { id: 'DECIMAL', width: 38, scale: 0 };
    expect(refuse(widest, set(10n ** 38n))).toContain('38 digits');
    expect(refuse(widest, set(10n ** 38n - 1n))).toBeUndefined();
    expect(refuse({ id: 'HUGEINT' }, set(2n ** 127n - 1n))).toBeUndefined();
  });

  test('times that are not within a day', () => {
    const set = (value: bigint) => (column: Column) => new BigInt64Array(column.data.buffer).set([value], 1);
    expect(refuse({ id: 'TIME' }, set(86_400_000_001n))).toContain('row 1');
    expect(refuse({ id: 'TIME' }, set(-1n))).toContain('row 1');
    expect(refuse({ id: 'TIME' }, set(86_400_000_000n))).toBeUndefined();
  });

  test('bytes below a NULL are not looked at, and not passed on where they are no text', () => {
    const column = randomColumn(layoutOf(toWireField({ name: 'v', type: VARCHAR })), 40, seeded(3), false);
    const row = longText(column);
    column.data[column.offsets[row]!] = 0xff;
    const validity = new Uint8Array(5).fill(0xff);
    validity[row >> 3]! &= ~(1 << (row & 7));
    checkValues({ ...column, validity, nulls: 1 });
    expect(column.data[column.offsets[row]!]).toBe(0x20);
  });
});
