import type { Token } from '../lexer.js';
import { quoteIdentifier } from '../source-text.js';
import type { TextEdit } from '../source-text.js';
import type { CallReference } from './call-references.js';
import type { StubSet } from './function-stubs.js';
import { closingParen } from './tokens.js';

/**
 * The edits that turn a call of a user's function into one of its stub; all else stays where it is. `at` is the name's token.
 *
 *     f(x)                                      stub(x)
 *     agg(DISTINCT a, b) FILTER (…) OVER (…)    stub(list(DISTINCT arguments(a, b)) FILTER (…) OVER (…))
 *     FROM t, f(t.x) AS r(y)                    FROM t, (SELECT unnest(stub(t.x), max_depth := 2)) AS r(y)
 */
export function callEdits(call: CallReference, stub: StubSet, tokens: readonly Token[], at: number): readonly TextEdit[] {
  const name = tokens[at]!;
  switch (stub.kind) {
    case 'scalar':
      return [rename(name, stub.call)];
    case 'aggregate':
      return aggregateEdits(call, stub, tokens, at);
    case 'table': {
      const { end } = tokens[closingParen(tokens, at + 1)]!;
      const alias = call.aliased ? '' : ` AS ${quoteIdentifier(stub.written)}`;
      return [rename(name, `(SELECT unnest(${stub.call}`), insertion(end, `, max_depth := 2))${alias}`)];
    }
  }
}

function aggregateEdits(call: CallReference, stub: StubSet, tokens: readonly Token[], at: number): readonly TextEdit[] {
  const name = tokens[at]!;
  const open = at + 1;
  const close = closingParen(tokens, open);
  const outer = insertion(tokens[endOfCall(tokens, close)]!.end, ')');
  const { distinct, from, to } = argumentTokens(tokens, open, close);
  // A star stands for no arguments, too.
  if (call.arguments === 0) {
    const all = { start: tokens[open]!.end, end: tokens[close]!.start, replacement: '1' };
    return [rename(name, `${stub.callOfNone}(list`), all, outer];
  }
  const orders = distinct ? repeatedArguments(tokens, from, to, close) : [];
  return [
    rename(name, `${stub.call}(list`),
    ...[{ from, to }, ...orders].flatMap((part) => [
      insertion(tokens[part.from]!.start, `${stub.arguments}(`),
      insertion(tokens[part.to]!.end, ')'),
    ]),
    outer,
  ];
}

function rename({ start, end }: Token, replacement: string): TextEdit {
  return { start, end, replacement };
}

function insertion(offset: number, replacement: string): TextEdit {
  return { start: offset, end: offset, replacement };
}

interface TokenRange {
  /** Both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** Between the parentheses, without DISTINCT and ORDER BY. */
function argumentTokens(tokens: readonly Token[], open: number, close: number): TokenRange & { readonly distinct: boolean } {
  const quantified = isWord(tokens[open + 1], 'distinct') || isWord(tokens[open + 1], 'all');
  const from = open + (quantified ? 2 : 1);
  const order = findAtDepth(tokens, from, close, (token, i) => isWord(token, 'order') && isWord(tokens[i + 1], 'by'));
  return { distinct: isWord(tokens[open + 1], 'distinct'), from, to: (order ?? close) - 1 };
}

/** ORDER BY of a DISTINCT call may only repeat its argument, and does so in the form that the argument gets. */
function repeatedArguments(tokens: readonly Token[], from: number, to: number, close: number): readonly TokenRange[] {
  const argument = textOf(tokens, { from, to });
  return orderExpressions(tokens, to + 1, close).filter((range) => textOf(tokens, range) === argument);
}

const ENDS_ORDER: ReadonlySet<string> = new Set(['asc', 'desc', 'ascending', 'descending', 'nulls']);

function orderExpressions(tokens: readonly Token[], order: number, close: number): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let from = order + 2; from < close;) {
    const end = findAtDepth(tokens, from, close, (token) => token.text === ',') ?? close;
    const last = findAtDepth(tokens, from, end, (token) => token.kind === 'word' && ENDS_ORDER.has(token.value)) ?? end;
    ranges.push({ from, to: last - 1 });
    from = end + 1;
  }
  return ranges;
}

function textOf(tokens: readonly Token[], { from, to }: TokenRange): string {
  return JSON.stringify(
    tokens.slice(from, to + 1).map((token) => [token.kind === 'quoted' ? 'word' : token.kind, token.value.toLowerCase()]),
  );
}

/** FILTER (…) and OVER (…) or OVER name belong to the call. */
function endOfCall(tokens: readonly Token[], close: number): number {
  let end = close;
  if (isWord(tokens[end + 1], 'filter') && tokens[end + 2]?.text === '(') end = closingParen(tokens, end + 2);
  if (!isWord(tokens[end + 1], 'over')) return end;
  return tokens[end + 2]?.text === '(' ? closingParen(tokens, end + 2) : end + 2;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.value === word;
}

const BRACKETS: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };

/** The first token in `[from, to)` outside of brackets that `accept` accepts. */
export function findAtDepth(
  tokens: readonly Token[],
  from: number,
  to: number,
  accept: (token: Token, index: number) => boolean,
): number | undefined {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (depth === 0 && accept(token, i)) return i;
    if (token.kind === 'symbol') depth += BRACKETS[token.text] ?? 0;
  }
  return undefined;
}
