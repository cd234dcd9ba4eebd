import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { userError } from '@arbalest/spi';
import { installation } from './installation.js';
import { packageJson, type TemplatePackage } from './package-json.js';

/** Kinds of plugins that there is a template for. */
export const SCAFFOLD_KINDS = ['codec', 'catalog', 'executor', 'state', 'gateway'] as const;
export type ScaffoldKind = (typeof SCAFFOLD_KINDS)[number];

export interface ScaffoldRequest {
  readonly kind: ScaffoldKind;
  /** Of the package and of the plugin. */
  readonly name: string;
  /** Folder to make; nothing may be there. Absolute. */
  readonly folder: string;
}

/** A name that is a package's, a plugin's and, with dashes turned, an identifier of SQL. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** npm would leave files of this name out of our own package, or heed them there. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };
/** Made by work on a template in its place. */
const NOT_COPIED = /(^|\/)(node_modules|dist|\.arbalest)\//;

/**
 * Makes a package of a plugin that builds, passes its conformance suite and runs as it is. Installs nothing.
 *
 * @returns the files that were made, relative to the folder
 * @throws user error `PLUGIN_NAME`, or `FOLDER_TAKEN` when there is something at the folder
 */
export async function scaffoldPlugin({ kind, name, folder }: ScaffoldRequest): Promise<readonly string[]> {
  if (!NAME.test(name)) throw userError('PLUGIN_NAME', `A plugin's name is lower-case letters, digits and single dashes, not ${name}`);
  if (await isThere(folder)) throw userError('FOLDER_TAKEN', `There is something at ${folder} already; choose another name, or remove it`);
  const at = installation();
  const files = new Map<string, string>();
  for (const template of ['shared', kind]) {
    for (const [path, text] of await filesIn(join(at.sdk, 'templates', template)))
      files.set(renamed(filled(path, name)), filled(text, name));
  }
  const own = JSON.parse(files.get('package.json')!) as TemplatePackage;
  files.set('package.json', `${JSON.stringify(packageJson(own, at), null, 2)}\n`);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return [...files.keys()].sort();
}

async function filesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return Promise.all(
    paths
      .filter((path) => !NOT_COPIED.test(path))
      .map(async (path) => [path.replaceAll('\\', '/'), await readFile(join(folder, path), 'utf8')] as const),
  );
}

/** Templates are packages of a plugin called plugin-name, and are tested as they stand. */
function filled(text: string, name: string): string {
  return text.replaceAll('plugin-name', name).replaceAll('plugin_name', name.replaceAll('-', '_'));
}

function renamed(path: string): string {
  return RENAMED[path] ?? path;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
