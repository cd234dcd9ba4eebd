import { expect, test } from 'vitest';
import { SchedulerFixture, settled, stage } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [{ rows: 1, metadata: new Uint8Array([2]), body: new Uint8Array(8) }] };

test('a statement goes to an executor and its small result comes back with the events', async () => {
  await using cluster = await SchedulerFixture.start();
  const query = await cluster.submit('SELECT 1');
  const a = cluster.executor('a');
  a.finish(a.launched(0, 0), { rows: [1], inline });
  await query.done;

  expect(query.events.map((event) => Object.keys(event)[0])).toEqual(['accepted', 'schema', 'part', 'finished']);
  expect(query.parts[0]).toEqual({ inline, index: 0, attempt: 1 });
  expect(query.finished).toMatchObject({ rows: 1, stages: 1, tasks: 1, opaque: false, retries: 0 });
  await settled();
  expect(a.forgotten).toEqual([query.job]);
});

test('a producer and its reader: the reader learns where every partition lies, and outputs go when they are read', async () => {
  const stages = {
    stages: [
      stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 2 } }),
      stage(1, { tasks: 2, inputs: [{ stage: 0, read: 'partition', streamed: false }] }),
    ],
  };
  await using cluster = await SchedulerFixture.start({ stages, executors: [{ id: 'a' }, { id: 'b' }] });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.finish(a.launched(0, 0), { rows: [3, 0], bytes: [24, 0] });
  b.finish(b.launched(0, 1), { rows: [1, 2], bytes: [8, 16] });
  await settled();

  const reader = a.launched(1, 0);
  expect(reader.inputs![0]!.sources).toMatchObject([
    { executor: 'a', address: 'grpc://a', rows: 3, bytes: 24, open: false, partitions: [0], exchange: { stage: 0, task: 0, attempt: 1 } },
    { executor: 'b', address: 'grpc://b', rows: 1, bytes: 8, open: false, partitions: [0], exchange: { stage: 0, task: 1, attempt: 1 } },
  ]);
  expect(b.launched(1, 1).inputs![0]!.sources).toMatchObject([{ executor: 'b', rows: 2, partitions: [1] }]);

  a.running(reader);
  await settled();
  expect(query.parts).toMatchObject([{ index: 0, attempt: 1, source: { open: true, executor: 'a' } }]);
  a.finish(reader, { rows: [4] });
  b.finish(b.launched(1, 1), { rows: [2] });
  await query.done;
  expect(query.parts).toMatchObject([{ index: 0 }, { index: 1, source: { open: false, executor: 'b', rows: 2 } }]);
  expect(query.finished).toMatchObject({ rows: 6, stages: 2, tasks: 4 });
  expect(a.forgotten).toEqual([]);

  await cluster.service.releaseResult({ job: query.job });
  await settled();
  expect(a.forgotten).toEqual([query.job]);
  expect(b.forgotten).toEqual([query.job]);
});
