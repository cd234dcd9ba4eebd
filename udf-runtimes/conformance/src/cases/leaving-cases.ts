import { setTimeout } from 'node:timers/promises';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { jsonResult } from '../description.js';
import { expectEqual, fail } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import type { CallStream } from '../wire/call-stream.js';
import { only } from './scalar-cases.js';
import { ints } from './values.js';

const leaving = inGroup('leaving');
const STEP_MS = 50;

async function serves(session: Session): Promise<void> {
  const stream = session.call('add', 'scalar', inputsOf('add'));
  expectEqual((await only(stream, stream.send([ints(1), ints(2)]))).columns, [ints(3)], 'A call afterwards');
  await stream.end();
}

/** Calls that run besides the one that waits here. */
async function becomesIdle(session: Session, withinMs: number): Promise<void> {
  let calls: unknown;
  for (let waited = 0; waited < withinMs; waited += STEP_MS) {
    calls = (await jsonResult(session.client, 'arbalest.health', '', session.signal))['calls'];
    if (calls === 0) return;
    await setTimeout(STEP_MS);
  }
  fail(`${String(calls)} calls still run ${withinMs} ms after the caller has left`);
}

async function begun(session: Session, milliseconds: number, batches: number, rows = 1): Promise<CallStream> {
  const stream = session.call('sleep_ms', 'scalar', inputsOf('sleep_ms'));
  await stream.schema();
  for (let i = 0; i < batches; i++) stream.send([ints(...Array.from({ length: rows }, () => milliseconds))]);
  await setTimeout(2 * STEP_MS);
  return stream;
}

export const leavingCases: readonly ConformanceCase[] = [
  leaving('health counts the calls that run', async (session) => {
    await becomesIdle(session, 10_000);
    const stream = await begun(session, 300, 1);
    expectEqual((await jsonResult(session.client, 'arbalest.health', '', session.signal))['calls'], 1, 'calls');
    expectEqual((await only(stream, 1)).columns, [ints(300)], 'sleep_ms');
    await stream.end();
  }),
  leaving('a server stops between batches when its caller leaves', async (session) => {
    const stream = await begun(session, 500, 8);
    stream.leave();
    await becomesIdle(session, 2000);
    await serves(session);
  }),
  leaving('callers that leave without a batch', async (session) => {
    for (let i = 0; i < 20; i++) {
      const stream = session.call('add', 'scalar', inputsOf('add'));
      await stream.schema();
      stream.leave();
    }
    await serves(session);
    await becomesIdle(session, 10_000);
  }),
  leaving('a caller that leaves amid a large answer', async (session) => {
    const stream = session.call('series', 'table', inputsOf('series'));
    stream.send([ints(50_000_000)]);
    await stream.next();
    stream.leave();
    await becomesIdle(session, 10_000);
    await serves(session);
  }),
  leaving('a batch that takes longer than its header allows leaves other streams alone', async (session) => {
    const slow = session.call('sleep_ms', 'scalar', inputsOf('sleep_ms'));
    slow.send([ints(600)], { milliseconds: 100 });
    await serves(session);
    slow.leave();
    await becomesIdle(session, 10_000);
  }),
  leaving('a stream whose time is over leaves other streams alone', async (session) => {
    const slow = session.call('sleep_ms', 'scalar', inputsOf('sleep_ms'), { timeoutMs: 100 });
    slow.send([ints(600)]);
    await serves(session);
    slow.leave();
    await becomesIdle(session, 10_000);
    await serves(session);
  }),
];
