import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { functionImage, startDockerEngine, temporaryFolder, type TemporaryFolder, whyNoDockerEngine } from '@arbalest/test-kit';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const ARBALEST = fileURLToPath(new URL('../../../sdk/cli/bin/arbalest.js', import.meta.url));
const BUILD_MS = 900_000;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`Functions of an executor that is not root are not tested: ${why}`);

/** No user of this host. */
const USER = 54_321;

/** The workspace may lie below a folder of root's own, and has to be read. */
const MAY_READ = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];

/** Runs a command as that user; as oneself where one is not root, which is as good. */
function asOther(folder: TemporaryFolder, engine: string, ...command: readonly string[]) {
  const root = process.getuid?.() === 0;
  const all = root ? ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', ...MAY_READ, ...command] : command;
  const env = { ...process.env, HOME: folder.path, DOCKER_HOST: `unix://${engine}` };
  return run(all[0]!, all.slice(1), { cwd: folder.path, env, timeout: 120_000 });
}

/** The engine's socket once more, where everybody may connect. */
async function openSocket(path: string): Promise<AsyncDisposable> {
  const { socket } = await startDockerEngine();
  const server = createServer((client) => {
    const engine = connect(socket);
    client.pipe(engine).pipe(client);
    client.once('error', () => engine.destroy());
    engine.once('error', () => client.destroy());
  }).listen(path);
  await once(server, 'listening');
  await chmod(path, 0o666);
  return { [Symbol.asyncDispose]: async () => void server.close() };
}

describe.skipIf(why !== undefined)('an executor that is not root', () => {
  test(
    'calls functions in containers that run as its own user, and leaves no folder behind',
    async () => {
      const image = await functionImage('python');
      await using folder = await temporaryFolder();
      if (process.getuid?.() === 0) await chown(folder.path, USER, USER);
      await chmod(folder.path, 0o755);
      const engine = folder.file('engine.sock');
      await using _ = await openSocket(engine);
      const statements = `CREATE FUNCTIONS FROM IMAGE '${image}' AS p; COPY (SELECT sum(p_add(i, 1)) AS sum FROM range(1000000) r(i)) TO 'sum.csv'`;
      await asOther(folder, engine, process.execPath, ARBALEST, 'sql', '-c', statements);
      const { stdout } = await asOther(folder, engine, 'sh', '-c', 'cat sum.csv sum.csv/* 2>/dev/null; true');
      expect(stdout).toContain('500000500000');
      const left = await asOther(
        folder,
        engine,
        'sh',
        '-c',
        `find /dev/shm /tmp -maxdepth 1 -name 'arbalest-functions-*' -user "$(id -u)"`,
      );
      expect(left.stdout).toBe('');
    },
    BUILD_MS,
  );
});
