import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../exit-code.js';
import { outputFile } from './sink.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-sink-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file that nothing was written to appears, and is empty', async () => {
  const sink = outputFile(join(folder, 'empty.csv'));
  await sink.finish();
  await sink.abandon();
  expect(await readdir(folder)).toEqual(['empty.csv']);
});

test.each(['write', 'finish'] as const)('a folder that is missing is named at %s, not the file that was to be renamed', async (call) => {
  const path = join(folder, 'none', 'out.csv');
  const sink = outputFile(path);
  await expect(sink[call]('a')).rejects.toThrow(
    new UsageError(`the file ${path} cannot be written: there is no folder ${join(folder, 'none')}`),
  );
  await sink.abandon();
  expect(await readdir(folder)).toEqual([]);
});
