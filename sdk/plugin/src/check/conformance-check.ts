import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { PluginKind } from '@arbalest/spi';
import { type CheckOutcome, outcome } from './outcome.js';
import { type CheckedPackage, installedPackage } from './plugin-package.js';
import { runScript } from './run-tool.js';

/** As far as it is read: https://vitest.dev/guide/reporters.html#json-reporter */
interface TestReport {
  readonly testResults: readonly { readonly name: string; readonly message?: string; readonly assertionResults: readonly TestResult[] }[];
}

interface TestResult {
  readonly fullName: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
  readonly failureMessages?: readonly string[];
}

/** Runs the package's tests with its own vitest: all of them pass, and the suite of the plugin's kind is among them. */
export async function conformanceCheck({ folder, manifest }: CheckedPackage): Promise<CheckOutcome> {
  const vitest = await installedPackage('vitest', folder);
  if (vitest === undefined) return outcome('conformance', [`vitest is not installed where ${folder} could see it; run npm install there`]);
  const place = await mkdtemp(join(tmpdir(), 'arbalest-plugin-tests-'));
  try {
    const file = join(place, 'report.json');
    const { output } = await runScript(
      join(vitest, 'vitest.mjs'),
      ['run', '--root', folder, '--reporter=json', `--outputFile=${file}`],
      folder,
    );
    const report = await readFile(file, 'utf8').catch(() => undefined);
    if (report === undefined) return outcome('conformance', [`the tests left no report:\n${output}`]);
    return await reported(JSON.parse(report) as TestReport, folder, manifest.kind);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function reported({ testResults }: TestReport, folder: string, kind: PluginKind): Promise<CheckOutcome> {
  const problems: string[] = [];
  let ofSuite = 0;
  let passed = 0;
  for (const { name, message = '', assertionResults } of testResults) {
    const where = relative(folder, name);
    if (assertionResults.length === 0) problems.push(`${where} has no test that ran: ${message.trim() || 'it is empty'}`);
    for (const { fullName, status, failureMessages = [] } of assertionResults) {
      if (status === 'passed') passed++;
      else problems.push(`${where}: ${fullName}: ${status === 'failed' ? firstLines(failureMessages) : status}`);
    }
    if (await callsSuite(name, kind)) ofSuite += assertionResults.filter(({ status }) => status === 'passed').length;
  }
  if (ofSuite === 0 && problems.length === 0)
    problems.push(`no test calls ${kind}Conformance of @arbalest/plugin-sdk/conformance, so nothing shows that it is a ${kind}`);
  return outcome('conformance', problems, [`${passed} tests passed, ${ofSuite} of them beside ${kind}Conformance`]);
}

async function callsSuite(path: string, kind: PluginKind): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.includes('@arbalest/plugin-sdk') && new RegExp(`^\\s*${kind}Conformance\\(`, 'm').test(text);
}

function firstLines(messages: readonly string[]): string {
  return messages.join('\n').split('\n    at ')[0]!.trim();
}
