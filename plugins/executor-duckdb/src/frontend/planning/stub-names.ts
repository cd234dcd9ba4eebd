import { tokenize } from '../lexer.js';
import type { Token } from '../lexer.js';
import { STUB_PREFIX } from '../references/function-stubs.js';
import type { StubSet } from '../references/function-stubs.js';
import { closingParen } from '../references/tokens.js';
import { applyEdits, quoteIdentifier } from '../source-text.js';
import type { TextEdit } from '../source-text.js';

const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** An expression as DuckDB prints it, with calls of stubs as the user wrote them: the way back of `callEdits`. */
export function withoutStubs(text: string, stubs: readonly StubSet[]): string {
  if (!text.includes(STUB_PREFIX)) return text;
  const tokens = tokensOf(text);
  const edits = tokens ? tokens.flatMap((token, i) => edit(token, i, tokens, stubs)) : [];
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

function edit(token: Token, i: number, tokens: readonly Token[], stubs: readonly StubSet[]): readonly TextEdit[] {
  if (tokens[i + 1]?.text !== '(') return [];
  const close = closingParen(tokens, i + 1);
  for (const set of stubs) {
    if (token.value === set.arguments) return [removal(tokens, i, i + 1), removal(tokens, close, close)];
    if (token.value === set.callOfNone)
      return [removal(tokens, i + 1, i + 2), removal(tokens, i + 4, i + 4), removal(tokens, close, close)];
    if (token.value === set.call && set.kind === 'aggregate') return [removal(tokens, i + 1, i + 2), removal(tokens, close, close)];
    if (token.value === set.call && set.kind === 'table') return unnested(tokens, i, close);
  }
  return [];
}

/** `(SELECT unnest(stub(x), (max_depth := 2)))` → `stub(x)` */
function unnested(tokens: readonly Token[], i: number, close: number): readonly TextEdit[] {
  if (tokens[i - 2]?.value !== 'unnest' || tokens[i - 4]?.text !== '(') return [];
  const end = closingParen(tokens, i - 4);
  return [
    { start: tokens[i - 4]!.start, end: tokens[i]!.start, replacement: '' },
    { start: tokens[close]!.end, end: tokens[end]!.end, replacement: '' },
  ];
}

function removal(tokens: readonly Token[], from: number, to: number): TextEdit {
  return { start: tokens[from]!.start, end: tokens[to]!.end, replacement: '' };
}
