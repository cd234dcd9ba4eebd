import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type ArbalestError, type FileRoots, type FileUse, type PluginRole, userError } from '@arbalest/spi';
import type { ArbalestConfig } from '../config/config.js';
import { isExposed } from './exposure.js';
import { comparableUrl, fixedPart, isUrl, isWithin, urlPrefix } from './places.js';
import { RealPaths, realPath } from './real-path.js';

/** Paths looked at at a time. */
const CONCURRENCY = 64;

/** Below the folder of managed tables, so that tasks may read there. Hidden, as what is not finished yet. */
const STAGING = '.staging';

/** Folders as they were given and as they are, and prefixes of URLs. */
interface Places {
  readonly given: readonly string[];
  readonly real: readonly string[];
  readonly urls: readonly string[];
}

/**
 * The roots of this process: what `files` of the configuration says; without it everything, or nothing at all when others can reach the process.
 *
 * @throws user error `FILE_ROOTS` for roots that would open the state of all users, or that contradict each other
 */
export async function fileRoots(config: ArbalestConfig, role: PluginRole | 'embedded', scratchDirectory?: string): Promise<FileRoots> {
  const roots = config.files.roots ?? (isExposed(config, role) ? [] : undefined);
  const data = join(config.dataDirectory, 'data');
  const managed = await placesOf([data]);
  const staging = join(data, STAGING);
  if (roots === undefined) {
    if (config.files.writable !== undefined) throw wrong('files.writable is set without files.roots, which says what may be read');
    return new ConfiguredRoots(undefined, undefined, managed, staging);
  }
  const readable = await placesOf(roots);
  for (const folder of readable.given) await refuseMissing(folder);
  const writable = config.files.writable === undefined ? readable : await placesOf(config.files.writable);
  for (const kept of keptFolders(config, scratchDirectory)) refuseKept(kept, await realPath(kept), readable);
  refuseOutside(writable, readable);
  return new ConfiguredRoots(readable, writable, managed, staging);
}

class ConfiguredRoots implements FileRoots {
  readonly readable: readonly string[] | undefined;
  readonly writable: readonly string[] | undefined;
  readonly managed: readonly string[];
  readonly #places: Readonly<Record<FileUse['access'], Places | undefined>>;
  readonly #managed: Places;

  constructor(
    readable: Places | undefined,
    writable: Places | undefined,
    managed: Places,
    readonly staging: string,
  ) {
    this.#places = { read: readable, write: writable };
    this.#managed = managed;
    this.readable = readable && [...readable.real, ...readable.urls];
    this.writable = writable && [...writable.real, ...writable.urls];
    this.managed = managed.real;
  }

  async check(paths: readonly string[], use: FileUse): Promise<void> {
    const places = this.#places[use.access];
    if (places === undefined) return;
    const allowed = use.managed === true ? joined(places, this.#managed) : places;
    const named = use.access === 'read' ? paths.filter((path) => !isStagedFile(path, this.staging)) : paths;
    const distinct = [...new Set(named)];
    const real = new RealPaths();
    for (let from = 0; from < distinct.length; from += CONCURRENCY)
      await Promise.all(distinct.slice(from, from + CONCURRENCY).map((path) => check(path, { allowed, shown: places, real, use })));
  }
}

interface Check {
  readonly allowed: Places;
  /** What is named in the message. */
  readonly shown: Places;
  readonly real: RealPaths;
  readonly use: FileUse;
}

async function check(path: string, { allowed, shown, real, use }: Check): Promise<void> {
  const refused = () => notAllowed(path, shown, use);
  if (isUrl(path)) {
    const url = comparableUrl(path);
    if (url === undefined || !allowed.urls.some((prefix) => url.startsWith(prefix) || url === prefix.slice(0, -1))) throw refused();
    return;
  }
  if (path.includes('\0')) throw refused();
  const fixed = fixedPart(path);
  const named = [...allowed.given, ...allowed.real].some((folder) => isWithin(fixed.path, folder));
  if (!named || fixed.pattern.includes('..')) throw refused();
  const found = await real.of(fixed.path).catch((thrown: unknown) => {
    throw userError('FILE_UNREADABLE', `${path} cannot be looked at: ${(thrown as Error).message}`, { cause: thrown });
  });
  if (found === undefined || !allowed.real.some((folder) => isWithin(found, folder))) throw refused();
}

/** Whoever knows the name of such a file has made it. */
function isStagedFile(path: string, staging: string): boolean {
  return dirname(path) === staging && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\w+$/.test(basename(path));
}

async function placesOf(paths: readonly string[]): Promise<Places> {
  const given = paths.filter((path) => !isUrl(path)).map((path) => fixedPath(path));
  const real = await Promise.all(given.map(async (path) => (await realPath(path)) ?? path));
  return { given, real: [...new Set(real)], urls: paths.filter(isUrl).map(urlPrefix) };
}

function fixedPath(path: string): string {
  const { path: fixed, pattern } = fixedPart(path);
  if (pattern !== '') throw wrong(`${path} in files has a wildcard; name the folder`);
  return fixed;
}

/** Where state and intermediate results of all users are. */
function keptFolders(
  { dataDirectory, exchange, scheduler, baseDirectory }: ArbalestConfig,
  scratchDirectory: string | undefined,
): string[] {
  const state = /^lmdb:(?!\/\/)(.+)$/.exec(scheduler.state ?? '')?.[1];
  const folders = [
    dataDirectory,
    exchange.spillDirectory,
    state === undefined ? undefined : resolve(baseDirectory, state),
    scratchDirectory,
  ];
  return folders.filter((folder) => folder !== undefined);
}

function refuseKept(kept: string, real: string | undefined, { real: roots }: Places): void {
  const root = roots.find((folder) => isWithin(real ?? kept, folder));
  if (root !== undefined)
    throw wrong(`the root ${root} holds ${kept}, where state or results of all users are kept; name folders beside it, or move that one`);
}

function refuseOutside(writable: Places, readable: Places): void {
  const folder = writable.real.find((path) => !readable.real.some((root) => isWithin(path, root)));
  const url = writable.urls.find((prefix) => !readable.urls.some((root) => prefix.startsWith(root)));
  const outside = folder ?? url;
  if (outside !== undefined) throw wrong(`${outside} in files.writable is not below any of files.roots`);
}

/** Otherwise a misspelt root shows only in what is refused. */
async function refuseMissing(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw wrong(`${folder} in files.roots is no folder on this machine; make or mount it, or correct the path`);
}

function joined(a: Places, b: Places): Places {
  return { given: [...a.given, ...b.given], real: [...a.real, ...b.real], urls: [...a.urls, ...b.urls] };
}

function wrong(reason: string): ArbalestError {
  return userError('FILE_ROOTS', `The configuration of file access is wrong: ${reason}`);
}

function notAllowed(path: string, { given, urls }: Places, { access }: FileUse): ArbalestError {
  const roots = [...given, ...urls];
  const setting = access === 'write' ? 'files.writable (or files.roots without it)' : 'files.roots';
  const where = roots.length === 0 ? 'there are none' : roots.join(', ');
  return userError(
    'FILE_NOT_ALLOWED',
    `${path} is not, or leads out of, where statements may ${access}: ${where}; whoever runs the cluster opens a folder with ${setting} in the configuration`,
  );
}
