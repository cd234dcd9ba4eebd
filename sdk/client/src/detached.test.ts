import { tableFromArrays } from 'apache-arrow';
import { expect, test } from 'vitest';
import { connect } from './connect.js';
import { Connection } from './connection.js';
import type { JobEvent } from './messages.js';
import { startFakeScheduler } from './testing/fake-scheduler.js';
import { FakeTransport, partOf } from './testing/index.js';

const fields = [{ name: 'n', type: { id: 'DOUBLE' }, nullable: true }];
const parts = [await partOf(tableFromArrays({ n: Float64Array.of(1, 2) }))];

test('a detached statement is submitted with a key, and stays when its client goes', async () => {
  const execute = async function* (): AsyncGenerator<JobEvent> {
    yield { accepted: { job: 'job-5' } };
    await new Promise(() => undefined);
  };
  await using scheduler = await startFakeScheduler({ execute });
  {
    await using db = await connect(scheduler.url);
    expect(await db.submit('select ?', [1], { timeoutMs: 5 })).toEqual({ job: 'job-5' });
  }
  expect(scheduler.submissions).toMatchObject([{ sql: 'select ?', parameters: '[1]', timeoutMs: 5, detached: true }]);
  expect(scheduler.submissions[0]!.key).toBeTruthy();
  expect(scheduler.cancelledJobs).toEqual([]);
  expect(scheduler.released).toEqual([]);
});

test('what is attached to is read as any result, over breaks too, and is kept', async () => {
  let calls = 0;
  const attach = function* (job: string): Generator<JobEvent> {
    yield { accepted: { job } };
    if (calls++ === 0) throw new Error('cut');
    yield { finished: { rows: 0, tag: 'CREATE TABLE' } };
  };
  await using scheduler = await startFakeScheduler({ execute: () => [], attach });
  {
    await using db = await connect(scheduler.url);
    expect(await db.attach('job-5').run()).toMatchObject({ job: 'job-5', tag: 'CREATE TABLE' });
  }
  expect(scheduler.attached).toEqual(['job-5', 'job-5']);
  expect(scheduler.released).toEqual([]);
});

test('leaving an attached result leaves the job, only cancel cancels it', async () => {
  const transport = new FakeTransport(() => ({ fields, parts, hangs: true }));
  const db = await Connection.open(transport);
  for await (const row of db.attach('job-1').rows()) {
    expect(row).toEqual({ n: 1 });
    break;
  }
  const stop = new AbortController();
  const reading = db.attach('job-1', { signal: stop.signal }).toArray();
  setTimeout(() => stop.abort(new Error('enough')), 10);
  await expect(reading).rejects.toThrow('enough');
  expect(transport.cancelled).toEqual([]);

  const result = db.attach('job-1');
  await result.fields();
  result.cancel();
  await db.close();
  expect(transport.cancelled).toEqual(['job-1']);
});

test('a part that comes again after a break is read once', async () => {
  const transport = new FakeTransport(() => ({ fields, parts: [parts[0]!, parts[0]!], breaks: 2, progress: [{ fraction: 0.5 }] }));
  const db = await Connection.open(transport);
  expect(await db.attach('job-1').toArray()).toEqual([{ n: 1 }, { n: 2 }, { n: 1 }, { n: 2 }]);
  expect(await db.sql('select n').toArray()).toHaveLength(4);
  expect(transport.batchesRead).toBe(4);
});

test('progress never goes back, whoever tells it', async () => {
  const fractions: number[] = [];
  const transport = new FakeTransport(() => ({ progress: [{ fraction: 0.2 }, { fraction: 0.6 }], breaks: 1 }));
  const db = await Connection.open(transport);
  await db.sql('select n', [], { onProgress: ({ fraction }) => fractions.push(fraction) }).run();
  expect(fractions).toEqual([0.2, 0.6, 0.6, 0.6]);
});
