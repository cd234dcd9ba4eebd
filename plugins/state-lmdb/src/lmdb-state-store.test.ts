import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, silentLog, type StateStore } from '@arbalest/spi';
import { smallDisk, temporaryFolder, whyNoSmallDisk, workspaceRoot } from '@arbalest/test-kit';
import { expect, test } from 'vitest';
import { LmdbStateStore } from './lmdb-state-store.js';

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule: (ms, callback) => {
    const timer = setTimeout(callback, ms).unref();
    return () => clearTimeout(timer);
  },
};
const open = (directory: string) => new LmdbStateStore({ directory, clock, log: silentLog });
const write = (store: StateStore, key: string, value: Uint8Array | string, durability: 'process' | 'disk' = 'process') =>
  store.commit({
    conditions: [],
    writes: [{ kind: 'put', key, value: typeof value === 'string' ? Buffer.from(value) : value }],
    durability,
  });
const read = async (store: StateStore, key: string) => {
  const entry = await store.get(key);
  return entry && Buffer.from(entry.value).toString();
};

test('a directory is for one store at a time, in this process and in others; what is said names the process and the way out', async () => {
  await using folder = await temporaryFolder();
  const directory = folder.file('state');
  const first = open(directory);
  await write(first, 'k', '1');
  await expect(open(directory).get('k')).rejects.toMatchObject({
    family: 'user',
    code: 'STATE_IN_USE',
    message: expect.stringMatching(new RegExp(`this process \\(${process.pid}\\).*plugin\\.lmdb\\.directory`)) as string,
  });
  expect(await read(first, 'k')).toBe('1');
  await first.close();

  const other = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { LmdbStateStore } from '@arbalest/state-lmdb';
       const clock = { now: Date.now, monotonic: () => performance.now(), schedule: () => () => {} };
       const store = new LmdbStateStore({ directory: ${JSON.stringify(directory)}, clock, log: undefined });
       await store.get('k');
       console.log('open');
       setInterval(() => {}, 1000);`,
    ],
    { cwd: workspaceRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(other, 'close');
  try {
    await once(other.stdout, 'data');
    const waiting = open(directory);
    await expect(waiting.get('k')).rejects.toMatchObject({
      code: 'STATE_IN_USE',
      message: expect.stringContaining(`process ${other.pid}`) as string,
    });
    other.kill('SIGKILL');
    await ended;
    // The same store, asked again once the reason is gone; the killed process has left its record and its socket.
    expect(await read(waiting, 'k')).toBe('1');
    await waiting.close();
  } finally {
    other.kill('SIGKILL');
  }
});

test('after a start of the machine the state is what was flushed, and revisions are given out once only', async () => {
  await using folder = await temporaryFolder();
  const directory = folder.file('state');
  const store = open(directory);
  await write(store, 'defined', '1', 'disk');
  const lease = await store.lease(60_000);
  await store.commit({ conditions: [], writes: [{ kind: 'put', key: 'leased', value: new Uint8Array(1), lease: lease.id }] });
  // What the disk has at this moment, as the machine loses its power.
  const disk = folder.file('disk');
  await mkdir(disk);
  // Of the next part only the beginning.
  await cp(join(directory, 'safe'), join(disk, 'safe'));
  await appendFile(join(disk, 'safe'), Buffer.from([200, 0, 0, 0, 1, 2, 3, 4, 5, 6]));
  const last = await write(store, 'quick', '2');
  await store.close();
  await writeFile(join(disk, 'boot'), 'another start');
  await mkdir(join(disk, 'live'));
  await writeFile(join(disk, 'live', 'data.mdb'), 'half of it');

  const after = open(disk);
  expect(await read(after, 'defined')).toBe('1');
  expect(await after.get('quick')).toBeUndefined();
  expect(await after.get('leased')).toBeUndefined();
  const next = await write(after, 'defined', '3');
  expect(next.committed && last.committed && next.revision > last.revision).toBe(true);
  const watch = after.watch('', 1n, new AbortController().signal)[Symbol.asyncIterator]();
  await expect(watch.next()).rejects.toMatchObject({ code: 'STATE_COMPACTED' });
  await after.close();
  const again = open(disk);
  expect(await read(again, 'defined')).toBe('3');
  await again.close();
});

test('all that was written before an orderly end is flushed', async () => {
  await using folder = await temporaryFolder();
  const directory = folder.file('state');
  const store = open(directory);
  await write(store, 'quick', '1');
  await store.close();
  await writeFile(join(directory, 'boot'), 'another start');
  const after = open(directory);
  expect(await read(after, 'quick')).toBe('1');
  await after.close();
});

test('damaged files are named, with what to do', async () => {
  await using folder = await temporaryFolder();
  const directory = folder.file('state');
  const fill = async () => {
    const store = open(directory);
    for (let i = 0; i < 200; i++) await write(store, `k/${i}`, Buffer.alloc(2_000, i));
    await store.close();
  };
  await fill();
  const live = join(directory, 'live', 'data.mdb');
  const whole = await readFile(live);
  for (const damage of [() => writeFile(live, 'not a database at all, but long enough to be looked at'), () => truncate(live, 20_480)]) {
    await damage();
    const wanted = { family: 'user', code: 'STATE_CORRUPT', message: expect.stringMatching(/data\.mdb.*remove .*live/s) as string };
    await expect(open(directory).get('k/1')).rejects.toMatchObject(wanted);
    await writeFile(live, whole);
  }
  const store = open(directory);
  expect((await store.get('k/199'))!.value.byteLength).toBe(2_000);
  await store.close();
  await writeFile(join(directory, 'safe'), 'nonsense '.repeat(100));
  await writeFile(join(directory, 'boot'), 'another start');
  await expect(open(directory).get('k/1')).rejects.toMatchObject({
    code: 'STATE_CORRUPT',
    message: expect.stringContaining('safe') as string,
  });
});

test('a directory that cannot be made is the user’s error', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.file('file'), '');
  await expect(open(folder.file('file')).get('k')).rejects.toMatchObject({ family: 'user', code: 'STATE_DIRECTORY' });
  await expect(open(folder.file('file', 'below')).get('k')).rejects.toMatchObject({ family: 'user', code: 'STATE_DIRECTORY' });
  expect(existsSync(folder.file('file'))).toBe(true);
});

const why = await whyNoSmallDisk();

test.skipIf(why !== undefined)(
  `a full disk refuses, loses nothing, and is forgiven when there is space${why === undefined ? '' : ` (skipped: ${why})`}`,
  async () => {
    await using disk = await smallDisk(12);
    const ballast = join(disk.path, 'ballast');
    await writeFile(ballast, Buffer.alloc(7_000_000));
    const directory = join(disk.path, 'state');
    const store = open(directory);
    await write(store, 'before', '1', 'disk');
    let kept = 0;
    const filling = async () => {
      for (;;) {
        await write(store, `fill/${kept}`, new Uint8Array(100_000));
        kept++;
      }
    };
    await expect(filling()).rejects.toMatchObject({ family: 'resources', code: 'STATE_DISK_FULL' });
    expect(await read(store, 'before')).toBe('1');
    expect((await store.get(`fill/${kept - 1}`))!.value.byteLength).toBe(100_000);
    expect(await store.get(`fill/${kept}`)).toBeUndefined();
    const writes = Array.from({ length: kept }, (_, i) => ({ kind: 'delete', key: `fill/${i}` }) as const);
    await store.commit({ conditions: [], writes: writes.slice(0, 5), durability: 'process' });
    await store.close();
    await expect(open(directory).get('before')).rejects.toMatchObject({ code: 'STATE_DISK_FULL' });
    await rm(ballast);
    const again = open(directory);
    await write(again, 'after', '1', 'disk');
    expect(await read(again, 'before')).toBe('1');
    expect((await again.get(`fill/${kept - 1}`))!.value.byteLength).toBe(100_000);
    await again.close();
  },
);

test('keys that LMDB does not take are refused', async () => {
  await using folder = await temporaryFolder();
  const store = open(folder.file('state'));
  await expect(write(store, '', '1')).rejects.toMatchObject({ family: 'user', code: 'STATE_KEY' });
  await expect(write(store, 'k'.repeat(2_000), '1')).rejects.toMatchObject({ code: 'STATE_KEY' });
  await write(store, 'é'.repeat(989), '1');
  await store.close();
});
