import type { DataType } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { isNull } from '../arrow/column.js';
import { constantColumns } from './constant-columns.js';

function columnOf(type: DataType, ...texts: (string | null)[]) {
  const values = texts.map((value) => [{ kind: 'constant', value, type } as const]);
  const { rows, columns } = constantColumns({ kind: 'values', types: [type], values });
  expect(rows).toBe(texts.length);
  return columns[0]!;
}

test('integers of each width, signed or not', () => {
  expect([...columnOf({ id: 'TINYINT' }, '-1', '127').data]).toEqual([255, 127]);
  expect([...columnOf({ id: 'USMALLINT' }, '65535', '1').data]).toEqual([255, 255, 1, 0]);
  expect([...new BigUint64Array(columnOf({ id: 'UBIGINT' }, '18446744073709551615').data.buffer)]).toEqual([2n ** 64n - 1n]);
  expect([...new BigInt64Array(columnOf({ id: 'BIGINT' }, '-9223372036854775808').data.buffer)]).toEqual([-(2n ** 63n)]);
});

test('booleans are bits, text is UTF-8, and NULL is none of them', () => {
  const flags = columnOf({ id: 'BOOLEAN' }, 'true', 'false', null, 'true');
  expect(flags.data[0]).toBe(0b1001);
  expect(flags.nulls).toBe(1);
  expect([0, 1, 2, 3].map((row) => isNull(flags, row))).toEqual([false, false, true, false]);
  const texts = columnOf({ id: 'VARCHAR' }, 'žluť', null, '', 'x');
  expect([...texts.offsets]).toEqual([0, 6, 6, 6, 7]);
  expect(Buffer.from(texts.data).toString()).toBe('žluťx');
  expect([0, 1, 2, 3].map((row) => isNull(texts, row))).toEqual([false, true, false, false]);
});

test('what is no constant, or of a type that is not plain, is refused', () => {
  const column = { kind: 'column', index: 0, type: { id: 'BIGINT' } } as const;
  expect(() => constantColumns({ kind: 'values', types: [{ id: 'BIGINT' }], values: [[column]] })).toThrow(/not all constants/);
  expect(() => columnOf({ id: 'LIST', child: { id: 'BIGINT' } }, '[1]')).toThrow(/type LIST/);
});
