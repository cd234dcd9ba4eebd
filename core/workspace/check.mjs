// `npm run check`: everything about the code that needs no run of it. All checks run, then the outcome of each is listed.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LINT_CACHE = `${root}.arbalest/eslintcache`;
const CHECKS = [
  ['types', 'tsc', ['-p', 'test/tsconfig.json']],
  ['lint', 'eslint', ['.', '--cache', '--cache-strategy', 'content', '--cache-location', LINT_CACHE]],
  [
    'boundaries',
    'depcruise',
    [
      'core',
      'plugins',
      'sdk',
      'udf-runtimes/conformance',
      'udf-runtimes/sandbox',
      'test',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  ],
  ['dead code', 'knip', []],
  ['formatting', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['generated protobuf code', process.execPath, ['core/workspace/generate-proto.mjs', '--check']],
  ['WebAssembly kernel', process.execPath, ['core/executor/build-kernel.mjs', '--check']],
  ['plugin guide', process.execPath, ['core/workspace/guide-snippets.mjs']],
  ['API report', process.execPath, ['core/workspace/api-report.mjs']],
  ['published packages', process.execPath, ['core/workspace/check-packages.mjs']],
  ['configuration reference', process.execPath, ['core/workspace/config-reference.mjs']],
  ['links', process.execPath, ['core/workspace/check-links.mjs']],
];

const failed = [];
for (const [name, command, args] of CHECKS) {
  const program = command === process.execPath ? command : `${root}node_modules/.bin/${command}`;
  if (!existsSync(program)) throw new Error(`The check "${name}" needs ${program}, which is not installed`);
  const begin = Date.now();
  const status = name === 'lint' ? lint(program, args) : run(program, args);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}

/** The types that a file imports are no part of its cached answer: CI asks anew, and a complaint is only believed when it is new. */
function lint(program, args) {
  if (process.env.CI !== 'true' && existsSync(LINT_CACHE) && run(program, args, 'ignore') === 0) return 0;
  rmSync(LINT_CACHE, { force: true });
  return run(program, args);
}

function run(program, args, stdio = 'inherit') {
  return spawnSync(program, args, { cwd: root, stdio, env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=6144' } }).status;
}
