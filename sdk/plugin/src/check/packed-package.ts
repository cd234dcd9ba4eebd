import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type CheckOutcome, outcome } from './outcome.js';
import { unneededFiles, unresolvedEntries } from './packed-contents.js';
import { installedPackage, type PluginPackage } from './plugin-package.js';
import { runNpm, runTar } from './run-tool.js';

/** By which packages of Arbalest's own workspace find each other's sources; nobody else asks for it. */
const OWN_CONDITIONS = ['arbalest-source'];

/** A package as npm packs it, unpacked into `node_modules` of a folder of its own. */
export interface PackedPackage extends AsyncDisposable {
  readonly check: CheckOutcome;
  /** Where it was unpacked; absent when it could not be packed. */
  readonly unpacked?: string;
}

/** Packs the package, its `prepack` included, and looks at what is in the archive. */
export async function packedPackage(plugin: PluginPackage): Promise<PackedPackage> {
  const place = await mkdtemp(join(tmpdir(), 'arbalest-plugin-check-'));
  const dispose = { [Symbol.asyncDispose]: () => rm(place, { recursive: true, force: true }) };
  try {
    const { code, output } = await runNpm(['pack', '--loglevel=error', '--pack-destination', place], plugin.folder);
    const archive = (await readdir(place)).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || archive === undefined) return { ...dispose, check: outcome('package', [`npm pack failed:\n${output}`]) };
    const unpacked = join(place, 'node_modules', plugin.packageJson.name!);
    await mkdir(unpacked, { recursive: true });
    const tar = await runTar(['-xzf', join(place, archive), '-C', unpacked, '--strip-components=1'], place);
    if (tar.code !== 0) return { ...dispose, check: outcome('package', [`${archive} cannot be unpacked:\n${tar.output}`]) };
    const missing = await linkDependencies(plugin, place);
    return { ...dispose, unpacked, check: contentsCheck(plugin, await filesBelow(unpacked), missing) };
  } catch (thrown) {
    await dispose[Symbol.asyncDispose]();
    throw thrown;
  }
}

function contentsCheck({ packageJson }: PluginPackage, files: readonly string[], missing: readonly string[]): CheckOutcome {
  const problems = [
    ...unresolvedEntries(packageJson, files, OWN_CONDITIONS),
    ...(files.some((file) => /^readme(\.|$)/i.test(file)) ? [] : ['there is no README in the package']),
    ...unneededFiles(files).map((file) => `packed without need: ${file}; leave it out with "files" in package.json`),
    ...missing,
  ];
  return outcome('package', problems, [`${files.length} files: ${files.join(', ')}`]);
}

/** What the package says it needs at run time, and nothing else, lies beside it. */
async function linkDependencies({ folder, packageJson }: PluginPackage, place: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const name of Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies })) {
    const installed = await installedPackage(name, folder);
    if (installed === undefined) missing.push(`${name} is not installed where ${folder} could see it; run npm install there`);
    else {
      const link = join(place, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(resolve(installed), link, 'junction');
    }
  }
  return missing;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
