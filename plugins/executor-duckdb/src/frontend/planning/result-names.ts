import { SCAN_FUNCTION } from '../decode/scans.js';
import type { StubSet } from '../references/function-stubs.js';
import type { ResolvedQuery, TableReplacement } from '../references/resolved-query.js';
import { withoutStubs } from './stub-names.js';

const SCAN_CALL = new RegExp(`${SCAN_FUNCTION}\\((\\d+)\\)(?: AS ("(?:[^"]|"")*"|[\\w$]+))?`, 'g');

/** A column without a name is called by its expression: a subquery in it shows the planning table, and a call its stub, where the user wrote another name. */
export function resultNames(
  names: readonly string[],
  query: ResolvedQuery,
  ids: readonly number[],
  stubs: readonly StubSet[],
): readonly string[] {
  return withoutScans(
    names.map((name) => withoutStubs(name, stubs)),
    query,
    ids,
  );
}

function withoutScans(names: readonly string[], query: ResolvedQuery, ids: readonly number[]): readonly string[] {
  if (!names.some((name) => name.includes(SCAN_FUNCTION))) return names;
  const tables = tableReplacements(query);
  return names.map((name) =>
    name.replace(SCAN_CALL, (call, id: string, alias: string | undefined) => {
      const found = tables.find((replacement) => ids[replacement.table] === Number(id));
      if (!found) return call;
      const written = found.text.slice(found.start, found.end);
      const ownAlias = alias?.replaceAll('"', '').toLowerCase() === found.alias?.toLowerCase();
      return alias === undefined || ownAlias ? written : `${written} AS ${alias}`;
    }),
  );
}

function tableReplacements(query: ResolvedQuery): readonly (TableReplacement & { readonly text: string })[] {
  return query.replacements.flatMap((replacement) => {
    if (replacement.kind === 'table') return [{ ...replacement, text: query.text }];
    return replacement.kind === 'view' ? tableReplacements(replacement.query) : [];
  });
}
