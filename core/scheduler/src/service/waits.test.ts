import { expect, test } from 'vitest';
import { CONSTANT_PLAN, fakeTable, SchedulerFixture, stage } from '../testing/index.js';

test('files of a table that nobody can look through do not keep a statement waiting for ever', async () => {
  const table = fakeTable('t', 1, { splits: () => new Promise(() => undefined) });
  await using cluster = await SchedulerFixture.start({
    logical: { ...CONSTANT_PLAN, tables: [table] },
    stages: { stages: [stage(0, { tasks: 2, tables: [{ table: 0, read: 'split' }] })] },
  });
  const query = await cluster.submit();
  await cluster.advance(299_000);
  expect(query.failed).toBeUndefined();
  await cluster.advance(1000);
  await query.done;
  expect(query.failed).toMatchObject({ family: 'transient', code: 'SPLITS_TIMEOUT' });
});
