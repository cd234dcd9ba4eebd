// Who may import whom. Tests (x.test.ts and everything under test/) may import anything.
const NOT_TESTS = '(\\.test\\.ts$|/testing/|/testing\\.ts$)';

/** Files of `folder` may import, of this workspace, only themselves and `allowed`. */
function mayImport(folder, allowed) {
  const targets = [folder, ...allowed].map((path) => `^${path}/`);
  return {
    name: `${folder} imports only ${allowed.length === 0 ? 'itself' : allowed.join(', ')}`,
    severity: 'error',
    from: { path: `^${folder}/`, pathNot: NOT_TESTS },
    to: { path: '^(core|plugins|proto|sdk|test)/', pathNot: targets },
  };
}

const plugin = (name, allowed = []) => mayImport(`plugins/${name}`, ['core/spi', ...allowed]);

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no unresolved imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'tsyringe stays in the kernel',
      severity: 'error',
      from: { pathNot: '^core/kernel/' },
      to: { path: 'node_modules/tsyringe' },
    },
    { name: 'spi has no dependencies', severity: 'error', from: { path: '^core/spi/', pathNot: NOT_TESTS }, to: { pathNot: '^core/spi/' } },
    mayImport('core/plan', ['core/spi', 'proto']),
    mayImport('core/flight', ['proto']),
    mayImport('core/planner', ['core/spi', 'core/plan']),
    mayImport('core/kernel', ['core/spi']),
    mayImport('core/executor', ['core/spi', 'core/plan', 'core/flight', 'proto']),
    mayImport('core/scheduler', ['core/spi', 'core/plan', 'core/planner', 'core/flight', 'proto']),
    mayImport('core/server', ['core', 'proto']),
    plugin('catalog-files'),
    plugin('codec-parquet'),
    plugin('codec-csv'),
    plugin('codec-json'),
    plugin('codec-arrow', ['core/flight']),
    plugin('executor-duckdb', ['core/plan']),
    plugin('state-memory'),
    mayImport('sdk/cli', ['sdk/client', 'core/server', 'core/kernel', 'core/spi']),
    {
      name: 'the client meets the server only when asked to embed',
      severity: 'error',
      from: { path: '^sdk/client/', pathNot: NOT_TESTS },
      to: { path: '^(core|plugins|sdk|test)/', pathNot: ['^sdk/client/', '^core/flight/'], dependencyTypesNot: ['dynamic-import'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|proto/gen|^sdk/cli/bundle/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['arbalest-source', 'import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  },
};
