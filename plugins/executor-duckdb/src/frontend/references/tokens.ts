import type { Token } from '../lexer.js';

/** The token at an offset, or the next one. */
export function tokenIndex(tokens: readonly Token[], offset: number): number {
  const index = tokens.findIndex((token) => token.start >= offset);
  return index < 0 ? tokens.length - 1 : index;
}

/** The parenthesis that closes the first one from `from` on. */
export function closingParen(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'symbol') continue;
    if (text === '(') depth++;
    if (text === ')' && --depth === 0) return i;
  }
  return tokens.length - 1;
}
