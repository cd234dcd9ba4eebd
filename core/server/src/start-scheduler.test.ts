import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArbalestConfig, resolveConfig } from '@arbalest/kernel';
import type { SchedulerApi } from '@arbalest/scheduler';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { advertisedAddress } from './advertised-address.js';
import { startScheduler } from './start-scheduler.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'arbalest-scheduler-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function config(scheduler: Readonly<Record<string, unknown>> = {}): ArbalestConfig {
  return resolveConfig({ dataDirectory: directory, log: { level: 'silent' }, scheduler: { port: 0, ...scheduler } }, directory);
}

/** The last event of a statement. */
async function run(service: SchedulerApi, sql: string) {
  const { session } = await service.openSession({});
  let last;
  for await (const event of service.execute({ session: session!, sql }, new AbortController().signal)) last = event;
  return last;
}

test('a scheduler that is told nothing keeps its state in the data directory, and finds it again', async () => {
  await writeFile(join(directory, 'rows.csv'), 'a\n1\n');
  {
    await using first = await startScheduler(config());
    expect(first.leads).toBe(true);
    expect(await first.service.getLeader({})).toEqual({ leader: first.url, schedulers: [first.url], self: true });
    const made = await run(first.service, `CREATE EXTERNAL TABLE t STORED AS csv LOCATION '${join(directory, 'rows.csv')}'`);
    expect(made?.failed).toBeUndefined();
  }
  await using second = await startScheduler(config());
  const names = (await second.service.listNames({})).names!.map(({ name }) => name);
  expect(names).toContain('t');
});

test('two schedulers do not share one directory', async () => {
  await using first = await startScheduler(config({ state: 'lmdb:shared' }));
  expect(first.leads).toBe(true);
  await expect(startScheduler(config({ state: 'lmdb:shared' }))).rejects.toMatchObject({
    family: 'user',
    code: 'STATE_IN_USE',
    message: expect.stringContaining('a directory of its own') as string,
  });
});

test('in memory nothing is kept, and nobody is in the way', async () => {
  await using first = await startScheduler(config({ state: 'memory' }));
  await using second = await startScheduler(config({ state: 'memory' }));
  expect([first.leads, second.leads]).toEqual([true, true]);
});

test('a store that nobody knows is refused', async () => {
  await expect(startScheduler(config({ state: 'redis' }))).rejects.toMatchObject({ code: 'STATE_MISSING' });
  await expect(startScheduler(config({ state: 'redis://x' }))).rejects.toMatchObject({ code: 'STATE_ADDRESS' });
});

test('others are told an address at which the scheduler can be reached', () => {
  const at = (host: string) => ({ host, port: 7070, url: `grpc://${host}:7070` });
  expect(advertisedAddress(at('10.0.0.1'), undefined)).toBe('grpc://10.0.0.1:7070');
  expect(advertisedAddress(at('0.0.0.0'), undefined)).toMatch(/^grpc:\/\/(?!0\.0\.0\.0).+:7070$/);
  expect(advertisedAddress(at('0.0.0.0'), 'head:1')).toBe('grpc://head:1');
  expect(advertisedAddress(at('0.0.0.0'), 'grpc://head:1')).toBe('grpc://head:1');
});
