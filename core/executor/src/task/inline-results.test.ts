import { expect, test } from 'vitest';
import { InlineResults } from './inline-results.js';

const result = (bytes: number) => ({ inline: { batches: [{ metadata: new Uint8Array(0), body: new Uint8Array(bytes) }] } });

test('over the budget the oldest results go, but never the newest', () => {
  const results = new InlineResults(100);
  expect(results.add('a', result(60))).toEqual([]);
  expect(results.add('b', {})).toEqual([]);
  expect(results.add('c', result(40))).toEqual([]);
  expect(results.add('d', result(10))).toEqual(['a']);
  results.remove('c');
  expect(results.add('e', result(90))).toEqual([]);
  expect(results.add('f', result(500))).toEqual(['d', 'e']);
});
