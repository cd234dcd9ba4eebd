import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKernel, resolveConfig, type Kernel } from '@arbalest/kernel';
import { engineNamed, EXECUTORS } from '@arbalest/spi';
import type { OpenCodec } from '@arbalest/plugin-sdk/conformance';

/** A kernel with the bundled codecs, the files catalog and DuckDB, and with a data folder of its own. `duckdb` is the engine's section of the configuration. */
export async function codecKernel(
  duckdb: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly kernel: Kernel; readonly close: () => Promise<void> }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'arbalest-data-'));
  const names = ['state-memory', 'codec-parquet', 'codec-csv', 'codec-json', 'codec-arrow', 'catalog-files', 'executor-duckdb'];
  const kernel = await createKernel({
    config: resolveConfig({
      dataDirectory,
      log: { level: 'warn', format: 'pretty' },
      executor: { threads: 2, memory: '1GB' },
      plugin: { duckdb },
    }),
    role: 'embedded',
    bundled: { packages: names.map((name) => `@arbalest/${name}`), from: import.meta.url },
  });
  return {
    kernel,
    async close() {
      for (const executor of kernel.services.all(EXECUTORS)) await executor.close();
      await kernel.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export async function openCodec(id: string): Promise<OpenCodec> {
  const { kernel, close } = await codecKernel();
  return { codec: kernel.codecs.get(id)!, engine: engineNamed(kernel.services, 'duckdb'), close };
}
