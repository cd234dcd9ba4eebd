import { expect, test } from 'vitest';
import { orBits, setBits } from './bits.js';

const text = (bytes: Uint8Array): string => [...bytes].map((byte) => [...byte.toString(2).padStart(8, '0')].reverse().join('')).join('');

test.each([0, 1, 7, 8, 13])('bitmaps are put one behind the other from bit %i on', (start) => {
  for (const length of [1, 7, 8, 9, 31]) {
    const target = new Uint8Array(12);
    const source = Uint8Array.from({ length: Math.ceil(length / 8) }, (_, i) => 0b1101_0101 + i);
    const wanted = text(source).slice(0, length);
    setBits(target, 0, start);
    // What lies behind the last bit of a source is not part of it.
    orBits(target, start, source.slice(), length);
    setBits(target, start + length, 5);
    expect(text(target)).toBe(`${'1'.repeat(start)}${wanted}11111`.padEnd(96, '0'));
  }
});
