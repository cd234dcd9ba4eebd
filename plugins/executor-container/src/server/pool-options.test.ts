import { DEFAULT_LIMITS } from '@arbalest/udf-sandbox';
import { expect, test } from 'vitest';
import { configWith } from '../testing/pool-options.js';

test('the limits of the configuration are those that functions are tested with', () => {
  expect(configWith().limits).toMatchObject(DEFAULT_LIMITS);
});
