import { expect, test } from 'vitest';
import { packageJson } from './package-json.js';

const TEMPLATE = { name: 'acme', dependencies: { 'apache-arrow': '^21.2.0', '@arbalest/plan': '*' }, arbalest: { kind: 'executor' } };
const folderOf = (name: string) => `/installed/${name}`;

test('names everything by version where Arbalest is installed from a registry', () => {
  const made = packageJson(TEMPLATE, { sdk: '/x/node_modules/@arbalest/plugin-sdk', version: '1.2.0', isCheckout: false, folderOf });
  expect(made).toMatchObject({
    dependencies: { 'apache-arrow': '^21.2.0' },
    peerDependencies: { '@arbalest/spi': '^1.2.0', '@arbalest/plan': '^1.2.0' },
    devDependencies: { '@arbalest/plugin-sdk': '^1.2.0', arbalest: '^1.2.0', vitest: expect.stringMatching(/^\^/) as string },
  });
  expect(JSON.stringify(made)).not.toContain('file:');
});

test('links what work on it needs where Arbalest is a checkout, and publishes versions all the same', () => {
  const made = packageJson(TEMPLATE, { sdk: '/checkout/sdk/plugin', version: '1.2.0', isCheckout: true, folderOf });
  expect(made).toMatchObject({
    dependencies: { 'apache-arrow': '^21.2.0' },
    peerDependencies: { '@arbalest/spi': '^1.2.0' },
    devDependencies: { '@arbalest/spi': 'file:/installed/@arbalest/spi', 'apache-arrow': 'file:/installed/apache-arrow' },
  });
});
