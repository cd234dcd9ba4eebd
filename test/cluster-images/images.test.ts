import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  benchmarkData,
  builtImage,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  startDockerEngine,
  whyNoDockerEngine,
  workspaceRoot,
} from '@arbalest/test-kit';
import { beforeAll, describe, expect, test } from 'vitest';
import { whyNoClient } from '../clients/environments.js';
import { AdbcClient } from './adbc-client.js';

const run = promisify(execFile);
const BUILD_MS = 900_000;
const TEST_MS = 180_000;
const IMAGES = ['scheduler', 'executor', 'all-in-one'] as const;
/** What nobody runs. */
const SUPERFLUOUS = /\.(map|[cm]?ts|c|cc|cpp|h)$|(^|\/)(test|tests|docs)\/|musl|(^|[./-])test\.[cm]?js$/;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`The images of the processes are not tested: ${why}`);
const whyNoAdbc = await whyNoClient('python');
if (whyNoAdbc !== undefined) console.warn(`The image of all in one is not tested: ${whyNoAdbc}`);

async function docker(parameters: readonly string[], input = ''): Promise<string> {
  const running = run('docker', parameters, { maxBuffer: 64 << 20 });
  running.child.stdin!.end(input);
  return (await running).stdout.trim();
}

describe.skipIf(why !== undefined)('images of the processes', () => {
  beforeAll(async () => {
    await startDockerEngine();
    for (const image of IMAGES) await builtImage(image);
  }, BUILD_MS);

  test(
    'hold what runs, and no library that only developers need',
    async () => {
      const found = await docker(['run', '--rm', '--entrypoint', 'find', 'arbalest/executor', '/opt/arbalest', '-type', 'f']);
      const files = found.split('\n').map((path) => path.slice('/opt/arbalest/'.length));
      expect(files).toEqual(expect.arrayContaining(['bundle/main.js', 'bundle/executor-main.js', 'bin/entrypoint.sh']));
      expect(files.filter((file) => SUPERFLUOUS.test(file))).toEqual([]);
      const lock = JSON.parse(await readFile(join(workspaceRoot, 'package-lock.json'), 'utf8')) as {
        readonly packages: Readonly<Record<string, { readonly dev?: boolean } | undefined>>;
      };
      const packages = files.filter((file) => /(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file));
      expect(packages).toContain(`node_modules/@duckdb/node-bindings-linux-${process.arch}/package.json`);
      const places = packages.map((file) => file.slice(0, -'/package.json'.length));
      expect(places.filter((place) => lock.packages[place]?.dev !== undefined || !lock.packages[place])).toEqual([]);
    },
    TEST_MS,
  );

  test.each(IMAGES)('arbalest/%s runs as nobody, says whether it is healthy, and holds no password', async (image) => {
    const config = JSON.parse(await docker(['image', 'inspect', '--format', '{{json .Config}}', `arbalest/${image}`])) as {
      readonly User: string;
      readonly Healthcheck: { readonly Test: readonly string[] };
      readonly Env: readonly string[];
    };
    expect(config.User).toBe('65532:65532');
    expect(config.Healthcheck.Test.at(-1)).toMatch(/healthcheck/);
    expect(config.Env.filter((variable) => /password|secret|token/i.test(variable))).toEqual([]);
    expect(config.Env).toContain('ARBALEST_FILES__ROOTS=/files');
  });

  test.skipIf(whyNoAdbc !== undefined)(
    'all in one is a cluster in a read-only container: who was added gets in, by ADBC and by the command line',
    async () => {
      const data = await benchmarkData('tpch', 0.01);
      await using oracle = await duckdbOracle({ tables: { lineitem: data.file('lineitem') } });
      const name = `arbalest-test-${randomBytes(4).toString('hex')}`;
      const login = { user: 'ada', password: randomBytes(16).toString('hex') };
      const hardened = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];
      const place = ['-v', `${name}:/var/lib/arbalest`, '-v', `${data.directory}:/files:ro`, '-p', '127.0.0.1::32010'];
      await docker(['run', '--detach', '--name', name, ...hardened, ...place, 'arbalest/all-in-one']);
      try {
        const health = () => docker(['inspect', '--format', '{{.State.Health.Status}}', name]);
        await expect.poll(health, { timeout: TEST_MS, interval: 500 }).toBe('healthy');
        await docker(['exec', '-i', name, 'arbalest', 'users', 'add', 'ada', '--file', 'users.json'], login.password);
        const uri = `grpc://${await docker(['port', name, '32010/tcp'])}`;
        const log = async () => (await run('docker', ['logs', name])).stderr;
        await expect.poll(log, { timeout: TEST_MS }).toContain('flightsql is at');
        await using stranger = await AdbcClient.start({ uri, user: 'ada', password: 'not the password' });
        await expect(stranger.query('SELECT 1')).rejects.toThrow(/UNAUTHENTICATED/i);
        await using client = await AdbcClient.start({ uri, ...login });
        const select = (table: string) => `SELECT l_returnflag, count(*), sum(l_quantity) FROM ${table} GROUP BY 1`;
        const rows = canonicalRowsOfArrow(await client.query(select("'/files/lineitem.parquet'")));
        expect(compareRows(rows, await oracle.rows(select('lineitem'))).difference).toBeUndefined();
        const ask = ['sql', '--connect', 'grpc://127.0.0.1:7070', '--user', 'ada', '--format', 'csv', '-c', 'SELECT 6 * 7 AS answer'];
        expect(await docker(['exec', '-e', `ARBALEST_PASSWORD=${login.password}`, name, 'arbalest', ...ask])).toBe('answer\n42');
        await docker(['stop', '--time', '60', name]);
        expect(await docker(['inspect', '--format', '{{.State.ExitCode}}', name])).toBe('0');
      } finally {
        await docker(['rm', '--force', '--volumes', name]);
        await docker(['volume', 'rm', '--force', name]);
      }
    },
    TEST_MS,
  );
});
