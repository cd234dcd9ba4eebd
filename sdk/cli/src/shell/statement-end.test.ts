import { expect, test } from 'vitest';
import { isComplete } from './statement-end.js';

test.each([
  ['SELECT 1;', true],
  ['SELECT 1; SELECT 2;\n', true],
  ['SELECT 1', false],
  ['SELECT 1; SELECT', false],
  ["SELECT ';", false],
  ["SELECT ';';", true],
  ["SELECT 'it''s;", false],
  ['SELECT ";" FROM t', false],
  ['SELECT 1 -- ;', false],
  ['SELECT 1; -- done', true],
  ['SELECT 1; /* done */', true],
  ['SELECT 1 /* ; ', false],
  ['SELECT $$;$$', false],
  ['SELECT $$;$$;', true],
  ['SELECT $1;', true],
  ['', false],
])('%j', (text, complete) => {
  expect(isComplete(text)).toBe(complete);
});
