// Brings a checkout to where its commands can run: installs and builds, each only when something it depends on has changed.
// Uses nothing but Node, because nothing else is there on a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamps = join(root, '.arbalest');
const SOURCE_FOLDERS = [
  'core',
  'plugins',
  'proto',
  'sdk',
  'udf-runtimes/conformance',
  'udf-runtimes/sandbox',
  'test/kit',
  'test/bench',
  'test/sim',
  'test/chaos',
];
const SOURCE_FILE = /(\.(ts|tsx|mjs|proto|wasm)|package\.json|tsconfig[^/]*\.json)$/;

step(
  'node_modules',
  installKey(),
  () => run('npm', ['ci', '--no-audit', '--no-fund'], 'Installing dependencies'),
  join(root, 'node_modules'),
);
step(
  'build',
  buildKey(),
  () => run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b'], 'Building'),
  join(root, 'sdk/cli/dist'),
);
step(
  'bundle',
  bundleKey(),
  () => run(process.execPath, [join(root, 'core/workspace/bundle.mjs')], 'Bundling'),
  join(root, 'sdk/cli/bundle/main.js'),
);

/** Runs `work` unless the outcome is there and was made from the same key. */
function step(name, key, work, outcome) {
  const stamp = join(stamps, `${name}.stamp`);
  if (existsSync(outcome) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, key);
}

function installKey() {
  return digest([process.version, readFileSync(join(root, 'package-lock.json'))]);
}

/** Sizes and times of all sources: quick to read, and a change that keeps both is no edit. */
function buildKey() {
  const parts = [installKey(), readFileSync(join(root, 'tsconfig.base.json'))];
  for (const folder of SOURCE_FOLDERS) {
    for (const file of sourceFiles(join(root, folder))) {
      const { size, mtimeMs } = statSync(file);
      parts.push(`${file}:${size}:${mtimeMs}`);
    }
  }
  return digest(parts);
}

/** The compiled files as they are: whoever compiles one package by hand gets a new bundle as well. */
function bundleKey() {
  const parts = [installKey(), readFileSync(join(root, 'core/workspace/bundle.mjs'))];
  for (const group of ['core', 'plugins', 'sdk', 'udf-runtimes']) {
    for (const name of readdirSync(join(root, group))) {
      const folder = join(root, group, name);
      if (!existsSync(join(folder, 'dist'))) continue;
      parts.push(readFileSync(join(folder, 'package.json')));
      for (const file of compiledFiles(join(folder, 'dist'))) {
        const { size, mtimeMs } = statSync(file);
        parts.push(`${file}:${size}:${mtimeMs}`);
      }
    }
  }
  const protobuf = statSync(join(root, 'proto/gen/arbalest.js'));
  return digest([...parts, `${protobuf.size}:${protobuf.mtimeMs}`]);
}

function compiledFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => join(folder, name));
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (SOURCE_FILE.test(entry.name)) yield path;
  }
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function run(command, args, what) {
  process.stderr.write(`${what} …\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    process.stderr.write(`${what} failed\n`);
    process.exit(status ?? 1);
  }
}
