import { expect, test } from 'vitest';
import { csvText, displayText, jsonText } from './value-text.js';

const FLOAT = { id: 'FLOAT' };

test.each([
  [0.1, '0.1'],
  [1 / 3, '0.33333334'],
  [3.4028234663852886e38, '3.4028234663852886e+38'],
  [1.401298464324817e-45, '1.4013e-45'],
  [16_777_217.5, '16777218'],
])('a FLOAT of %d has no more digits than it needs', (value, text) => {
  const stored = Math.fround(value);
  expect([jsonText(stored, FLOAT), csvText(stored, FLOAT)]).toEqual([text, text]);
  expect(Math.fround(Number(text))).toBe(stored);
});

test('within lists too, and a whole one keeps its point where people read it', () => {
  expect(displayText([Math.fround(0.1), 2], { id: 'LIST', child: FLOAT })).toBe('[0.1, 2.0]');
  expect(displayText(Math.fround(0.1), { id: 'DOUBLE' })).toBe('0.10000000149011612');
});

test('a value of a UNION is written as its member is', () => {
  const union = {
    id: 'UNION',
    members: [
      { name: 'n', type: { id: 'BIGINT' } },
      { name: 'p', type: { id: 'STRUCT', fields: [{ name: 'x', type: FLOAT }] } },
      { name: 'l', type: { id: 'LIST', child: { id: 'STRUCT', fields: [{ name: 'y', type: { id: 'VARCHAR' } }] } } },
    ],
  };
  const values = [3n, { x: Math.fround(0.1) }, [{ y: 'a' }]];
  expect(values.map((value) => displayText(value, union))).toEqual(['3', '{x: 0.1}', '[{y: a}]']);
  expect(values.map((value) => jsonText(value, union))).toEqual(['3', '{"x":0.1}', '[{"y":"a"}]']);
});
