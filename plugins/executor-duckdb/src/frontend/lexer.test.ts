import { expect, test } from 'vitest';
import { tokenize } from './lexer.js';

const kinds = (text: string) => tokenize(text).map((token) => `${token.kind}:${token.value}`);

test('strings of every kind are one token, with their content', () => {
  expect(kinds(`'it''s' E'a\\'b' $$x;y$$ $t$ $$ ; $t$ x'0f'`)).toEqual([
    "string:it's",
    "string:a'b",
    'string:x;y',
    'string: $$ ; ',
    'string:0f',
  ]);
});

test('comments are left out, and block comments nest', () => {
  expect(kinds('a -- b; c\n/* d /* e */ ; */ f')).toEqual(['word:a', 'word:f']);
});

test('identifiers, parameters, numbers and symbols', () => {
  expect(kinds('"A ""b""".Größe $1 ? $name 1_000 .5e-3 0xFF a::b')).toEqual([
    'quoted:A "b"',
    'symbol:.',
    'word:größe',
    'parameter:$1',
    'parameter:?',
    'parameter:$name',
    'number:1_000',
    'number:.5e-3',
    'number:0xFF',
    'word:a',
    'symbol:::',
    'word:b',
  ]);
});

test.each([
  ["select 'abc", 7, 'string'],
  ['select "abc', 7, 'quoted identifier'],
  ['select /* /* */', 7, 'comment'],
  ['select $x$ $y$', 7, 'string that $x$ opens'],
])('%s is not closed', (text, position, what) => {
  expect(() => tokenize(text)).toThrow(
    expect.objectContaining({ code: 'SYNTAX', message: `The ${what} is never closed`, details: { position } }),
  );
});
