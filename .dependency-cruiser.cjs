// Who may import whom. Tests (x.test.ts, testing/ and everything under test/) may import anything.
const { existsSync, readdirSync } = require('node:fs');

/** What a package may import of this workspace, beside itself. */
const MAY_IMPORT = {
  'core/spi': [],
  'core/plan': ['core/spi', 'proto'],
  'core/flight': ['proto'],
  'core/kernel': ['core/spi'],
  'core/planner': ['core/spi', 'core/plan'],
  'core/executor': ['core/spi', 'core/plan', 'core/flight', 'proto'],
  'core/scheduler': ['core/spi', 'core/plan', 'core/planner', 'core/flight', 'proto'],
  'core/server': ['core', 'proto'],
  'sdk/plugin': ['core/spi', 'core/plan', 'core/kernel'],
  'sdk/client': ['core/flight', 'core/server', 'proto'],
  'udf-runtimes/conformance': ['core/flight'],
  'udf-runtimes/sandbox': [],
  'sdk/cli': [
    ...['sdk/plugin', 'udf-runtimes/conformance', 'udf-runtimes/sandbox', 'core/kernel', 'core/server', 'core/spi', 'sdk/client'],
    // Whose file it writes.
    'plugins/authenticator-file',
  ],
  proto: [],
};
/** Of a plugin with no line of its own. */
const PLUGIN = ['core/spi'];
const PLUGINS = {
  'plugins/codec-arrow': [...PLUGIN, 'core/flight'],
  'plugins/gateway-flightsql': [...PLUGIN, 'core/flight', 'proto'],
  'plugins/executor-duckdb': [...PLUGIN, 'core/plan'],
  'plugins/executor-container': [...PLUGIN, 'core/plan', 'core/flight'],
  'plugins/executor-javascript': [...PLUGIN, 'core/plan', 'core/flight'],
};

const NOT_TESTS = '(\\.test\\.ts$|/testing/|/testing\\.ts$)';

function importsOnly(folder, allowed) {
  return {
    name: `${folder} imports only ${allowed.length === 0 ? 'itself' : allowed.join(', ')}`,
    severity: 'error',
    from: { path: `^${folder}/`, pathNot: NOT_TESTS },
    to: { path: '^(core|plugins|proto|sdk|test)/', pathNot: [folder, ...allowed].map((path) => `^${path}/`) },
  };
}

function packagesIn(group) {
  return readdirSync(`${__dirname}/${group}`)
    .map((name) => `${group}/${name}`)
    .filter((folder) => existsSync(`${__dirname}/${folder}/package.json`));
}

const unruled = [...packagesIn('core'), ...packagesIn('sdk')].filter((folder) => MAY_IMPORT[folder] === undefined);
if (unruled.length > 0) throw new Error(`.dependency-cruiser.cjs does not say what ${unruled.join(', ')} may import`);

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no unresolved imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'tsyringe stays in the kernel', severity: 'error', from: { pathNot: '^core/kernel/' }, to: { path: 'node_modules/tsyringe' } },
    { name: 'spi has no dependencies', severity: 'error', from: { path: '^core/spi/', pathNot: NOT_TESTS }, to: { pathNot: '^core/spi/' } },
    {
      name: 'the client loads the server only when asked to embed',
      severity: 'error',
      from: { path: '^sdk/client/', pathNot: NOT_TESTS },
      to: { path: '^core/server/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => importsOnly(folder, allowed)),
    ...packagesIn('plugins').map((folder) => importsOnly(folder, PLUGINS[folder] ?? PLUGIN)),
  ],
  options: {
    doNotFollow: { path: 'node_modules|^proto/gen/' },
    exclude: { path: '(^|/)dist/|^sdk/cli/bundle/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['arbalest-source', 'import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  },
};
