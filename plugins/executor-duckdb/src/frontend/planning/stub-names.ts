import { tokenize } from '../lexer.js';
import type { Token } from '../lexer.js';
import { STUB_PREFIX } from '../references/function-stubs.js';
import { findAtDepth } from '../references/call-edits.js';
import type { StubSet } from '../references/function-stubs.js';
import { closingParen } from '../references/tokens.js';
import { applyEdits, quoteIdentifier } from '../source-text.js';
import type { TextEdit } from '../source-text.js';

const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** An expression as DuckDB prints it, with calls of stubs as the user wrote them: the way back of `callEdits`. */
export function withoutStubs(text: string, stubs: readonly StubSet[]): string {
  if (!text.includes(STUB_PREFIX)) return text;
  const tokens = tokensOf(text);
  const edits = tokens ? tokens.flatMap((_, i) => edit(text, i, tokens, stubs)) : [];
  return renamed(applyEdits(text, edits).text, stubs);
}

/** Names alone, as in messages. */
function renamed(text: string, stubs: readonly StubSet[]): string {
  return stubs.reduce(
    (shown, set) => [set.call, set.arguments, set.callOfNone].reduce((rest, name) => rest.replaceAll(name, shownName(set)), shown),
    text,
  );
}

function shownName({ written }: StubSet): string {
  return PLAIN.test(written) ? written : quoteIdentifier(written);
}

/** A message need not be SQL. */
function tokensOf(text: string): readonly Token[] | undefined {
  try {
    return tokenize(text);
  } catch {
    return undefined;
  }
}

function edit(text: string, i: number, tokens: readonly Token[], stubs: readonly StubSet[]): readonly TextEdit[] {
  // PIVOT puts a value and an underscore before the names of its aggregates.
  const { value } = tokens[i]!;
  if (tokens[i + 1]?.text !== '(') return [];
  const close = closingParen(tokens, i + 1);
  for (const set of stubs) {
    if (value.endsWith(set.arguments)) return [removal(tokens, i, i + 1), removal(tokens, close, close)];
    if (value.endsWith(set.callOfNone))
      return [removal(tokens, i + 1, i + 2), removal(tokens, i + 4, i + 4), removal(tokens, close, close)];
    if (value.endsWith(set.call) && set.kind === 'aggregate')
      return tokens[i + 2]?.value === 'list_sort'
        ? sorted(text, i, tokens, stubs)
        : [removal(tokens, i + 1, i + 2), removal(tokens, close, close)];
    if (value === set.call && set.kind === 'table') return unnested(set, i, close, tokens);
  }
  return [];
}

/** DuckDB's form of ORDER BY beside DISTINCT: `stub(list_sort(list(DISTINCT x) …, 'DESCENDING', 'NULLS FIRST'))` */
function sorted(text: string, i: number, tokens: readonly Token[], stubs: readonly StubSet[]): readonly TextEdit[] {
  const closeSort = closingParen(tokens, i + 3);
  const closeList = closingParen(tokens, i + 5);
  const comma = findAtDepth(tokens, closeList + 1, closeSort, (token) => token.text === ',') ?? closeSort;
  const argument = withoutStubs(text.slice(tokens[i + 7]!.start, tokens[closeList]!.start), stubs);
  const words = tokens.slice(comma, closeSort).map(({ value }) => ORDER_WORDS[value] ?? '');
  return [
    removal(tokens, i + 1, i + 4),
    { start: tokens[closeList]!.start, end: tokens[closeList]!.start, replacement: ` ORDER BY ${argument}${words.join('')}` },
    removal(tokens, comma, closeSort + 1),
  ];
}

const ORDER_WORDS: Readonly<Record<string, string>> = {
  DESCENDING: ' DESC',
  ASCENDING: ' ASC',
  'NULLS FIRST': ' NULLS FIRST',
  'NULLS LAST': ' NULLS LAST',
};

/** `(SELECT unnest(stub(x), (max_depth := 2))) AS f` → `stub(x)` */
function unnested(set: StubSet, i: number, close: number, tokens: readonly Token[]): readonly TextEdit[] {
  if (tokens[i - 2]?.value !== 'unnest' || tokens[i - 4]?.text !== '(') return [];
  const closeQuery = closingParen(tokens, i - 4);
  const ownAlias = tokens[closeQuery + 1]?.value === 'as' && tokens[closeQuery + 2]?.value === set.written;
  const end = ownAlias ? closeQuery + 2 : closeQuery;
  return [
    { start: tokens[i - 4]!.start, end: tokens[i]!.start, replacement: '' },
    { start: tokens[close]!.end, end: tokens[end]!.end, replacement: '' },
  ];
}

function removal(tokens: readonly Token[], from: number, to: number): TextEdit {
  return { start: tokens[from]!.start, end: tokens[to]!.end, replacement: '' };
}
