import type { DataType } from '@arbalest/spi';

/**
 * How a column lies in Arrow buffers (https://arrow.apache.org/docs/format/Columnar.html#physical-memory-layout), for types in travel form.
 * Every layout but `null` and `union` begins with a validity bitmap.
 */
export type Layout =
  | { readonly kind: 'null' }
  | { readonly kind: 'bits' }
  | { readonly kind: 'fixed'; readonly width: number }
  /** Text and binary: 32-bit offsets, then bytes. */
  | { readonly kind: 'bytes' }
  /** Lists and maps: 32-bit offsets; the elements are the child. */
  | { readonly kind: 'list'; readonly child: Layout }
  | { readonly kind: 'fixed-list'; readonly size: number; readonly child: Layout }
  | { readonly kind: 'struct'; readonly children: readonly Layout[] }
  /** Sparse: one byte per row names the child that holds its value; every child is as long as the union. */
  | { readonly kind: 'union'; readonly children: readonly Layout[] };

const WIDTHS: Readonly<Record<string, number>> = {
  TINYINT: 1,
  UTINYINT: 1,
  SMALLINT: 2,
  USMALLINT: 2,
  INTEGER: 4,
  UINTEGER: 4,
  FLOAT: 4,
  DATE: 4,
  BIGINT: 8,
  UBIGINT: 8,
  DOUBLE: 8,
  TIME: 8,
  TIMESTAMP: 8,
  TIMESTAMP_S: 8,
  TIMESTAMP_MS: 8,
  TIMESTAMP_NS: 8,
  'TIMESTAMP WITH TIME ZONE': 8,
  HUGEINT: 16,
  DECIMAL: 16,
};

/** @throws TypeError for a type that is not in travel form. */
export function layoutOf(type: DataType): Layout {
  switch (type.id) {
    case 'NULL':
      return { kind: 'null' };
    case 'BOOLEAN':
      return { kind: 'bits' };
    case 'VARCHAR':
    case 'BLOB':
      return { kind: 'bytes' };
    case 'LIST':
      return { kind: 'list', child: layoutOf(type.child) };
    case 'MAP':
      return { kind: 'list', child: { kind: 'struct', children: [layoutOf(type.key), layoutOf(type.value)] } };
    case 'ARRAY':
      return { kind: 'fixed-list', size: type.size, child: layoutOf(type.child) };
    case 'STRUCT':
      return { kind: 'struct', children: type.fields.map((field) => layoutOf(field.type)) };
    case 'UNION':
      return { kind: 'union', children: type.members.map((member) => layoutOf(member.type)) };
    default: {
      const width = WIDTHS[type.id];
      if (width === undefined) throw new TypeError(`Values of type ${type.id} do not travel as they are`);
      return { kind: 'fixed', width };
    }
  }
}
