import { join } from 'node:path';
import { type CheckOutcome, outcome, skipped } from './outcome.js';
import { installedPackage, isFile, type PluginPackage } from './plugin-package.js';
import { runScript } from './run-tool.js';

/** Compiles the package without writing anything, with the compiler that it has installed. */
export async function typesCheck({ folder }: PluginPackage): Promise<CheckOutcome> {
  if (!(await isFile(join(folder, 'tsconfig.json')))) return skipped('types', 'there is no tsconfig.json: the package is not TypeScript');
  const compiler = await installedPackage('typescript', folder);
  if (compiler === undefined) return outcome('types', [`typescript is not installed where ${folder} could see it; run npm install there`]);
  const { code, output } = await runScript(join(compiler, 'bin/tsc'), ['--noEmit', '--pretty', 'false', '-p', folder], folder);
  return outcome('types', code === 0 ? [] : output.split(/\n(?=\S)/).filter((line) => line !== ''));
}
