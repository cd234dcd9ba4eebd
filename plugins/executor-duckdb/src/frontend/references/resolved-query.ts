import { applyEdits, quoteIdentifier } from '../source-text.js';
import type { EditedText, TextEdit } from '../source-text.js';

/** A query's text and what stands for its table references. */
export interface ResolvedQuery {
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

export type Replacement = TableReplacement | ViewReplacement | (TextEdit & { readonly kind: 'text' });

interface ReferenceReplacement {
  readonly start: number;
  readonly end: number;
  /** Alias that the reference had by its own name; absent when the statement gives one, or cannot take one. */
  readonly alias?: string;
  /** FROM, where the reference follows a keyword that takes a name only. */
  readonly prefix: string;
}

export interface TableReplacement extends ReferenceReplacement {
  readonly kind: 'table';
  /** Position among the statement's tables. */
  readonly table: number;
}

export interface ViewReplacement extends ReferenceReplacement {
  readonly kind: 'view';
  readonly name: string;
  readonly query: ResolvedQuery;
}

/** The text with every table reference replaced by `tableSql` of its table, and every view by its query. */
export function renderQuery(query: ResolvedQuery, tableSql: (table: number) => string): EditedText {
  return applyEdits(
    query.text,
    query.replacements.map((replacement) => ({
      start: replacement.start,
      end: replacement.end,
      replacement: replacementText(replacement, tableSql),
    })),
  );
}

function replacementText(replacement: Replacement, tableSql: (table: number) => string): string {
  if (replacement.kind === 'text') return replacement.replacement;
  const alias = replacement.alias === undefined ? '' : ` AS ${quoteIdentifier(replacement.alias)}`;
  const source = replacement.kind === 'table' ? tableSql(replacement.table) : `(${renderQuery(replacement.query, tableSql).text}\n)`;
  return `${replacement.prefix}${source}${alias}`;
}
