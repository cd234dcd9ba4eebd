import { describe, expect, test } from 'vitest';
import { likePattern } from './like-pattern.js';

describe('A pattern for names', () => {
  test.each([
    [undefined, 'anything', true],
    [null, '', true],
    ['%', '', true],
    ['', '', true],
    ['', 'a', false],
    ['flights', 'flights', true],
    ['flights', 'Flights', false],
    ['fl%', 'flights', true],
    ['%ts', 'flights', true],
    ['%igh%', 'flights', true],
    ['f_ights', 'flights', true],
    ['_', '🦆', true],
    ['%a%b', 'xaybzab', true],
    ['%a%b', 'xaybz', false],
    ['a\\_b', 'a_b', true],
    ['a\\_b', 'axb', false],
    ['100\\%', '100%', true],
    ['a\\\\b', 'a\\b', true],
    ['a.c', 'abc', false],
    ['a\\', 'a\\', true],
  ] as const)('%s and %s: %s', (pattern, name, expected) => {
    expect(likePattern(pattern)(name)).toBe(expected);
  });

  test('answers at once to a pattern that could be parted in very many ways', () => {
    expect(likePattern(`${'%a'.repeat(200)}%b`)('a'.repeat(2000))).toBe(false);
  });
});
