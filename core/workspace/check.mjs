// `npm run check`: everything about the code that needs no run of it. All checks run, then the outcome of each is listed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LINT_CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', '.arbalest/eslintcache'];
const CHECKS = [
  ['types', 'tsc', ['-p', 'test/tsconfig.json']],
  // Types of a file's imports are no part of a cached answer, so CI does without the cache.
  ['lint', 'eslint', process.env.CI === 'true' ? ['.'] : ['.', ...LINT_CACHE]],
  ['boundaries', 'depcruise', ['core', 'plugins', 'sdk', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
  ['dead code', 'knip', []],
  ['formatting', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['generated protobuf code', process.execPath, ['core/workspace/generate-proto.mjs', '--check']],
  ['WebAssembly kernel', process.execPath, ['core/executor/build-kernel.mjs', '--check']],
];

const failed = [];
for (const [name, command, args] of CHECKS) {
  const program = command === process.execPath ? command : `${root}node_modules/.bin/${command}`;
  if (!existsSync(program)) throw new Error(`The check "${name}" needs ${program}, which is not installed`);
  const begin = Date.now();
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=6144' },
  });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
