// Makes sdk/cli/bundle: the command line and all that it runs, in a few files. Opening and resolving the thousand files of the packages takes longer
// than most statements; see core/docs/adr/0007-bundled-command-line.md.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'sdk/cli/bundle');
/** Run by name: by the launcher, by the quickstart, and by a standalone scheduler for its executors. */
const ENTRIES = {
  main: 'sdk/cli/dist/main.js',
  'executor-main': 'core/server/dist/executor-main.js',
  quickstart: 'sdk/cli/dist/quickstart/main.js',
};
/** Native code, and what only those load who have containers or several schedulers. */
const EXTERNAL = ['koffi', '@duckdb/node-bindings', 'dockerode', 'lmdb', 'etcd3'];
/** Our own packages do nothing when they are imported, so that of each only what a command uses is loaded. */
const OWN = new RegExp(`^${root}(core|plugins|sdk)/.*/dist/(?!.*main\\.js$)`);
/** Loading is paid for by the file and by the byte: what a statement in this process needs is together, what only some need is kept apart. */
const GROUPS = [
  // Each takes what it imports along, unless a group before it did.
  { name: 'protobuf', test: /\/proto\/gen\//, priority: 3 },
  { name: 'arrow', test: /\/node_modules\/(apache-arrow|flatbuffers)\//, priority: 2 },
  { name: 'grpc', test: /\/node_modules\/@grpc\//, priority: 1 },
  { name: (id, context) => (OWN.test(id) && !reachesSlow(id, context) ? ownGroup(id) : null) },
];
/** Loaded by few, or only late: gRPC, what measures, what reads Avro, and the module that loads DuckDB when it is loaded. */
const SLOW = /\/node_modules\/(@grpc|prom-client|avsc|fzstd|seek-bzip|snappyjs|xz-decompress)\/|\/planning\/duckdb-library\.js$/;
/** CommonJS that the sources `require` when they first need it, so that it is a file of its own here too. */
const REQUIRED = { ajv: 'ajv.cjs', semver: 'semver.cjs', '@duckdb/node-api': 'duckdb.cjs' };

const NATIVE_BINDING = `
  const platform = '@duckdb/node-bindings-' + process.platform + '-' + process.arch;
  const load = (name) => require(name);
  try {
    module.exports = load(platform + '/duckdb.node');
  } catch {
    module.exports = load('@duckdb/node-bindings');
  }
`;

/** Processes that run on the bundle before this one may yet load a chunk of theirs. */
const KEPT_MS = 60 * 60 * 1000;

const output = [
  ...(await bundle(
    { input: absolute(ENTRIES), plugins: [resolvedAhead()] },
    { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js', codeSplitting: { groups: GROUPS } },
  )),
  ...(await Promise.all(Object.entries(REQUIRED).map(([name, file]) => bundleRequired(name, file)))).flat(),
];
replace(output);

async function bundle(input, options) {
  const build = await rolldown({
    platform: 'node',
    external: EXTERNAL,
    logLevel: 'warn',
    checks: { pluginTimings: false, ineffectiveDynamicImport: false },
    treeshake: { moduleSideEffects: (id) => !OWN.test(id) },
    ...input,
  });
  try {
    return (await build.generate({ minify: true, ...options })).output;
  } finally {
    await build.close();
  }
}

function ownGroup(id) {
  if (!id.startsWith(join(root, 'sdk/cli/'))) return 'arbalest';
  return /\/(output|commands|run-script|open-connection|interrupt|terminal)/.test(id) && !id.endsWith('/sink.js') ? 'commands' : null;
}

function reachesSlow(id, context, seen = new Set()) {
  if (SLOW.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (context.getModuleInfo(id)?.importedIds ?? []).some((next) => reachesSlow(next, context, seen));
}

function bundleRequired(name, file) {
  const path = createRequire(join(root, name.startsWith('@duckdb') ? 'plugins/executor-duckdb/' : 'core/kernel/', 'package.json')).resolve(
    name,
  );
  return bundle(
    { input: path, external: [], plugins: [nativeBinding()] },
    { format: 'cjs', exports: 'auto', entryFileNames: file, codeSplitting: false },
  );
}

/** What the sources look for by name at run time, a bundler has to be told. A rule that finds nothing to change is out of date. */
function resolvedAhead() {
  const unused = new Set(['server', 'plugins', ...Object.keys(REQUIRED)]);
  return {
    name: 'resolved-ahead',
    async transform(code, id) {
      const server = JSON.stringify(join(root, 'core/server/dist/open-embedded.js'));
      if (id.endsWith('/sdk/client/dist/embedded.js')) return swap(code, 'import(SERVER_PACKAGE)', `import(${server})`, 'server', unused);
      if (id.endsWith('/core/server/dist/bundled-plugins.js')) return withPlugins(code, id, unused);
      return ownRequires(code, unused);
    },
    buildEnd(error) {
      if (!error && unused.size > 0) throw new Error(`bundle.mjs found nothing to change for: ${[...unused].join(', ')}`);
    },
  };
}

function swap(code, from, to, rule, unused) {
  if (!code.includes(from)) return undefined;
  unused.delete(rule);
  return code.replace(from, to);
}

function ownRequires(code, unused) {
  let changed = code;
  for (const [name, file] of Object.entries(REQUIRED)) {
    const call = `createRequire(import.meta.url)('${name}')`;
    changed = swap(changed, call, `createRequire(import.meta.url)('./${file}')`, name, unused) ?? changed;
  }
  return changed === code ? undefined : changed;
}

/** The package of this platform without asking which C library there is, which takes longer than to load it: npm installs the one that fits. */
function nativeBinding() {
  const virtual = '\0native-binding';
  return {
    name: 'native-binding',
    resolveId: (id) => (id === '@duckdb/node-bindings' ? virtual : undefined),
    load: (id) => (id === virtual ? NATIVE_BINDING : undefined),
  };
}

/** The plugins that come with the product: their manifests as they stand, and imports of their code that the bundler follows. */
async function withPlugins(code, id, unused) {
  const { bundledPlugins } = await import(id);
  const imports = bundledPlugins.packages.map((name, index) => `import * as plugin${index} from '${name}';\n`);
  const modules = bundledPlugins.packages.map((name, index) => {
    const { version, arbalest } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    return `'${name}': { version: '${version}', manifest: ${JSON.stringify(arbalest)}, load: async () => plugin${index} }`;
  });
  return (
    imports.join('') + swap(code, 'from: import.meta.url,', `from: import.meta.url, modules: { ${modules.join(', ')} },`, 'plugins', unused)
  );
}

/** Chunks go first and the entries, which name them, last: whoever starts meanwhile finds one whole bundle or the other. */
function replace(files) {
  mkdirSync(target, { recursive: true });
  const entriesLast = [...files].sort((a, b) => Number(a.isEntry) - Number(b.isEntry));
  for (const { fileName, code, source } of entriesLast) {
    const temporary = join(target, `.${fileName}.${process.pid}`);
    writeFileSync(temporary, code ?? source);
    renameSync(temporary, join(target, fileName));
  }
  const current = new Set(files.map(({ fileName }) => fileName));
  for (const name of readdirSync(target)) {
    const path = join(target, name);
    if (!current.has(name) && statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path);
  }
}

function absolute(entries) {
  return Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)]));
}
