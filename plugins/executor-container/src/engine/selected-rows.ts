import { countBits } from '../arrow/bits.js';
import { type Column, isNull } from '../arrow/column.js';
import { NULL_ROW, takeRows } from '../arrow/take-rows.js';

/** Positions of the rows where a BOOLEAN column is true; undefined when it is true everywhere. */
export function rowsWhere(guard: Column): Int32Array | undefined {
  const { length, data, nulls } = guard;
  if (nulls === 0 && countBits(data, length) === length) return undefined;
  const positions = new Int32Array(length);
  let found = 0;
  for (let row = 0; row < length; row++) {
    if ((data[row >> 3]! & (1 << (row & 7))) !== 0 && !isNull(guard, row)) positions[found++] = row;
  }
  return positions.subarray(0, found);
}

/** Positions of the rows where no column is NULL; undefined when that is all. */
export function rowsWithoutNull(columns: readonly Column[]): Int32Array | undefined {
  const holed = columns.filter((column) => column.nulls > 0);
  if (holed.length === 0) return undefined;
  const positions = new Int32Array(holed[0]!.length);
  let found = 0;
  for (let row = 0; row < positions.length; row++) {
    if (!holed.some((column) => isNull(column, row))) positions[found++] = row;
  }
  return positions.subarray(0, found);
}

/** Puts values of selected rows back where they were taken from; NULL in all other rows. */
export function scatter(values: Column, positions: Int32Array | undefined, rows: number): Column {
  if (positions === undefined) return values;
  const back = new Int32Array(rows).fill(NULL_ROW);
  for (let i = 0; i < positions.length; i++) back[positions[i]!] = i;
  return takeRows(values, back);
}
