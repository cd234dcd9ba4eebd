import { expect, test } from 'vitest';
import { parseLosslessJson } from './lossless-json.js';

test('integers that a double cannot hold come as bigint, others as numbers', () => {
  expect(parseLosslessJson('{"a":18446744073709551615,"b":[-9223372036854775808, 12, -0.0, 1.5e300],"c":9007199254740991}')).toEqual({
    a: 18446744073709551615n,
    b: [-9223372036854775808n, 12, -0, 1.5e300],
    c: 9007199254740991,
  });
});

test('NaN and the infinities are bare words', () => {
  expect(parseLosslessJson('[NaN,Infinity,-Infinity,"NaN",[nan , inf]]')).toEqual([NaN, Infinity, -Infinity, 'NaN', [NaN, Infinity]]);
});

test('what looks like a number inside a string stays a string', () => {
  const text = '{"x":"[1234567890123456789, \\"NaN\\", \\\\",":12345678901234567890":null,"t":true,"e":{},"l":[]}';
  expect(parseLosslessJson(text)).toEqual({ x: '[1234567890123456789, "NaN", \\', ':12345678901234567890': null, t: true, e: {}, l: [] });
});

test.each(['[12345678901234567890', '[12345678901234567890,]', '{"a" 12345678901234567890}', '[NaN] x', '[NaN, 01x]'])(
  '%s is refused',
  (text) => {
    expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
  },
);
