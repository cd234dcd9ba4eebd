import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { arrowWheel, cacheRoot, type UdfLanguage, udfPython, whyNoUdfServer, workspaceRoot } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const LIMIT_MS = 20 * 60_000;

async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout, stderr } = await run(command, args, { cwd, timeout: LIMIT_MS, maxBuffer: 1 << 26 });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { stdout: string; stderr: string };
    throw new Error(`${message}\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Each returns what its test program says when all is well. */
const RUNS: readonly {
  readonly language: UdfLanguage;
  readonly folder: string;
  readonly says: RegExp;
  go(folder: string): Promise<string>;
}[] = [
  {
    language: 'python',
    folder: 'python',
    says: /\d+ passed/,
    go: async (folder) => output(await udfPython(), ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], folder),
  },
  {
    language: 'java',
    folder: 'java',
    says: /Tests run: [1-9]\d*, Failures: 0, Errors: 0|BUILD SUCCESS/,
    go: (folder) => output('mvn', ['-B', 'test'], folder),
  },
  { language: 'cpp', folder: 'cpp', says: /100% tests passed/, go: cppTests },
  { language: 'go', folder: 'examples/go', says: /^ok\s/m, go: (folder) => output('go', ['test', './...'], folder) },
];

test.for(RUNS)('the own tests of the runtime in $language', { timeout: LIMIT_MS }, async ({ language, folder, says, go }, { skip }) => {
  const missing = await whyNoUdfServer(language);
  if (missing !== undefined) skip(missing);
  expect(await go(join(workspaceRoot, 'udf-runtimes', folder))).toMatch(says);
});

async function cppTests(folder: string): Promise<string> {
  const into = join(cacheRoot, 'udf-servers', 'cpp-tests');
  await mkdir(into, { recursive: true });
  await output('cmake', ['-S', folder, '-B', into, `-DARROW_WHEEL_DIR=${await arrowWheel()}`], folder);
  await output('cmake', ['--build', into, '--parallel', '2'], folder);
  return output('ctest', ['--output-on-failure'], into);
}
