import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@arbalest/client';
import { installLogCodec, temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

test('a packed codec, installed outside the workspace, is read through SQL on two executors', async () => {
  await using folder = await temporaryFolder();
  await installLogCodec(folder.path);
  for (const host of ['a', 'b', 'c', 'd']) {
    const lines = Array.from(
      { length: 2000 },
      (_, i) => `2024-01-01T00:00:00Z ${i % 10 === 0 ? 'WARN' : 'INFO'} request ${i} host=${host}`,
    );
    await writeFile(join(folder.path, `${host}.log`), `${lines.join('\n')}\n`);
  }
  await writeFile(join(folder.path, 'arbalest.config.json'), JSON.stringify({ plugins: ['@acme/codec-log'], log: { level: 'silent' } }));

  await using db = await connect({ executors: 2, threads: 1, cwd: folder.path });
  const session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  await session.sql(`CREATE EXTERNAL TABLE logs STORED AS log LOCATION '${folder.path}/*.log'`).run();
  const rows: unknown[] = [];
  for await (const row of session
    .sql('SELECT level, count(*)::INTEGER AS n, count(DISTINCT fields)::INTEGER AS hosts FROM logs GROUP BY level ORDER BY level')
    .rows())
    rows.push(row);
  expect(rows).toEqual([
    { level: 'INFO', n: 7200, hosts: 4 },
    { level: 'WARN', n: 800, hosts: 4 },
  ]);
});
