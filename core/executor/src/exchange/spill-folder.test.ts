import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { silentLog } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { spillFolder, sweepSpillFolders } from './spill-folder.js';

test('folders of dead processes go, those of live ones, of other hosts, and other files stay', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'arbalest-sweep-'));
  const own = basename(spillFolder(parent, 'me'));
  const dead = execFileSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).trim();
  const names = {
    dead: own.replace(`-${process.pid}-`, `-${dead}-`),
    reused: own.replace(/-(\d+)-(\d+)-me$/, '-$1-1-me'),
    foreign: own.replace(/^exchange-[0-9a-f]{8}/, 'exchange-00000000').replace(`-${process.pid}-`, `-${dead}-`),
  };
  for (const name of [own, ...Object.values(names)]) await mkdir(join(parent, name));
  await writeFile(join(parent, names.dead, 'x.arrows'), 'x');
  await writeFile(join(parent, 'exchange'), 'not ours');
  await sweepSpillFolders(parent, silentLog);
  // Where the start of a process is not known, one that has the same id counts as the same.
  const kept = process.platform === 'linux' ? [] : [names.reused];
  expect((await readdir(parent)).sort()).toEqual(['exchange', own, names.foreign, ...kept].sort());
  await rm(parent, { recursive: true });
});

test('a parent that is not there yet has nothing to sweep', async () => {
  await sweepSpillFolders(join(tmpdir(), 'arbalest-not-there'), silentLog);
});
