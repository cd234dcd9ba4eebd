import type { Field, Filter } from '@arbalest/spi';

/** Texts of which a line must hold one for its row to pass a filter. */
export type TextFilter = readonly string[];

/** Those filters that ask a VARCHAR column for one of some texts; the rest is the engine's. */
export function textFilters(filters: readonly Filter[], fields: readonly Field[]): readonly TextFilter[] {
  const isText = (column: string) => fields.find(({ name }) => name === column)?.type.id === 'VARCHAR';
  return filters.flatMap((filter) => {
    if (filter.kind === 'compare' && filter.op === '=' && isText(filter.column)) return [[filter.value]];
    return filter.kind === 'in' && isText(filter.column) ? [filter.values] : [];
  });
}

/** False only when no row of this line passes. A text that is escaped may look like any other, so such a line is always wanted. */
export function lineWanted(line: string, filters: readonly TextFilter[]): boolean {
  return line.includes('\\') || filters.every((texts) => texts.some((text) => JSON.stringify(text) !== `"${text}"` || line.includes(text)));
}
