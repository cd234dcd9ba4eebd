import { type JsonValue, quoteName } from '@arbalest/spi';
import { literal } from './scan-sql.js';

/** Which rows of a table a split has. Ends are exclusive, an absent one is open, so that neighbours meet without a gap. */
export type SplitRange =
  /** By a column without NULLs, in its own order. Values are text of the type `cast`. */
  | { readonly kind: 'key'; readonly column: string; readonly cast: string; readonly from?: string; readonly to?: string }
  /** By where rows are stored: block numbers. */
  | { readonly kind: 'blocks'; readonly from?: number; readonly to?: number };

export interface SplitPayload {
  /** Name of the exported snapshot that all splits of a statement are read in. */
  readonly snapshot: string;
  readonly range?: SplitRange;
}

export function splitPayload(payload: JsonValue | undefined): SplitPayload {
  return payload as unknown as SplitPayload;
}

export function rangeSql(range: SplitRange): readonly string[] {
  const [column, bound] =
    range.kind === 'key'
      ? ([quoteName(range.column), (value: string | number) => `${literal(String(value))}::${range.cast}`] as const)
      : (['ctid', (block: string | number) => `'(${block},0)'::pg_catalog.tid`] as const);
  return [
    ...(range.from === undefined ? [] : [`${column} >= ${bound(range.from)}`]),
    ...(range.to === undefined ? [] : [`${column} < ${bound(range.to)}`]),
  ];
}
