import { resolve } from 'node:path';
import { type CheckOutcome, checkPlugin } from '@arbalest/plugin-sdk';
import { bundledPlugins } from '@arbalest/server';
import { EXIT } from '../../exit-code.js';
import type { ListFormat } from '../../output/listing.js';
import { standardOutput } from '../../output/sink.js';
import { styleFor, terminalOf } from '../../terminal.js';

export interface CheckOptions {
  readonly format: ListFormat;
}

/** `arbalest plugin check`: a line for each check as it ends, and what is wrong below it. */
export async function check(folder: string, { format }: CheckOptions): Promise<number> {
  const sink = standardOutput();
  const outcomes: CheckOutcome[] = [];
  for await (const outcome of checkPlugin({ folder: resolve(folder), bundled: bundledPlugins })) {
    outcomes.push(outcome);
    if (format === 'table') await sink.write(outcomeText(outcome));
  }
  if (format === 'json') await sink.write(`${JSON.stringify(outcomes, null, 2)}\n`);
  return outcomes.some(({ outcome }) => outcome === 'failed') ? EXIT.failed : EXIT.ok;
}

const WORDS = { ok: 'ok     ', failed: 'FAILED ', skipped: '-      ' } as const;
const INDENT = ' '.repeat(WORDS.ok.length + 2);

function outcomeText({ name, outcome, problems, notes }: CheckOutcome): string {
  const style = styleFor(terminalOf(process.stdout));
  const head = `${style(outcome === 'skipped' ? 'dim' : 'bold', WORDS[outcome])}${name}`;
  const lines = outcome === 'ok' ? notes : problems;
  return `${head}\n${lines.map((line) => `${INDENT}${line.replaceAll('\n', `\n${INDENT}  `)}\n`).join('')}`;
}
