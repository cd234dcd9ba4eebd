import { EXTENSION_NAME, type WireField } from './wire-field.js';

/**
 * How a column lies in buffers (https://arrow.apache.org/docs/format/Columnar.html#physical-memory-layout), and what its values must be beyond that.
 * Every layout but `null` and `union` begins with a validity bitmap.
 */
export type Layout =
  | { readonly kind: 'null' }
  | { readonly kind: 'bits' }
  | { readonly kind: 'fixed'; readonly width: number; readonly values?: FixedValues }
  /** Offsets, then bytes. `wide`: 64-bit offsets, which are narrowed when the column is read. */
  | { readonly kind: 'bytes'; readonly text: boolean; readonly wide: boolean }
  /** Offsets; the elements are the child. `map`: the child is a struct of key and value; neither it nor a key is ever NULL. */
  | { readonly kind: 'list'; readonly child: Layout; readonly map: boolean; readonly wide: boolean }
  | { readonly kind: 'fixed-list'; readonly size: number; readonly child: Layout }
  | { readonly kind: 'struct'; readonly children: readonly Layout[] }
  /** Sparse: one byte per row names the child that holds its value; every child is as long as the union. */
  | { readonly kind: 'union'; readonly children: readonly Layout[] };

/** What not every bit pattern is: a decimal of so many digits; a time of day in microseconds. */
export type FixedValues = { readonly kind: 'decimal'; readonly digits: number } | { readonly kind: 'time' };

const WIDTHS: Readonly<Record<string, number>> = { c: 1, s: 2, i: 4, l: 8, f: 4, g: 8, tdD: 4, tin: 16 };

/** @throws TypeError for a format that columns here never have. */
export function layoutOf(field: WireField): Layout {
  const { format } = field;
  const children = (): Layout[] => field.children.map(layoutOf);
  const only = (): Layout => children()[0]!;
  switch (format) {
    case 'n':
      return { kind: 'null' };
    case 'b':
      return { kind: 'bits' };
    case 'u':
    case 'z':
    case 'U':
    case 'Z':
      return { kind: 'bytes', text: format.toLowerCase() === 'u', wide: format < 'a' };
    case '+l':
    case '+L':
    case '+m':
      return { kind: 'list', child: only(), map: format === '+m', wide: format === '+L' };
    case '+s':
      return { kind: 'struct', children: children() };
  }
  if (format.startsWith('+w:')) return { kind: 'fixed-list', size: Number(format.slice(3)), child: only() };
  if (format.startsWith('+us:')) return { kind: 'union', children: children() };
  return fixedLayout(field);
}

function fixedLayout({ format, metadata }: WireField): Layout {
  if (format.startsWith('ts')) return { kind: 'fixed', width: 8 };
  if (format === 'ttu') return { kind: 'fixed', width: 8, values: { kind: 'time' } };
  // All bits of the decimal128(38,0) count, beyond 38 digits too.
  if (metadata[EXTENSION_NAME] === 'arbalest.hugeint') return { kind: 'fixed', width: 16 };
  if (format.startsWith('d:'))
    return { kind: 'fixed', width: 16, values: { kind: 'decimal', digits: Number.parseInt(format.slice(2), 10) } };
  const width = WIDTHS[format] ?? WIDTHS[format.toLowerCase()];
  if (width === undefined) throw new TypeError(`Columns of Arrow format ${format} do not travel`);
  return { kind: 'fixed', width };
}

/** Nodes and buffers that columns of these layouts have in a record batch. */
export function countParts(layouts: readonly Layout[]): { readonly nodes: number; readonly buffers: number } {
  let nodes = 0;
  let buffers = 0;
  const visit = (layout: Layout): void => {
    nodes++;
    buffers += OWN_BUFFERS[layout.kind];
    childrenOf(layout).forEach(visit);
  };
  layouts.forEach(visit);
  return { nodes, buffers };
}

const OWN_BUFFERS: Readonly<Record<Layout['kind'], number>> = {
  null: 0,
  bits: 2,
  fixed: 2,
  bytes: 3,
  list: 2,
  'fixed-list': 1,
  struct: 1,
  union: 1,
};

function childrenOf(layout: Layout): readonly Layout[] {
  if ('children' in layout) return layout.children;
  return 'child' in layout ? [layout.child] : [];
}
