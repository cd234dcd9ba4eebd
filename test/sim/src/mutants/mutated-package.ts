import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { internalError } from '@arbalest/spi';
import type { Mutant } from './mutants.js';

/** The package's folder: this file is in src/mutants or in dist/mutants of it. */
const SIM = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const WORKSPACE = join(SIM, '..', '..');

/** A copy of the scheduler with one change, and of the simulation that finds that one and no other. */
export class MutatedPackage implements AsyncDisposable {
  private constructor(
    private readonly folder: string,
    /** Of the workers that run it. */
    readonly worker: URL,
  ) {}

  /** @throws internal error `MUTANT_TEXT` when the text that it changes is not there exactly once: the code has changed, and the mutant must follow */
  static async make(mutant: Mutant): Promise<MutatedPackage> {
    // Below the workspace's own packages, so that everything else is found there.
    const folder = join(WORKSPACE, 'node_modules', '.cache', 'arbalest-mutants', `${mutant.name}-${process.pid}`);
    const scope = join(folder, 'node_modules', '@arbalest');
    await rm(folder, { recursive: true, force: true });
    await copyPackage(join(WORKSPACE, 'core', 'scheduler'), join(scope, 'scheduler'));
    await copyPackage(SIM, join(scope, 'test-sim'));
    const mutated = new MutatedPackage(folder, pathToFileURL(join(scope, 'test-sim', 'dist', 'worker.js')));
    for (const change of mutant.changes)
      await replaceIn(join(scope, 'scheduler', 'dist', change.file), change.from, change.to, mutant.name);
    return mutated;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function copyPackage(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await cp(join(from, 'package.json'), join(to, 'package.json'));
  await cp(join(from, 'dist'), join(to, 'dist'), { recursive: true, filter: (path) => !/\.(map|d\.ts)$|\.test\.js$/.test(path) });
}

async function replaceIn(path: string, from: string, to: string, name: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1)
    throw internalError(
      'MUTANT_TEXT',
      `Mutant ${name} changes a text of ${path} that is there ${found} times, not once; bring it up to date: ${from}`,
    );
  await writeFile(
    path,
    text.replace(from, () => to),
  );
}
