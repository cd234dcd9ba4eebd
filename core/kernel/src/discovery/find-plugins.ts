import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from '@arbalest/spi';
import type { BundledModule, BundledPlugins, InlinePlugin } from '../kernel-options.js';
import type { Candidate } from '../manifest/candidate.js';
import { packageEntry } from './package-entry.js';
import { isFile, packageFolder, readPackageJson, type PackageJson } from './package-folder.js';

export interface PluginSearch {
  readonly bundled?: BundledPlugins;
  readonly inline: readonly InlinePlugin[];
  /** `plugins.load` of the configuration. */
  readonly load: readonly string[];
  /** What names in `load` are resolved from. */
  readonly baseDirectory: string;
}

export interface FoundPlugins {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly string[];
}

/** Finds all plugins and reads their package.json. Runs none of their code. */
export async function findPlugins({ bundled, inline, load, baseDirectory }: PluginSearch): Promise<FoundPlugins> {
  const from = bundled === undefined ? '' : dirname(fileURLToPath(bundled.from));
  const found = await Promise.all([
    ...(bundled?.packages ?? []).map((name) => {
      const module = bundled?.modules?.[name];
      return module === undefined ? findPackage(name, from, 'bundled') : Promise.resolve(moduleCandidate(name, module));
    }),
    ...inline.map((plugin) => Promise.resolve(inlineCandidate(plugin))),
    ...load.map((name) => (isPath(name) ? findFolder(resolve(baseDirectory, name)) : findPackage(name, baseDirectory, 'package'))),
  ]);
  return {
    candidates: found.filter((result): result is Candidate => typeof result !== 'string'),
    problems: found.filter((result): result is string => typeof result === 'string'),
  };
}

function isPath(name: string): boolean {
  return name.startsWith('.') || isAbsolute(name);
}

function inlineCandidate({ manifest, name, version, plugin }: InlinePlugin): Candidate {
  return { name: name ?? manifest.id, version: version ?? '0.0.0', source: 'inline', manifest, load: () => Promise.resolve(plugin) };
}

function moduleCandidate(name: string, module: BundledModule): Candidate {
  const { version, manifest } = module;
  return { name, version, source: 'bundled', manifest, load: async () => pluginOf(await module.load(), name) };
}

async function findPackage(name: string, from: string, source: 'bundled' | 'package'): Promise<Candidate | string> {
  const folder = await packageFolder(name, from);
  if (folder === undefined)
    return `The plugin package "${name}" is not installed where ${from} could see it; run npm install ${name} there`;
  return candidateIn(folder, source);
}

async function findFolder(folder: string): Promise<Candidate | string> {
  if (!(await isFile(resolve(folder, 'package.json')))) return `The plugin folder ${folder} has no package.json`;
  return candidateIn(folder, 'folder');
}

async function candidateIn(folder: string, source: Candidate['source']): Promise<Candidate | string> {
  let packageJson: PackageJson;
  try {
    packageJson = await readPackageJson(folder);
  } catch (thrown) {
    return `The package.json of the plugin in ${folder} cannot be read: ${(thrown as Error).message}`;
  }
  return {
    name: packageJson.name ?? folder,
    version: packageJson.version ?? '0.0.0',
    source,
    folder,
    manifest: packageJson.arbalest,
    load: () => importPlugin(packageEntry(folder, packageJson)),
  };
}

async function importPlugin(entry: string): Promise<Plugin> {
  return pluginOf((await import(pathToFileURL(entry).href)) as { readonly default?: unknown }, entry);
}

function pluginOf({ default: plugin }: { readonly default?: unknown }, where: string): Plugin {
  if (typeof plugin !== 'object' || plugin === null || typeof (plugin as Partial<Plugin>).register !== 'function') {
    throw new TypeError(`${where} has no default export made by definePlugin({ register })`);
  }
  return plugin as Plugin;
}
