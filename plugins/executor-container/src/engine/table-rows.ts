import type { DataType } from '@arbalest/spi';
import { bitmapBytes } from '../arrow/bits.js';
import { type Column, column, NO_BYTES } from '../arrow/column.js';
import { type Layout, layoutOf } from '../arrow/layout.js';
import { travelField } from '../arrow/travel-field.js';
import type { TablePart } from './group-caller.js';

/** Makes lists, one for each row of a batch, of table rows that say which row they were made from. A row whose list comes in pieces comes several times. */
export class TableRows {
  readonly #rows: number;
  readonly #layout: Extract<Layout, { kind: 'list' }>;
  readonly #positions: Int32Array | undefined;
  #next = 0;

  /** @param positions rows of the batch that were sent; undefined = all */
  constructor(rows: number, type: DataType, positions: Int32Array | undefined) {
    this.#rows = rows;
    this.#layout = layoutOf(travelField({ name: '', type })) as Extract<Layout, { kind: 'list' }>;
    this.#positions = positions;
  }

  /** @param madeFrom positions among the rows that were sent; never fall. */
  part(columns: readonly Column[], madeFrom: Int32Array): TablePart | undefined {
    if (madeFrom.length === 0) return undefined;
    const rowOf = (sent: number): number => this.#positions?.[sent] ?? sent;
    const from = Math.min(this.#next, rowOf(madeFrom[0]!));
    const to = rowOf(madeFrom[madeFrom.length - 1]!) + 1;
    const offsets = new Int32Array(to - from + 1);
    for (let i = 0; i < madeFrom.length; i++) offsets[rowOf(madeFrom[i]!) - from + 1]!++;
    for (let i = 1; i < offsets.length; i++) offsets[i]! += offsets[i - 1]!;
    const struct = column(this.#layout.child, madeFrom.length, { children: columns });
    return this.#lists(from, to, offsets, struct);
  }

  /** Rows behind the last that made anything. */
  rest(): TablePart | undefined {
    if (this.#next >= this.#rows) return undefined;
    return this.#lists(this.#next, this.#rows, new Int32Array(this.#rows - this.#next + 1), emptyColumn(this.#layout.child));
  }

  #lists(from: number, to: number, offsets: Int32Array, elements: Column): TablePart {
    this.#next = to;
    const { validity, nulls } = this.#validity(from, to);
    return { from, lists: column(this.#layout, to - from, { nulls, validity, offsets, children: [elements] }) };
  }

  /** Rows that were not sent are NULL. */
  #validity(from: number, to: number): { readonly validity: Uint8Array; readonly nulls: number } {
    if (this.#positions === undefined) return { validity: NO_BYTES, nulls: 0 };
    const bits = new Uint8Array(bitmapBytes(to - from));
    let valid = 0;
    for (const row of this.#positions) {
      if (row < from || row >= to) continue;
      bits[(row - from) >> 3]! |= 1 << ((row - from) & 7);
      valid++;
    }
    return { validity: valid === to - from ? NO_BYTES : bits, nulls: to - from - valid };
  }
}

/** No rows of a layout. */
export function emptyColumn(layout: Layout): Column {
  const children = 'children' in layout ? layout.children : 'child' in layout ? [layout.child] : [];
  return column(layout, 0, { children: children.map(emptyColumn) });
}
