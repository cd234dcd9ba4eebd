/**
 * Predicates simple enough to push into a scan. A list of filters is a conjunction. Values are SQL text that casts to the column's type.
 * A row is kept when the predicate is true; NULL drops it.
 */
export type Filter =
  | { readonly kind: 'compare'; readonly column: string; readonly op: CompareOp; readonly value: string }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'is-null' | 'is-not-null'; readonly column: string }
  | { readonly kind: 'or'; readonly any: readonly (readonly Filter[])[] };

export type CompareOp = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** `exact`: no row that fails the filter is returned. `partial`: some may be, the engine checks again. */
export type FilterSupport = 'exact' | 'partial' | 'unsupported';
