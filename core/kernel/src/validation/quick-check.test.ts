import { expect, it } from 'vitest';
import { CONFIG_SCHEMA } from '../config/schema.js';
import { MANIFEST_SCHEMA } from '../manifest/manifest-schema.js';
import { quickCheck } from './quick-check.js';
import { compiledValidator } from './validator.js';

const manifest = { kind: 'codec', id: 'x', spi: '^1.0' };

it.each<[object, unknown]>([
  [CONFIG_SCHEMA, {}],
  [
    CONFIG_SCHEMA,
    { scheduler: { port: 1 }, plugins: { load: ['a'] }, settings: { a: 'b' }, plugin: { csv: { a: 1 } }, executor: { memory: '4GB' } },
  ],
  [CONFIG_SCHEMA, { scheduler: { port: 65536 } }],
  [CONFIG_SCHEMA, { scheduler: { port: 1.5 } }],
  [CONFIG_SCHEMA, { scheduler: null }],
  [CONFIG_SCHEMA, { scheduler: { prot: 1 } }],
  [CONFIG_SCHEMA, { settings: { a: 1 } }],
  [CONFIG_SCHEMA, { plugin: { csv: 1 } }],
  [CONFIG_SCHEMA, { plugins: { load: [''] } }],
  [CONFIG_SCHEMA, { executor: { memory: 'much' } }],
  [CONFIG_SCHEMA, { log: { level: 'loud' } }],
  [CONFIG_SCHEMA, { security: { sessionHours: 0 } }],
  [CONFIG_SCHEMA, { security: { sessionHours: 0.5 } }],
  [MANIFEST_SCHEMA, manifest],
  [MANIFEST_SCHEMA, { ...manifest, dependsOn: ['a', 'a'] }],
  [MANIFEST_SCHEMA, { ...manifest, roles: [] }],
  [MANIFEST_SCHEMA, { kind: 'codec' }],
  [MANIFEST_SCHEMA, undefined],
  [MANIFEST_SCHEMA, []],
])('agrees with the validator, defaults included: %#', (schema, value) => {
  const [one, two] = [structuredClone(value), structuredClone(value)];
  const valid = compiledValidator(schema)(one).length === 0;
  expect(quickCheck(schema as Record<string, unknown>, two)).toBe(valid);
  if (valid) expect(two).toEqual(one);
});

it('leaves what it does not understand to the validator', () => {
  expect(quickCheck({ type: 'number', multipleOf: 2 }, 4)).toBe(false);
});
