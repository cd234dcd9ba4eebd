import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type ConformanceCase, inGroup } from '../conformance-case.js';
import { expectEqual, fail, SkipCase } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import { only } from './scalar-cases.js';
import { ints } from './values.js';

const context = inGroup('context');
const LOG_WAIT_MS = 5000;

export const contextCases: readonly ConformanceCase[] = [
  context('query, user and options of the call', async (session) => {
    const call = { function: 'context', operation: 'scalar' as const, arguments: [0] };
    const calls = [{ ...call, options: { threshold: '0.5' } }, { ...call, options: { threshold: 'ünder' } }, call];
    const stream = session.stream({ calls, query: 'job-3f2a', user: 'ada' }, inputsOf('context'));
    const { columns } = await only(stream, stream.send([['query', 'user', 'threshold', 'missing']]));
    expectEqual(columns[0], ['job-3f2a', 'ada', '0.5', null], 'The first call');
    expectEqual(columns[1], ['job-3f2a', 'ada', 'ünder', null], 'The second call, with other options');
    expectEqual(columns[2], ['job-3f2a', 'ada', null, null], 'The third call, without options');
  }),
  context('members that are new to the server are ignored', async (session) => {
    const more = { user: 'ada', ...({ newer: { a: [1] } } as object) };
    const stream = session.call('context', 'scalar', inputsOf('context'), more);
    expectEqual((await only(stream, stream.send([['user']]))).columns, [['ada']], 'context');
  }),
  context('the start-up hook ran once', async (session) => {
    const stream = session.call('started', 'scalar', []);
    expectEqual((await only(stream, stream.send([], { rows: 2 }))).columns, [ints(1, 1)], 'started');
  }),
  context('one process answers', async (session) => {
    const stream = session.call('process_id', 'scalar', []);
    const ids = (await only(stream, stream.send([], { rows: 2 }))).columns[0]!;
    expectEqual([ids[0] === ids[1], typeof ids[0]], [true, 'bigint'], 'process_id');
  }),
  context('what functions log is printed', async (session) => {
    const { log } = session.target;
    if (log === undefined) throw new SkipCase('the log of the server is not known here');
    const text = `logged-${randomUUID()}`;
    const stream = session.call('log_text', 'scalar', inputsOf('log_text'));
    expectEqual((await only(stream, stream.send([[text, null]]))).columns, [[text, null]], 'log_text');
    for (let waited = 0; waited < LOG_WAIT_MS; waited += 50) {
      if (log().includes(text)) return;
      await setTimeout(50);
    }
    fail(`The log has no ${text} after ${LOG_WAIT_MS} ms`);
  }),
];
