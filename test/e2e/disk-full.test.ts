import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@arbalest/client';
import { benchmarkData, smallDisk, startArbalest, startCluster, temporaryFolder, whyNoSmallDisk } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const reason = await whyNoSmallDisk();
if (reason !== undefined) console.warn(`Tests of full disks are skipped: ${reason}`);
const diskTest = test.skipIf(reason !== undefined);

const SETTINGS = { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' };

async function configured(config: object) {
  const folder = await temporaryFolder();
  await writeFile(folder.file('arbalest.config.json'), JSON.stringify(config));
  return folder;
}

diskTest(
  'exchange data that finds the disk full ends its statement, names the folder and what to do, and leaves room for the next',
  async () => {
    const { file } = await benchmarkData('tpch', 0.1);
    await using disk = await smallDisk(4);
    await using folder = await configured({ exchange: { memory: '1MB', spillDirectory: disk.path }, log: { level: 'warn' } });
    await using cluster = await startCluster({ executors: 2, cwd: folder.path });
    await using db = await connect(cluster.url);
    await using session = await db.session({ settings: SETTINGS });
    const sql = `SELECT o_orderpriority, count(*) AS n, max(l_comment || o_comment) AS longest
    FROM '${file('lineitem')}' JOIN '${file('orders')}' ON l_orderkey = o_orderkey GROUP BY ALL`;

    const failed = session.sql(sql).toArray();
    await expect(failed).rejects.toMatchObject({ family: 'resources', code: 'DISK_FULL' });
    await expect(failed).rejects.toThrow(disk.path);
    await expect(failed).rejects.toThrow(/free some|more memory/);

    expect(await session.sql(`SELECT count(*)::INTEGER AS n FROM '${file('nation')}'`).toArray()).toEqual([{ n: 25 }]);
    await expect.poll(() => filesBelow(disk.path), { timeout: 10_000 }).toEqual([]);
  },
  240_000,
);

diskTest(
  'an engine that finds the disk full says so too',
  async () => {
    await using disk = await smallDisk(16);
    await using folder = await configured({ log: { level: 'warn' } });
    await using cluster = await startCluster({ executors: 1, memory: '128MB', cwd: folder.path, env: { TMPDIR: disk.path } });
    await using db = await connect(cluster.url);

    const failed = db
      .sql(`SELECT max(n) FROM (SELECT row_number() OVER (ORDER BY md5(range::VARCHAR)) AS n FROM range(10000000))`)
      .toArray();
    await expect(failed).rejects.toMatchObject({ family: 'resources', code: 'DISK_FULL' });
    await expect(failed).rejects.toThrow(disk.path);
    await expect(failed).rejects.toThrow(/free some|more memory/);

    expect(await db.sql('SELECT 42 AS answer').toArray()).toEqual([{ answer: 42 }]);
  },
  240_000,
);

diskTest(
  'a full disk on one executor does not fail a statement while another executor has room',
  async () => {
    await using disk = await smallDisk(16);
    await using folder = await configured({ log: { level: 'warn' } });
    await using cluster = await startCluster({ executors: 1, memory: '128MB', cwd: folder.path, env: { TMPDIR: disk.path } });
    await using other = startArbalest(['executor', '--scheduler', cluster.url, '--threads', '1', '--memory', '128MB'], {
      cwd: folder.path,
    });
    await other.line(/executor/i);
    await using db = await connect(cluster.url);

    const sorted = `SELECT max(n)::INTEGER AS n FROM (SELECT row_number() OVER (ORDER BY md5(range::VARCHAR)) AS n FROM range(3000000))`;
    expect(await db.sql(sorted).toArray()).toEqual([{ n: 3_000_000 }]);
    // Its one task is at home on the executor that is older, which is the one with the full disk.
    const [{ plan }] = (await db.sql(`EXPLAIN (ANALYZE, FORMAT json) ${sorted}`).toArray()) as [{ plan: string }];
    const { retries } = JSON.parse(plan) as { retries: number };
    expect(retries).toBeGreaterThan(0);
  },
  240_000,
);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
