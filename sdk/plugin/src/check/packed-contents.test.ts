import { expect, test } from 'vitest';
import { unneededFiles, unresolvedEntries } from './packed-contents.js';

test('names what a user of a package does not need, and why', () => {
  const needed = ['package.json', 'README.md', 'dist/index.js', 'dist/index.d.ts', 'data/latest.json', 'src/schema.json'];
  expect(unneededFiles(needed)).toEqual([]);
  const unneeded = [
    'dist/index.test.js',
    'dist/.tsbuildinfo',
    'src/index.ts',
    'tsconfig.json',
    '.env',
    'node_modules/x/index.js',
    'a-1.0.0.tgz',
  ];
  expect(unneededFiles([...needed, ...unneeded]).map((line) => line.split(': ')[0])).toEqual(unneeded);
});

test('leaves sources alone that nothing is compiled from', () => {
  expect(unneededFiles(['src/index.ts', 'package.json'])).toEqual([]);
});

test('names entries that lead nowhere, whatever their form', () => {
  const exports = { '.': { own: './src/index.ts', default: './dist/index.js' }, './more/*': './dist/more/*.js' };
  expect(unresolvedEntries({ exports }, ['dist/index.js', 'dist/more/a.js'], ['own'])).toEqual([]);
  expect(unresolvedEntries({ exports, main: 'main.js', bin: { tool: 'bin/tool.js' } }, [])).toEqual([
    'exports "." "own" names ./src/index.ts, which is not in the package',
    'exports "." "default" names ./dist/index.js, which is not in the package',
    'exports "./more/*" names ./dist/more/*.js, which is not in the package',
    'bin "tool" names bin/tool.js, which is not in the package',
    'main names main.js, which is not in the package',
  ]);
});
