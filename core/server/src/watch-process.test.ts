import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { watchProcess } from './watch-process.js';

const LISTEN = `
  const server = require('node:net').createServer((socket) => socket.on('error', () => {}));
  server.listen(Number(process.argv[1] ?? 0), '127.0.0.1', () => console.log(server.address().port));`;

const children: ChildProcess[] = [];
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function listener(port = 0): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['-e', LISTEN, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: Number(line.toString()) };
}

function watched(port: number): { gone: boolean } {
  const state = { gone: false };
  ends.push(watchProcess(`grpc://127.0.0.1:${port}`, () => (state.gone = true)));
  return state;
}

test('a process that is killed is gone', async () => {
  const { child, port } = await listener();
  const state = watched(port);
  await sleep(200);
  expect(state.gone).toBe(false);
  child.kill('SIGKILL');
  await expect.poll(() => state.gone, { timeout: 10_000 }).toBe(true);
});

test('a process that is stopped is not gone', async () => {
  const { child, port } = await listener();
  const state = watched(port);
  await sleep(200);
  child.kill('SIGSTOP');
  await sleep(1_000);
  expect(state.gone).toBe(false);
});

test('of an address at which nobody has answered nothing is known', async () => {
  const { child, port } = await listener();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const state = watched(port);
  await sleep(500);
  expect(state.gone).toBe(false);
});

test('nothing is said after the end of the watch, nor of an address without a port', async () => {
  const { child, port } = await listener();
  let calls = 0;
  const end = watchProcess(`grpc://127.0.0.1:${port}`, () => calls++);
  await sleep(200);
  end();
  child.kill('SIGKILL');
  watchProcess('unix:/nowhere', () => calls++)();
  await sleep(500);
  expect(calls).toBe(0);
});
