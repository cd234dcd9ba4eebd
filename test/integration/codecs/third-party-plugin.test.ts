import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKernel, loadConfig } from '@arbalest/kernel';
import { CATALOGS, EXECUTORS } from '@arbalest/spi';
import { installLogCodec, rowsOf } from '@arbalest/test-kit';

describe('a packed plugin, installed outside the workspace and named in the configuration', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arbalest-third-party-'));
    await installLogCodec(folder);
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `2024-01-01T00:00:${String(i % 60).padStart(2, '0')}Z ${i % 10 === 0 ? 'WARN' : 'INFO'} line ${i} é host=h${i % 3}`,
    );
    await writeFile(join(folder, 'app.log'), `${lines.join('\n')}\n`);
    await writeFile(
      join(folder, 'arbalest.config.json'),
      JSON.stringify({ plugins: ['@acme/codec-log'], plugin: { log: { batchLines: 100 } }, log: { level: 'silent' } }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is found, checked and read from, every line once however it is cut', async () => {
    const bundled = { packages: ['@arbalest/catalog-files', '@arbalest/executor-duckdb'], from: import.meta.url };
    await using kernel = await createKernel({ config: loadConfig({ cwd: folder, environment: {} }), role: 'embedded', bundled });
    expect(kernel.plugins.find(({ id }) => id === 'log')).toMatchObject({ name: '@acme/codec-log', version: '1.2.0', source: 'package' });

    const signal = new AbortController().signal;
    const table = await kernel.services.get(CATALOGS).pathTable!({ paths: ['app.log'], baseDirectory: folder, options: {} }, signal);
    const splits = await table!.splits({ targetBytes: 10_000, filters: [], signal });
    expect(splits.length).toBeGreaterThan(10);

    // Through the engine, as an opaque query over the codec's batches.
    const executor = kernel.services.get(EXECUTORS);
    const query =
      "SELECT level, count(*), count(DISTINCT message), min(message), max(ts)::VARCHAR FROM t WHERE fields LIKE '%h1%' GROUP BY level ORDER BY level";
    const types = ['VARCHAR', 'BIGINT', 'BIGINT', 'VARCHAR', 'VARCHAR'].map((id) => ({ id }));
    const execution = await executor.execute({
      id: 'test',
      plan: { kind: 'opaque', query, tables: [{ alias: 't', table: 0 }], types, reason: 'test' } as never,
      scans: [{ source: table!.source, splits }],
      inputs: [],
      settings: {},
      memoryBytes: 1 << 28,
      threads: 1,
      spillDirectory: kernel.scratchDirectory,
      batchBytes: 1 << 20,
      signal,
    });
    expect(await rowsOf(execution)).toEqual([
      ['INFO', '1500', '1500', 'line 1 é', '2024-01-01 00:00:58'],
      ['WARN', '167', '167', 'line 10 é', '2024-01-01 00:00:40'],
    ]);
    await executor.close();
  });

  it('has its settings checked', async () => {
    const config = loadConfig({ cwd: folder, environment: {}, flags: { plugin: { log: { batchLines: 0 } } } });
    await expect(createKernel({ config, role: 'embedded' })).rejects.toThrow(/plugin\.log\.batchLines must be >= 1/);
  });
});
