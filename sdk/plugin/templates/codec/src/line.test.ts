import { expect, test } from 'vitest';
import { formatPair, parseLine } from './line.js';

test.each([
  ['level=warn ms=3', { level: 'warn', ms: '3' }],
  ['message="a \\"b\\"\\n" x=', { message: 'a "b"\n' }],
  ['a=1 a=2', { a: '2' }],
  ['  ', {}],
])('%j is a line', (line, values) => {
  expect(Object.fromEntries([...parseLine(line)!].map(([key, { text }]) => [key, text]))).toEqual(values);
});

test.each(['level', 'level=warn"', 'a="\\x"', '=1', '\0'])('%j is none', (line) => {
  expect(parseLine(line)).toBeUndefined();
});

test.each(['plain', '', 'two words', '12', 'true', 'a\nb', 'C:\\', 'x=y'])('the text %j comes back as text', (text) => {
  expect(parseLine(formatPair('key', text))?.get('key')).toMatchObject({ text });
});
