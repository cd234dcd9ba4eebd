import { execFile } from 'node:child_process';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '@arbalest/client';
import {
  builtImage,
  composeCommand,
  startDockerEngine,
  temporaryFolder,
  whyNoCompose,
  whyNoDockerEngine,
  workspaceRoot,
} from '@arbalest/test-kit';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const FILE = join(workspaceRoot, 'docker', 'compose.yaml');
const TOKEN = 'the-token-of-a-cluster-for-tests';
const PROJECT = 'arbalest-compose-test';
const BUILD_MS = 900_000;
const UP_MS = 120_000;
const why = (await whyNoDockerEngine()) ?? (await whyNoCompose());
if (why !== undefined) console.warn(`docker/compose.yaml is not tested: ${why}`);

/** Runs docker-compose, or the plugin, on the project's file. */
async function compose(environment: Readonly<Record<string, string>>, ...parameters: readonly string[]): Promise<string> {
  const [program, ...before] = await composeCommand();
  const env = { ...process.env, ...environment };
  const { stdout } = await run(program!, [...before, '--project-name', PROJECT, '--file', FILE, ...parameters], { env });
  return stdout;
}

describe.skipIf(why !== undefined)('docker/compose.yaml', () => {
  test('is a file that compose takes', async () => {
    const said = await compose({}, 'config');
    for (const service of ['etcd', 'scheduler-1', 'scheduler-2', 'executor-1', 'executor-2', 'executor-3'])
      expect(said).toContain(`  ${service}:\n`);
  });

  test(
    'makes a cluster that answers to who has the token',
    async () => {
      for (const image of ['etcd', 'scheduler', 'executor']) await builtImage(image);
      const { socket } = await startDockerEngine();
      await using folder = await temporaryFolder();
      await chmod(folder.path, 0o755);
      const files = folder.file('files');
      await mkdir(files);
      await writeFile(join(files, 'rows.csv'), 'a,b\n1,2\n3,4\n');
      await writeFile(folder.file('token'), TOKEN);
      const environment = {
        ARBALEST_FILES: files,
        CLUSTER_TOKEN: folder.file('token'),
        DOCKER_GID: String((await stat(socket)).gid),
        DOCKER_SOCKET: socket,
        FUNCTIONS_FOLDER: folder.file('functions'),
        EXECUTOR_THREADS: '1',
        EXECUTOR_MEMORY: '1GB',
        // Any free one.
        SCHEDULER_PORT: '0',
      };
      try {
        await compose(environment, 'up', '--detach');
        const ids = await Promise.all(
          ['scheduler-1', 'scheduler-2'].map(async (name) => (await compose(environment, 'ps', '--quiet', name)).trim()),
        );
        const format = '{{range $name, $network := .NetworkSettings.Networks}}{{$name}}={{$network.IPAddress}} {{end}}';
        const { stdout } = await run('docker', ['inspect', '--format', format, ...ids]);
        const urls = [...stdout.matchAll(/_default=(\S+)/g)].map(([, address]) => `grpc://${address}:7070`);
        expect(urls).toHaveLength(2);
        await using db = await connect(urls.join(','), { token: TOKEN, connectTimeoutMs: UP_MS });
        await expect.poll(async () => (await db.executors()).filter(({ state }) => state === 'active').length, { timeout: UP_MS }).toBe(3);
        expect(await db.sql("SELECT sum(a * b)::BIGINT AS s FROM '/files/rows.csv'").toArray()).toEqual([{ s: 14n }]);
        await expect(connect(urls.join(',')).then((stranger) => stranger.sql('SELECT 1').run())).rejects.toThrow();
      } finally {
        await compose(environment, 'down', '--volumes', '--timeout', '20');
      }
    },
    BUILD_MS + UP_MS,
  );
});
