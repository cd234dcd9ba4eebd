import type { FormatOptions, JsonValue } from '@arbalest/spi';
import type { TokenCursor } from './token-cursor.js';

/** `(key value, key = value, key, …)`. Keys are lower-cased; one without a value is true. */
export function parseOptions(cursor: TokenCursor): FormatOptions {
  cursor.expectSymbol('(');
  const options: Record<string, JsonValue> = {};
  while (!cursor.isSymbol(')')) {
    const key = optionKey(cursor);
    if (key in options) throw cursor.error('SYNTAX', `Option ${key} is given twice`);
    cursor.takeSymbol('=', '=>', ':=');
    options[key] = cursor.isSymbol(',') || cursor.isSymbol(')') ? true : optionValue(cursor);
    if (!cursor.takeSymbol(',')) break;
  }
  cursor.expectSymbol(')');
  return options;
}

function optionKey(cursor: TokenCursor): string {
  const parts = [cursor.peek()?.kind === 'string' ? cursor.string('an option') : cursor.identifier('an option')];
  while (cursor.takeSymbol('.')) parts.push(cursor.identifier('an option'));
  return parts.join('.').toLowerCase();
}

function optionValue(cursor: TokenCursor): JsonValue {
  if (cursor.isSymbol('(')) return cursor.parenthesised(() => optionValue(cursor));
  if (cursor.takeSymbol('[')) return listValue(cursor);
  if (cursor.takeSymbol('{')) return structValue(cursor);
  const negative = cursor.takeSymbol('-');
  const token = cursor.next();
  if (token.kind === 'number') return (negative ? -1 : 1) * Number(token.text.replaceAll('_', ''));
  if (token.kind === 'string' || token.kind === 'quoted') return token.value;
  if (token.kind === 'word') return wordValue(token.text);
  throw cursor.error('SYNTAX', `An option's value was expected, not ${token.text}`, token.start);
}

function wordValue(word: string): JsonValue {
  switch (word.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return word;
  }
}

function listValue(cursor: TokenCursor): JsonValue {
  const items: JsonValue[] = [];
  while (!cursor.isSymbol(']')) {
    items.push(optionValue(cursor));
    if (!cursor.takeSymbol(',')) break;
  }
  cursor.expectSymbol(']');
  return items;
}

function structValue(cursor: TokenCursor): JsonValue {
  const entries: [string, JsonValue][] = [];
  while (!cursor.isSymbol('}')) {
    const key = cursor.peek()?.kind === 'string' ? cursor.string('a key') : cursor.identifier('a key');
    cursor.expectSymbol(':');
    entries.push([key, optionValue(cursor)]);
    if (!cursor.takeSymbol(',')) break;
  }
  cursor.expectSymbol('}');
  return Object.fromEntries(entries);
}
