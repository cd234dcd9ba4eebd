import type { BatchLayout, ColumnLayout } from '../ipc/column-layout.js';

/** What a buffer holds, by position in the batch: enough to tell its length from the rows and the ends of its field node. */
export interface BufferSpec {
  readonly node: number;
  readonly kind: 'validity' | 'bits' | 'values' | 'offsets' | 'data';
  /** Bytes of a value or an offset. */
  readonly width: number;
}

/** `ends` are bytes of strings or child rows of lists. */
export function bufferLength({ kind, width }: BufferSpec, rows: number, ends: number): number {
  switch (kind) {
    case 'validity':
    case 'bits':
      return Math.ceil(rows / 8);
    case 'values':
      return rows * width;
    case 'offsets':
      return (rows + 1) * width;
    case 'data':
      return ends;
  }
}

export function bufferSpecs(layout: BatchLayout): BufferSpec[] {
  return layout.columns.flatMap(columnSpecs);
}

export function childrenOf(column: ColumnLayout): readonly ColumnLayout[] {
  if (column.kind === 'list' || column.kind === 'fixed-list') return [column.child];
  return column.kind === 'struct' || column.kind === 'union' ? column.children : [];
}

function columnSpecs(column: ColumnLayout): BufferSpec[] {
  return [...ownSpecs(column), ...childrenOf(column).flatMap(columnSpecs)];
}

function ownSpecs(column: ColumnLayout): BufferSpec[] {
  const { node } = column;
  const validity: BufferSpec = { node, kind: 'validity', width: 0 };
  switch (column.kind) {
    case 'null':
      return [];
    case 'fixed':
      return [validity, { node, kind: 'values', width: column.width }];
    case 'bits':
      return [validity, { node, kind: 'bits', width: 0 }];
    case 'bytes':
      return [validity, { node, kind: 'offsets', width: column.offset }, { node, kind: 'data', width: 1 }];
    case 'list':
      return [validity, { node, kind: 'offsets', width: column.offset }];
    case 'fixed-list':
    case 'struct':
      return [validity];
    case 'union':
      return [{ node, kind: 'values', width: 1 }];
  }
}
