import { tokenize } from '../lexer.js';
import type { Token } from '../lexer.js';
import type { StatementText } from './token-cursor.js';

/** The statements of a script; empty ones are left out. @throws user error `SYNTAX` for an unclosed string or comment. */
export function splitScript(script: string): readonly StatementText[] {
  const statements: StatementText[] = [];
  let current: Token[] = [];
  const finish = () => {
    if (current.length > 0) statements.push(statementOf(script, current));
    current = [];
  };
  for (const token of tokenize(script)) {
    if (token.kind === 'symbol' && token.text === ';') finish();
    else current.push(token);
  }
  finish();
  return statements;
}

function statementOf(script: string, tokens: readonly Token[]): StatementText {
  const position = tokens[0]!.start;
  const text = script.slice(position, tokens.at(-1)!.end);
  return { text, position, tokens: tokens.map((token) => ({ ...token, start: token.start - position, end: token.end - position })) };
}

/** The part of a statement from the next token on, as a statement of its own. */
export function innerStatement({ text, position, tokens }: StatementText, offset: number): StatementText {
  const inner = tokens
    .filter((token) => token.start >= offset)
    .map((token) => ({ ...token, start: token.start - offset, end: token.end - offset }));
  return { text: text.slice(offset), position: position + offset, tokens: inner };
}
