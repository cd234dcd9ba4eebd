import { expect, test } from 'vitest';
import { encodeParameters, typed } from './parameters.js';

test('plain values stay plain JSON', () => {
  expect(encodeParameters([1, 'a', true, null, undefined, 1.5])).toBe('[1,"a",true,null,null,1.5]');
  expect(encodeParameters({ name: 'x', list: [1, 2], struct: { a: 'b' } })).toBe('{"name":"x","list":[1,2],"struct":{"a":"b"}}');
  expect(encodeParameters([])).toBeUndefined();
});

test('what JSON cannot hold travels as text and type', () => {
  const parameters = [
    10n ** 18n,
    10n ** 30n,
    new Date(Date.UTC(2001, 0, 2, 3, 4, 5, 6)),
    Uint8Array.of(1, 255),
    Number.NaN,
    typed('1.50', { id: 'DECIMAL' }),
  ];
  expect(JSON.parse(encodeParameters(parameters)!)).toEqual([
    { text: '1000000000000000000', type: { id: 'BIGINT' } },
    { text: '1000000000000000000000000000000', type: { id: 'HUGEINT' } },
    { text: '2001-01-02 03:04:05.006+00', type: { id: 'TIMESTAMP WITH TIME ZONE' } },
    { text: '\\x01\\xff', type: { id: 'BLOB' } },
    { text: 'NaN', type: { id: 'DOUBLE' } },
    { text: '1.50', type: { id: 'DECIMAL' } },
  ]);
});

test('a value without an SQL type is refused by its name', () => {
  expect(() => encodeParameters({ when: new Date(Number.NaN) })).toThrow('Parameter $when is Invalid Date');
  expect(() => encodeParameters([[1n]])).toThrow('Parameter $1[0] is BIGINT within a list');
  expect(() => encodeParameters([new Map() as never])).toThrow('Parameter $1 is Map');
});
