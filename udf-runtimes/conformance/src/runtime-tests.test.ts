import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtRuntime, mavenIn, type UdfLanguage, udfPython, whyNoUdfServer, workspaceRoot } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const LIMIT_MS = 20 * 60_000;
const RUNTIMES = join(workspaceRoot, 'udf-runtimes');

/** Each answers with what the language's own test program prints. */
interface Runtime {
  readonly language: UdfLanguage;
  /** Matches only when nothing failed; finds how many passed. */
  readonly passed: RegExp;
  /** So many there are at least. */
  readonly atLeast: number;
  test(): Promise<string>;
}

const RUNS: readonly Runtime[] = [
  {
    language: 'python',
    passed: /^(\d+) passed(, \d+ skipped)? in/gm,
    atLeast: 150,
    test: async () => output(await udfPython(), ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], join(RUNTIMES, 'python')),
  },
  {
    language: 'java',
    passed: /Tests run: (\d+), Failures: 0, Errors: 0, Skipped: 0$/gm,
    atLeast: 30,
    test: async () => mavenIn(await builtRuntime('java'), ['test']),
  },
  {
    language: 'cpp',
    passed: /100% tests passed, 0 tests failed out of (\d+)/g,
    atLeast: 30,
    test: async () => output('ctest', ['--output-on-failure'], await builtRuntime('cpp')),
  },
  {
    language: 'go',
    passed: /^--- PASS/gm,
    atLeast: 2,
    test: () => output('go', ['test', '-count=1', '-v', './...'], join(RUNTIMES, 'examples/go')),
  },
];

test.for(RUNS)('the own tests of the runtime in $language', { timeout: LIMIT_MS }, async (runtime, { skip }) => {
  const { language, passed, atLeast } = runtime;
  const missing = await whyNoUdfServer(language);
  if (missing !== undefined) skip(missing);
  const printed = await runtime.test();
  const matches = [...printed.matchAll(passed)];
  // Go prints a line for each test, the others one with their number.
  const count = language === 'go' ? matches.length : Number(matches.at(-1)?.[1]);
  expect(count, printed).toBeGreaterThanOrEqual(atLeast);
  console.info(`${language}: ${count} tests passed`);
});

async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await run(command, args, { cwd, timeout: LIMIT_MS, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { stdout: string; stderr: string };
    throw new Error(`${message}\n${stdout}\n${stderr}`, { cause: error });
  }
}
