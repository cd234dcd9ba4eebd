import { expect, test } from 'vitest';
import { interfaceCheck, manifestCheck } from './manifest-check.js';

const GOOD = {
  name: 'acme',
  version: '1.0.0',
  type: 'module',
  exports: './dist/index.js',
  peerDependencies: { '@arbalest/spi': '^0.1.0' },
  arbalest: { kind: 'codec', id: 'acme', spi: '^1.0' },
};

test('finds nothing wrong with a good one', () => {
  expect(manifestCheck({ folder: '/acme', packageJson: GOOD })).toMatchObject({ outcome: 'ok', problems: [] });
  expect(interfaceCheck({ folder: '/acme', packageJson: GOOD })).toMatchObject({ outcome: 'ok' });
});

test('names everything that is wrong at once', () => {
  const arbalest = { kind: 'codecs', id: 'Acme', spi: '^1.0', colour: 'red' };
  const { problems } = manifestCheck({ folder: '/acme', packageJson: { dependencies: { '@arbalest/plugin-sdk': '*' }, arbalest } });
  for (const word of [
    'kind',
    'id',
    'colour',
    '"name"',
    '"version"',
    '"type": "module"',
    '"exports"',
    '@arbalest/spi',
    '@arbalest/plugin-sdk',
  ])
    expect(problems.join('\n')).toContain(word);
});

test('names the range of interfaces that it was made for', () => {
  const packageJson = { ...GOOD, arbalest: { ...GOOD.arbalest, spi: '^99.0' } };
  const { outcome, problems } = interfaceCheck({ folder: '/acme', packageJson });
  expect(outcome).toBe('failed');
  expect(problems.join()).toContain('made for plugin interface ^99.0');
});
