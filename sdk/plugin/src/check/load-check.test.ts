import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundledPlugins } from '@arbalest/kernel';
import type { PluginManifest } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { loadCheck } from './load-check.js';

const MANIFEST: PluginManifest = { kind: 'codec', id: 'acme', spi: '^1.0' };

/** Checks a plugin of one file, which has no package to import. */
async function checked(code: string, manifest = MANIFEST, settings: object = {}, bundled?: BundledPlugins) {
  await using folder = await temporaryFolder();
  const packageJson = { name: 'acme', version: '1.0.0', type: 'module', exports: './index.js', arbalest: manifest };
  const unpacked = folder.file('node_modules/acme');
  await mkdir(unpacked, { recursive: true });
  await writeFile(join(unpacked, 'package.json'), JSON.stringify(packageJson));
  await writeFile(join(unpacked, 'index.js'), code);
  await writeFile(folder.file('arbalest.config.json'), JSON.stringify(settings));
  return await loadCheck({ folder: folder.path, packageJson, manifest }, unpacked, bundled);
}

const contributing = (token: string) =>
  `export default { register({ config, contribute }) { contribute({ symbol: Symbol.for('arbalest.spi.${token}'), name: '${token}' }, () => ({ id: 'acme', config })) } };`;

test('says what is exported and contributed', async () => {
  expect(await checked(`${contributing('Codec')} export const version = 1;`)).toMatchObject({
    outcome: 'ok',
    notes: ['exports default, version', 'contributes Codec acme'],
  });
});

test('loads it with its section of the configuration in its folder', async () => {
  const config = { type: 'object', required: ['url'], properties: { url: { type: 'string' } } };
  expect(await checked(contributing('Codec'), { ...MANIFEST, config })).toMatchObject({
    outcome: 'failed',
    problems: [expect.stringContaining('url')],
  });
  const settings = { plugin: { acme: { url: 'x' }, other: {} } };
  expect(await checked(contributing('Codec'), { ...MANIFEST, config }, settings)).toMatchObject({ outcome: 'ok' });
});

test('refuses the id of a plugin that comes with the product, unless it is that one', async () => {
  const come = (name: string): BundledPlugins => ({
    packages: [name],
    from: import.meta.url,
    modules: { [name]: { version: '1.0.0', manifest: MANIFEST, load: async () => ({}) } },
  });
  expect(await checked(contributing('Codec'), MANIFEST, {}, come('other'))).toMatchObject({
    outcome: 'failed',
    problems: [expect.stringContaining('"acme" is taken twice')],
  });
  expect(await checked(contributing('Codec'), MANIFEST, {}, come('acme'))).toMatchObject({ outcome: 'ok' });
});

test.each([
  ['an export that is missing', 'export const plugin = {};', /no default export made by definePlugin/],
  ['a contribution of another kind', contributing('Catalog'), /is a codec, but its register contributes no Codec/],
  ['a package that is not among its dependencies', "import 'acme-unheard-of';", /acme-unheard-of/],
  ['an init that fails', "export default { register() {}, init: async () => { throw new Error('no disk') } };", /no disk/],
])('names %s', async (_, code, problem) => {
  const { outcome, problems } = await checked(code);
  expect(outcome).toBe('failed');
  expect(problems.join()).toMatch(problem);
});
