import { expect, test } from 'vitest';
import { engineError } from './engine-error.js';

const LIMITS = { memoryBytes: 1 << 30, spillDirectory: '/tmp/spill' };

test('a record that does not fit comes as one sentence with file, line, column and value', () => {
  const csv = engineError(
    'Conversion Error: CSV Error on Line: 29001\nOriginal Line: 28999,dear\nError when converting column "price". Could not convert string "dear" to \'BIGINT\'\n\nColumn price is …\n\n  file = /data/prices.csv\n  delimiter = ,',
    LIMITS,
  );
  expect(csv).toMatchObject({ family: 'user', code: 'CSV_VALUE' });
  expect(csv.message).toBe(
    `/data/prices.csv, line 29001: Error when converting column "price". Could not convert string "dear" to 'BIGINT' (the line is: 28999,dear); correct the value, or give the column another type: types = {'price': 'VARCHAR'}, or leave such lines out with ignore_errors = true`,
  );
  const json = engineError(
    'Invalid Input Error: JSON transform error in file "/data/p.jsonl", in line 29000: Failed to cast value to numerical: "dear"\nTry setting …',
    LIMITS,
  );
  expect(json).toMatchObject({ family: 'user', code: 'JSON_VALUE' });
  expect(json.message).toMatch(/^\/data\/p\.jsonl, line 29000: Failed to cast value to numerical: "dear"; correct the value/);
});

test('a store that refuses is not asked again, one that is not well is', () => {
  const refusal = (status: string) =>
    engineError(`HTTP Error: HTTP GET error reading 'http://h/bucket/x' in region '' (HTTP ${status})`, LIMITS);
  expect(refusal('403 Forbidden')).toMatchObject({ family: 'user', code: 'FILE_UNREADABLE' });
  expect(refusal('404 Not Found')).toMatchObject({ family: 'user', code: 'FILE_NOT_FOUND' });
  expect(refusal('503 Slow Down')).toMatchObject({ family: 'transient', code: 'NETWORK' });
});
