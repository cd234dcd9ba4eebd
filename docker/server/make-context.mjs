// Puts together what the images of the processes are built from, in .arbalest/images/server: the bundle, as far as it is in use, and a list of the libraries
// that it leaves out, with the versions that this checkout was tested with.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const SERVER_CONTEXT = '.arbalest/images/server';

/** What is run by name: the command line, and the executors of a standalone cluster. */
const ENTRIES = ['main.js', 'executor-main.js'];
/** What the bundle leaves out (core/workspace/bundle.mjs), or looks for by name. */
const LIBRARIES = ['@duckdb/node-api', '@duckdb/node-bindings', 'dockerode', 'etcd3', 'koffi', 'lmdb'];

/** @returns the folder, relative to the checkout */
export function makeServerContext() {
  const bundle = join(root, 'sdk/cli/bundle');
  if (!existsSync(join(bundle, 'main.js'))) throw new Error('sdk/cli/bundle is missing; run npm run build first');
  const made = join(root, `${SERVER_CONTEXT}.${process.pid}`);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(join(made, 'bin'), { recursive: true });
  for (const file of filesInUse(bundle)) copy(join(bundle, file), join(made, 'bundle', file));
  for (const file of ['arbalest.js', 'package.json', 'prepare.js']) copy(join(root, 'sdk/cli/bin', file), join(made, 'bin', file));
  for (const file of ['entrypoint.sh', 'healthcheck.cjs']) copy(join(root, 'docker/server', file), join(made, 'bin', file));
  copy(join(root, 'docker/server/prune-modules.sh'), join(made, 'prune-modules.sh'));
  // Whatever the umask of this checkout is.
  for (const file of ['entrypoint.sh', 'arbalest.js']) chmodSync(join(made, 'bin', file), 0o755);
  writePackages(made);
  const context = join(root, SERVER_CONTEXT);
  rmSync(context, { recursive: true, force: true });
  renameSync(made, context);
  return SERVER_CONTEXT;
}

function copy(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** The bundle's folder also holds, for a while, what processes of former bundles may yet load. */
function filesInUse(bundle) {
  const found = new Set(ENTRIES);
  for (const file of found) {
    for (const [, next] of readFileSync(join(bundle, file), 'utf8').matchAll(/["'`]\.\/([\w.-]+\.c?js)["'`]/g))
      if (existsSync(join(bundle, next))) found.add(next);
  }
  return [...found].sort();
}

function writePackages(folder) {
  const { version } = JSON.parse(readFileSync(join(root, 'sdk/cli/package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const dependencies = Object.fromEntries(LIBRARIES.map((name) => [name, packages[placeOf(packages, '', name)].version]));
  const own = { name: 'arbalest', version, private: true, type: 'module', dependencies };
  const lock = { name: 'arbalest', version, lockfileVersion: 3, requires: true, packages: { '': own, ...needed(packages) } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
}

/** Entries of the lock file for the libraries and all that they need, at the places that they have there. */
function needed(packages) {
  const places = new Set(LIBRARIES.map((name) => placeOf(packages, '', name)));
  for (const place of places) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[place];
    for (const name of Object.keys({ ...peerDependencies, ...optionalDependencies, ...dependencies })) {
      const next = placeOf(packages, place, name);
      if (next !== undefined) places.add(next);
      else if (dependencies?.[name] !== undefined) throw new Error(`package-lock.json does not say which ${name} ${place} needs`);
    }
  }
  const kept = ({ dev, devOptional, peer, ...entry }) => entry;
  return Object.fromEntries([...places].sort().map((place) => [place, kept(packages[place])]));
}

/** As Node finds it: in the package's own node_modules, then in those around it. */
function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (at === '') return undefined;
  }
}
