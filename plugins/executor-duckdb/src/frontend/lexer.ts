import { userError } from '@arbalest/spi';

/** `word`: a keyword or bare identifier. `quoted`: a "quoted" identifier. `parameter`: `?`, `$1` or `$name`. */
export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** Offsets in the text, UTF-16 units; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case for words; what stands between the quotes, escapes resolved, for quoted identifiers and strings; the text for all others. */
  readonly value: string;
}

const WORD = /[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*/uy;
const NUMBER = /(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?)/y;
const PARAMETER = /\?[0-9]*|\$[\p{L}\p{N}_]+/uy;
const DOLLAR_QUOTE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const SPACE = /\s+/y;
const LINE_COMMENT = /--[^\n\r]*/y;
const SYMBOL = /::|:=|->>|->|=>|<=|>=|<>|!=|==|\|\||[^\s]/uy;

/**
 * Cuts SQL text into tokens and leaves out white space and comments. It follows the dialect's lexer as far as it must to know what is a string,
 * an identifier, a parameter or a separator; operators may come in pieces.
 *
 * @throws user error `SYNTAX` for what is opened and never closed.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipBlank(text, token.end);
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const char = text[start]!;
  if (char === "'") return quotedToken(text, start, start, 'string', "'");
  if (char === '"') return quotedToken(text, start, start, 'quoted', '"');
  if (text[start + 1] === "'" && /[eExXbB]/.test(char)) return quotedToken(text, start, start + 1, 'string', "'");
  if (char === '$') {
    const tag = match(DOLLAR_QUOTE, text, start);
    if (tag) return dollarQuoted(text, start, tag);
  }
  const word = match(WORD, text, start);
  if (word) return { kind: 'word', start, end: start + word.length, text: word, value: word.toLowerCase() };
  return plain(text, start, 'number', NUMBER) ?? plain(text, start, 'parameter', PARAMETER) ?? plain(text, start, 'symbol', SYMBOL)!;
}

function plain(text: string, start: number, kind: TokenKind, pattern: RegExp): Token | undefined {
  const found = match(pattern, text, start);
  return found ? { kind, start, end: start + found.length, text: found, value: found } : undefined;
}

function quotedToken(text: string, start: number, open: number, kind: TokenKind, quote: string): Token {
  const escapes = open > start && /[eE]/.test(text[start]!);
  let value = '';
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === quote && text[at + 1] !== quote) return { kind, start, end: at + 1, text: text.slice(start, at + 1), value };
    if (char === quote || (escapes && char === '\\')) at++;
    value += text[at] ?? '';
  }
  throw unclosed(kind === 'string' ? 'string' : 'quoted identifier', start);
}

function dollarQuoted(text: string, start: number, tag: string): Token {
  const close = text.indexOf(tag, start + tag.length);
  if (close < 0) throw unclosed(`string that ${tag} opens`, start);
  const end = close + tag.length;
  return { kind: 'string', start, end, text: text.slice(start, end), value: text.slice(start + tag.length, close) };
}

function skipBlank(text: string, from: number): number {
  for (let at = from; ;) {
    const length = match(SPACE, text, at)?.length ?? match(LINE_COMMENT, text, at)?.length ?? blockComment(text, at);
    if (length === 0) return at;
    at += length;
  }
}

/** Block comments nest. */
function blockComment(text: string, start: number): number {
  if (!text.startsWith('/*', start)) return 0;
  let depth = 1;
  let at = start + 2;
  while (depth > 0) {
    const open = text.indexOf('/*', at);
    const close = text.indexOf('*/', at);
    if (close < 0) throw unclosed('comment', start);
    const opens = open >= 0 && open < close;
    depth += opens ? 1 : -1;
    at = (opens ? open : close) + 2;
  }
  return at - start;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function unclosed(what: string, position: number): Error {
  return userError('SYNTAX', `The ${what} is never closed`, { position });
}
