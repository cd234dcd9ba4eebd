// Keeps a container engine of the tests' own running while anybody is connected to it, and for a while after: `node docker-engine-keeper.mjs RUN_FOLDER DATA_FOLDER`.
// Each connection to keeper.sock gets one line: `ready`, or `failed` and why.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [runFolder, dataFolder] = process.argv.slice(2);
const ENGINE_SOCKET = join(runFolder, 'docker.sock');
const PID_FILE = join(runFolder, 'docker.pid');
const LOG = join(runFolder, 'dockerd.log');
const START_MS = 60_000;
const STOP_MS = 30_000;
const LINGER_MS = 30_000;

function answers() {
  return new Promise((resolve) => {
    const ping = request({ socketPath: ENGINE_SOCKET, path: '/_ping', timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('error', () => resolve(false));
    ping.once('timeout', () => ping.destroy());
    ping.end();
  });
}

/** Also finds one that a keeper before this one has left running. */
async function startEngine() {
  if (await answers()) return;
  const log = openSync(LOG, 'a');
  const places = ['--data-root', dataFolder, '--exec-root', join(runFolder, 'exec'), '--pidfile', PID_FILE];
  const engine = spawn('dockerd', ['--host', `unix://${ENGINE_SOCKET}`, ...places], { stdio: ['ignore', log, log], detached: true });
  let ended = false;
  engine.once('error', () => (ended = true));
  engine.once('exit', () => (ended = true));
  for (const until = Date.now() + START_MS; Date.now() < until && !ended; await sleep(100)) if (await answers()) return;
  throw new Error(`dockerd ${ended ? 'ended' : `did not answer within ${START_MS} ms`}; the end of ${LOG}: ${lastLines()}`);
}

function lastLines() {
  return readFileSync(LOG, 'utf8').trim().split('\n').slice(-3).join(' | ');
}

async function stopEngine() {
  try {
    process.kill(Number(readFileSync(PID_FILE, 'utf8')), 'SIGTERM');
  } catch {
    return;
  }
  for (const until = Date.now() + STOP_MS; Date.now() < until && (await answers());) await sleep(100);
}

let connections = 0;
let outcome;
let timer;

function lingerThenEnd() {
  clearTimeout(timer);
  if (connections === 0) timer = setTimeout(() => void end(), LINGER_MS);
}

async function end() {
  // Whoever comes now finds no socket, and starts another keeper.
  server.close();
  rmSync(join(runFolder, 'keeper.sock'), { force: true });
  await stopEngine();
  process.exit(0);
}

const server = createServer((socket) => {
  connections++;
  clearTimeout(timer);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => {
    connections--;
    lingerThenEnd();
  });
  void outcome.then((line) => socket.write(`${line}\n`));
  socket.resume();
});
outcome = startEngine().then(
  () => 'ready',
  (error) => {
    setTimeout(() => process.exit(1), 1_000);
    return `failed ${error.message}`;
  },
);
server.listen(join(runFolder, 'keeper.sock'));
lingerThenEnd();
