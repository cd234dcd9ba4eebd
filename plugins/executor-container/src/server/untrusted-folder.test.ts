import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { temporaryFolder } from '@arbalest/test-kit';
import { pinSocket } from './pinned-socket.js';
import { removeUntrusted } from './remove-untrusted.js';

test('a folder is removed with folders deeper than a path may be long, and links in it are not followed', async () => {
  await using folder = await temporaryFolder();
  const victim = folder.file('victim');
  mkdirSync(victim);
  writeFileSync(folder.file('victim', 'file'), 'precious');
  mkdirSync(folder.file('out', 'inner'), { recursive: true });
  symlinkSync(victim, folder.file('out', 'link'));
  symlinkSync(folder.file('victim', 'file'), folder.file('out', 'inner', 'link'));
  const deep = 'import os\nfor _ in range(5000):\n os.mkdir("d" * 100)\n os.chdir("d" * 100)';
  execFileSync('python3', ['-c', deep], { cwd: folder.file('out', 'inner') });
  await removeUntrusted(folder.file('out'));
  expect(existsSync(folder.file('out'))).toBe(false);
  expect(existsSync(folder.file('out.trash'))).toBe(false);
  expect(existsSync(folder.file('victim', 'file'))).toBe(true);
  await removeUntrusted(folder.file('out'));
});

test('only a socket is pinned, not what a link points to, and not a FIFO, which would block', async () => {
  await using folder = await temporaryFolder();
  const server = createServer().listen(folder.file('real.sock'));
  await new Promise((resolve) => server.once('listening', resolve));
  symlinkSync(folder.file('real.sock'), folder.file('link.sock'));
  execFileSync('python3', ['-c', 'import os, sys; os.mkfifo(sys.argv[1])', folder.file('fifo.sock')]);
  mkdirSync(folder.file('folder.sock'));
  for (const name of ['link.sock', 'fifo.sock', 'folder.sock', 'nothing.sock', 'folder.sock/x', 'fifo.sock/x']) {
    expect(await pinSocket(folder.file(name)), name).toBeUndefined();
  }
  const pinned = await pinSocket(folder.file('real.sock'));
  expect(pinned?.location).toMatch(/^grpc\+unix:\/\/\/proc\/self\/fd\/\d+$/);
  await pinned?.close();
  await pinned?.close();
  server.close();
});
