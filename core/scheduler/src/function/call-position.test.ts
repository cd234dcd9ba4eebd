import { userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { fakeDefinition } from '../testing/index.js';
import { withCallPosition } from './call-position.js';

const functions = [fakeDefinition(), fakeDefinition({ id: '2', name: 'other' })];
const error = userError('FUNCTION_FAILED', 'Function sentiment failed in row 17: ValueError: other', { notes: ['Traceback'] });
const plain = userError('FUNCTION_FAILED', 'Function sentiment failed: ValueError');

test.each([
  ['SELECT sentiment(text) FROM t', 7],
  ['SELECT other(1), Sentiment (text) FROM t', 17],
  ['SELECT "SENTIMENT"(text) FROM t', 7],
  ["SELECT 'sentiment(' /* sentiment( */, sentiment(text) -- sentiment(\nFROM t", 38],
  ['SELECT sentiment FROM t', undefined],
  ['SELECT sentiment(a), sentiment(b) FROM t', undefined],
  ['SELECT my_sentiment(a) FROM t', undefined],
])('%s', (sql, position) => {
  expect(withCallPosition(plain, sql, functions).details.position).toBe(position);
});

test('an error that could be of two functions, or says itself where it is, or is another one, stays as it is', () => {
  const sql = 'SELECT sentiment(a), other(a)';
  expect(withCallPosition(error, sql, functions)).toBe(error);
  for (const other of [userError('FUNCTION_FAILED', 'sentiment', { position: 3 }), userError('BIND', 'sentiment')])
    expect(withCallPosition(other, sql, functions)).toBe(other);
});

test('all else of the error is kept; the only function that there is need not be named', () => {
  const found = withCallPosition(userError('FUNCTION_FAILED', 'x', { notes: ['Traceback'] }), 'SELECT sentiment(a)', [fakeDefinition()]);
  expect(found).toMatchObject({ family: 'user', code: 'FUNCTION_FAILED', message: 'x', details: { notes: ['Traceback'], position: 7 } });
});
