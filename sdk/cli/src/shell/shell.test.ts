import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Connection } from '@arbalest/client';
import { FakeTransport } from '@arbalest/client/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Shell } from './shell.js';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'arbalest-shell-'));
  vi.stubEnv('XDG_STATE_HOME', home);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

test.each(['exit', 'quit;', '\\q'])('after %s nothing is asked and nothing is read, so that the process can end', async (word) => {
  const db = await Connection.open(new FakeTransport(() => ({ fields: [], parts: [] })));
  const input = new PassThrough();
  const output = new PassThrough();
  const left = new Shell(db, { format: 'table' }, { input, output }).run();
  input.write(`${word}\n`);
  await left;
  // What followed the end of the loop, if anything, has run by then.
  await new Promise(setImmediate);
  expect(input.isPaused()).toBe(true);
  expect(String(output.read()).match(/arbalest> /g)).toHaveLength(1);
});
