import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { userError, type PluginManifest } from '@arbalest/spi';

/** The package.json of a plugin, as far as it is looked at. Nothing of it is known to be right. */
export interface PluginPackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly type?: string;
  readonly main?: string;
  readonly exports?: unknown;
  readonly bin?: string | Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly arbalest?: unknown;
}

/** A plugin's folder, as its author works in it. */
export interface PluginPackage {
  /** Absolute. */
  readonly folder: string;
  readonly packageJson: PluginPackageJson;
}

/** One whose manifest was found to be good. */
export interface CheckedPackage extends PluginPackage {
  readonly manifest: PluginManifest;
}

/** @throws user error `PLUGIN_FOLDER` when there is no package in the folder */
export async function readPluginPackage(folder: string): Promise<PluginPackage> {
  try {
    return { folder, packageJson: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PluginPackageJson };
  } catch (thrown) {
    const { message } = thrown as Error;
    throw userError('PLUGIN_FOLDER', `There is no plugin in ${folder}: its package.json cannot be read (${message})`, { cause: thrown });
  }
}

/** The folder of an installed package as a folder sees it, or undefined. */
export async function installedPackage(name: string, from: string): Promise<string | undefined> {
  for (let at = from; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (await isFile(join(candidate, 'package.json'))) return candidate;
    if (dirname(at) === at) return undefined;
  }
}

export function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
