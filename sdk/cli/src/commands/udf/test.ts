import type { CaseResult, Example } from '@arbalest/udf-conformance';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXIT, UsageError } from '../../exit-code.js';
import { onInterrupt } from '../../interrupt.js';
import { durationText } from '../../output/amounts.js';
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
  const image = options.tag ?? defaultTag(folder);
  const docker = await openDocker();
  const stop = new AbortController();
  using _ = onInterrupt(() => stop.abort(new Error('Interrupted')));
  await using container = await startFunctionContainer(docker, image, stop.signal);
  process.stdout.write(`${image} listens after ${durationText(container.startMs)}\n`);
  const { runConformance, runExamples } = await import('@arbalest/udf-conformance');
  const { location, inputDirectory, outputDirectory } = container;
  const target = { location, inputDirectory, outputDirectory };
  const tally = new Tally(stop.signal);
  await tally.take('The protocol', runConformance(target, { functions: 'described', drain: false, signal: stop.signal }));
  if (examples === undefined) process.stdout.write('\nNo examples: there is no examples.json\n');
  else await tally.take('examples.json', runExamples(target, examples, { signal: stop.signal }));
  const log = tally.failed > 0 ? await container.log() : '';
  if (log !== '') process.stderr.write(`\nWhat the container has printed:\n${log.trimEnd().replace(/^/gm, '  ')}\n`);
  process.stdout.write(tally.summary());
  return tally.failed === 0 ? EXIT.ok : EXIT.failed;
}

async function readExamples(folder: string): Promise<readonly Example[] | undefined> {
  const path = join(folder, 'examples.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const examples = parse(path, text);
  if (!Array.isArray(examples)) throw new UsageError(`${path} is not a list of examples`);
  const wrong = examples.findIndex((example) => !isExample(example));
  if (wrong !== -1)
    throw new UsageError(`${path}: example ${wrong + 1} needs "function", a list of lists as "arguments", and a list as "expected"`);
  return examples as readonly Example[];
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

function isExample(value: unknown): value is Example {
  const { function: name, arguments: columns, expected } = (value ?? {}) as Partial<Record<keyof Example, unknown>>;
  return typeof name === 'string' && Array.isArray(columns) && columns.every(Array.isArray) && Array.isArray(expected);
}

class Tally {
  readonly #style = styleFor(terminalOf(process.stdout));
  passed = 0;
  failed = 0;
  skipped = 0;

  /** Once the signal is aborted, a case that fails says nothing of the image. */
  constructor(private readonly signal: AbortSignal) {}

  async take(title: string, results: AsyncIterable<CaseResult>): Promise<void> {
    process.stdout.write(`\n${this.#style('bold', title)}\n`);
    for await (const result of results) {
      this.signal.throwIfAborted();
      this[result.outcome]++;
      process.stdout.write(this.#line(result));
    }
  }

  #line({ name, outcome, message }: CaseResult): string {
    if (outcome === 'passed') return `  ${this.#style('green', '✓')} ${name}\n`;
    if (outcome === 'skipped') return this.#style('dim', `  – ${name}: ${message}`) + '\n';
    return `  ${this.#style('red', '✗')} ${name}: ${message.trimEnd().replaceAll('\n', '\n      ')}\n`;
  }

  summary(): string {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    return `\n${this.#style(this.failed > 0 ? 'red' : 'green', `${this.passed} passed, ${this.failed} failed`)}${skipped}\n`;
  }
}
