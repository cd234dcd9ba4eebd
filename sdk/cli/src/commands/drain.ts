import { type Connection, type ExecutorInfo } from '@arbalest/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '../exit-code.js';
import { standardOutput } from '../output/sink.js';
import { connectAs } from '../remote-options.js';
import type { InspectionOptions } from './inspection-options.js';

export interface DrainOptions extends InspectionOptions {
  /** Seconds. */
  readonly wait: number;
}

const POLL_MS = 250;

/** `arbalest executor drain`: asks an executor to leave, and waits until it has. */
export async function drain(executor: string, { connect: url, format, wait, ...flags }: DrainOptions): Promise<number> {
  await using db = await connectAs(url, flags);
  if (!(await db.drainExecutor(executor))) {
    process.stderr.write(`Error: There is no executor ${executor}; see: arbalest status --connect ${url}\n`);
    return EXIT.failed;
  }
  const left = await untilGone(db, executor, Date.now() + wait * 1000);
  if (format === 'json') await standardOutput().write(`${JSON.stringify({ executor, left })}\n`);
  else if (left) await standardOutput().write(`${executor} has left\n`);
  if (!left) process.stderr.write(`Error: ${executor} has not left within ${wait} s; it goes on draining. A longer --wait waits on\n`);
  return left ? EXIT.ok : EXIT.failed;
}

async function untilGone(db: Connection, executor: string, deadline: number): Promise<boolean> {
  for (let said = ''; ; await sleep(POLL_MS)) {
    const found = (await db.executors()).find((each) => each.executor === executor);
    if (found === undefined || found.state === 'lost') return true;
    const text = progressText(found);
    if (text !== said) process.stderr.write(text);
    said = text;
    if (Date.now() > deadline) return false;
  }
}

function progressText({ executor, slotsUsed }: ExecutorInfo): string {
  if (slotsUsed === 0) return `${executor} runs nothing more; its outputs wait for their readers\n`;
  return `${executor} takes no new tasks; ${slotsUsed} ${slotsUsed === 1 ? 'slot is' : 'slots are'} in use\n`;
}
