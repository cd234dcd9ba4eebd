import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeScratchDirectory, sweepScratchDirectories } from './scratch-directory.js';

it('sweeps the folders of dead processes and leaves all others', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'arbalest-sweep-'));
  try {
    const mine = await makeScratchDirectory('k1', parent);
    // No process has a number this high.
    const orphan = join(parent, 'arbalest-99999999-k2');
    await mkdir(join(orphan, 'deep'), { recursive: true });
    await mkdir(join(parent, 'arbalest-notes'));
    expect(await sweepScratchDirectories(parent)).toEqual(['arbalest-99999999-k2']);
    expect([mine, orphan, join(parent, 'arbalest-notes')].map(existsSync)).toEqual([true, false, true]);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});
