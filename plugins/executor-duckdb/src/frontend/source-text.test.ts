import { expect, test } from 'vitest';
import { applyEdits, utf16Offset } from './source-text.js';

test('positions after an edit lead back to the source, positions within it to its start', () => {
  const edited = applyEdits('a $1 b t c', [
    { start: 7, end: 8, replacement: 'scan(12)' },
    { start: 2, end: 4, replacement: "'text'" },
  ]);
  expect(edited.text).toBe("a 'text' b scan(12) c");
  expect([0, 4, 9, 14, 20].map(edited.toSource)).toEqual([0, 2, 5, 7, 9]);
});

test('bytes of UTF-8 become UTF-16 units', () => {
  expect([0, 1, 3, 6, 10, 11].map((bytes) => utf16Offset('aé€😀b', bytes))).toEqual([0, 1, 2, 3, 5, 6]);
});
