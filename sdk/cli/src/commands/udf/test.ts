import type { CaseResult, Example } from '@arbalest/udf-conformance';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXIT, UsageError } from '../../exit-code.js';
import { styleFor, terminalOf } from '../../terminal.js';
import { defaultTag } from './build.js';
import { openDocker } from './docker.js';
import { startFunctionContainer } from './function-container.js';

export interface TestOptions {
  /** @default that of `udf build` */
  readonly tag?: string;
}

/** `arbalest udf test`: an image against the protocol and the project's examples, in the sandbox that executors give it. */
export async function test(folder: string, options: TestOptions): Promise<number> {
  const examples = await readExamples(resolve(folder));
  const { runConformance, runExamples } = await import('@arbalest/udf-conformance');
  const image = options.tag ?? defaultTag(folder);
  await using container = await startFunctionContainer(await openDocker(), image);
  process.stdout.write(`${image} listens after ${Math.round(container.startMs)} ms\n`);
  const { location, inputDirectory, outputDirectory } = container;
  const target = { location, inputDirectory, outputDirectory };
  const tally = new Tally();
  await tally.take('the protocol', runConformance(target, { functions: 'described', drain: false }));
  if (examples !== undefined) await tally.take('examples.json', runExamples(target, examples));
  process.stdout.write(tally.summary());
  if (tally.failed > 0) process.stderr.write(`The log of the container:\n${await container.log()}`);
  return tally.failed === 0 ? EXIT.ok : EXIT.failed;
}

async function readExamples(folder: string): Promise<readonly Example[] | undefined> {
  const path = join(folder, 'examples.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as readonly Example[];
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  async take(title: string, results: AsyncIterable<CaseResult>): Promise<void> {
    const style = styleFor(terminalOf(process.stdout));
    process.stdout.write(`\n${style('bold', title)}\n`);
    for await (const { name, outcome, message } of results) {
      this[outcome]++;
      if (outcome === 'passed') process.stdout.write(`  ${style('green', '✓')} ${name}\n`);
      else process.stdout.write(`  ${outcome === 'failed' ? style('red', '✗') : '–'} ${name}: ${message ?? outcome}\n`);
    }
  }

  summary(): string {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    return `\n${this.passed} passed, ${this.failed} failed${skipped}\n`;
  }
}
