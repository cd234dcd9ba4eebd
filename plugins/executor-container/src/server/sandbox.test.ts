import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from 'dockerode';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtImage, whyNoDockerEngine } from '@arbalest/test-kit';
import { countingServer } from '../testing/counting-server.js';
import { attack, isWell, type Outcome, testPool, type TestPool, whyGone } from '../testing/test-pool.js';
import type { ServerLease } from './function-server.js';

const MiB = 1 << 20;
const reason = await whyNoDockerEngine();

describe.skipIf(reason !== undefined)(`the sandbox${reason === undefined ? '' : ` (${reason})`}`, { timeout: 60_000 }, () => {
  let pool: TestPool;
  let neighbour: ServerLease;
  let attacker: ServerLease;

  beforeAll(async () => {
    process.env['ARBALEST_TEST_SECRET'] = 'hunter2hunter2';
    await builtImage('udf-forwarder');
    pool = await testPool({
      limits: { fileBytes: 16 * MiB, processes: 64, memoryBytes: 256 * MiB, cpus: 0.5, containers: 64, containersPerSource: 64 },
      timeouts: { startMs: 20_000, stopMs: 500 },
      grants: { secrets: { TOKEN: { env: 'ARBALEST_TEST_SECRET' }, LOST: { file: '/nowhere/token' } }, runtimes: ['runsc'] },
    });
    neighbour = await pool.lease({ user: 'neighbour' });
    attacker = await pool.lease({ user: 'attacker' });
  }, 600_000);

  afterAll(() => pool[Symbol.asyncDispose]());

  // Whatever a container does: another one goes on.
  afterEach(async () => expect(await isWell(neighbour.server)).toBe(true));

  const fails = async (name: string, parameters: Readonly<Record<string, unknown>>, errors: RegExp) => {
    const outcome = await attack(attacker.server, name, parameters);
    expect(outcome, JSON.stringify(parameters)).toMatchObject({ error: expect.any(String) as string });
    const { error, text } = outcome as Extract<Outcome, { error: string }>;
    expect(`${error}: ${text}`).toMatch(errors);
  };

  test('runs as nobody, without capabilities, behind seccomp, with no network but its own loopback', async () => {
    const { outcome } = (await attack(attacker.server, 'identity')) as { outcome: Record<string, unknown> };
    expect(outcome).toMatchObject({
      uid: 65532,
      gid: 65532,
      capabilities: '0000000000000000',
      bounding: '0000000000000000',
      noNewPrivileges: '1',
      seccomp: '2',
      interfaces: ['lo'],
      pids: 2,
    });
    expect(Object.keys(outcome['environment'] as object).filter((name) => name.startsWith('ARBALEST_'))).toEqual([
      'ARBALEST_UDF_SOCKET',
      'ARBALEST_UDF_INPUT_DIR',
      'ARBALEST_UDF_OUTPUT_DIR',
    ]);
  });

  test('reaches nobody: the internet, the host by its gateway and its loopback, the metadata address, names', async () => {
    await using host = await countingServer();
    const targets = [
      ['1.1.1.1', 443],
      ['172.17.0.1', host.port],
      ['127.0.0.1', host.port],
      ['169.254.169.254', 80],
      ['::1', host.port],
    ];
    for (const [address, port] of targets) await fails('connect', { host: address, port }, /unreachable|refused|Cannot assign/i);
    await fails('resolve_name', { name: 'example.com' }, /gaierror/);
    await fails('raw_socket', {}, /Operation not permitted/);
    expect(host.connections()).toBe(0);
  });

  test('writes to its own folders only: not the root, the caller’s files, /proc or /sys', async () => {
    const refused = [
      '/attack',
      '/etc/passwd',
      '/usr/bin/python3',
      '/opt/attacks/x',
      '/root/x',
      '/var/lib/x',
      '/run/arbalest/in/x',
      '/run/arbalest/x',
    ];
    const kernel = [
      '/proc/sys/kernel/core_pattern',
      '/proc/sys/vm/drop_caches',
      '/proc/sysrq-trigger',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes',
    ];
    const { outcome } = (await attack(attacker.server, 'writable', {
      paths: [...refused, ...kernel, '/tmp/x', '/run/arbalest/out/x'],
    })) as { outcome: string[] };
    expect(outcome).toEqual(['/tmp/x', '/run/arbalest/out/x']);
    for (const path of ['/proc/kcore', '/etc/shadow']) await fails('read', { path }, /Permission|No such file|Operation not permitted/);
  });

  test('a volume of the image is no folder on the host’s disk', async () => {
    const { Mounts } = await pool.docker.getContainer(/container (\w+)/.exec(attacker.server.name)![1]!).inspect();
    expect(Mounts.filter(({ Type }) => (Type as string) === 'volume')).toEqual([]);
    expect(await attack(attacker.server, 'write', { path: '/var/scratch/x' })).toEqual({ outcome: 'written' });
  });

  test('cannot trace processes of others, mount, make devices, load modules, take keys or become root', async () => {
    await fails('trace', { pid: process.pid }, /No such process|not permitted/);
    await fails('mount', { source: 'none', target: '/tmp', kind: 'tmpfs' }, /not permitted/);
    await fails('unshare', {}, /not permitted/);
    await fails('make_device', { path: '/tmp/disk' }, /not permitted/);
    await fails('kernel_module', {}, /not permitted/);
    await fails('kernel_key', {}, /not permitted/);
    await fails('become_root', {}, /not permitted/);
    expect(await attack(attacker.server, 'setuid_program')).not.toEqual({ outcome: '0\n' });
  });

  test('a fork bomb ends at the limit of processes, and hurts its own container only', async () => {
    const bomber = await pool.lease();
    // Whether it still answers is its own affair.
    attack(bomber.server, 'fork_bomb', { seconds: 90 }).catch(() => undefined);
    const container = pool.docker.getContainer(/container (\w+)/.exec(bomber.server.name)![1]!);
    const processes = async () => (await container.stats({ stream: false, 'one-shot': true })).pids_stats?.current ?? 0;
    // The server has threads of its own, and those that come and go are not always all counted.
    await expect.poll(processes, { timeout: 60_000 }).toBeGreaterThan(48);
    for (let beat = 0; beat < 10; beat++) {
      expect(await isWell(neighbour.server)).toBe(true);
      expect(await processes()).toBeLessThanOrEqual(64);
    }
    bomber.server.kill(new Error('over'));
    await expect(eventuallyGone(container)).resolves.toBe(true);
    bomber.release();
  }, 120_000);

  test('a memory bomb is ended, and the error says so', async () => {
    const bomber = await pool.lease();
    const pending = attack(bomber.server, 'memory_bomb');
    await expect(pending).rejects.toThrow();
    expect(await whyGone(bomber.server)).toMatchObject({
      family: 'user',
      code: 'FUNCTION_OUT_OF_MEMORY',
      message: expect.stringMatching(/268435456 bytes of memory/) as string,
    });
    bomber.release();
  });

  test('gets no more processor time than it may', async () => {
    const { outcome } = (await attack(attacker.server, 'spin', { seconds: 2 })) as { outcome: number };
    expect(outcome).toBeLessThan(2 * 0.5 * 1.6);
  });

  test('a file in its folder ends at the limit, and many of them at its memory', async () => {
    await fails('fill', { folder: '/run/arbalest/out', bytes_each: 64 * MiB, files: 1 }, /File too large/);
    const filler = await pool.lease();
    await attack(filler.server, 'fill', { folder: '/run/arbalest/out', bytes_each: 16 * MiB, files: 64 }).catch(() => undefined);
    expect(await whyGone(filler.server)).toMatchObject({ code: 'FUNCTION_OUT_OF_MEMORY' });
    filler.release();
  });

  test('/tmp is bounded', async () => {
    const small = await testPool({ limits: { temporaryBytes: 8 * MiB } });
    await using _ = small;
    const lease = await small.lease();
    const outcome = await attack(lease.server, 'fill', { folder: '/tmp', bytes_each: 4 * MiB, files: 8 });
    expect(outcome).toMatchObject({ text: expect.stringContaining('No space left') as string });
    lease.release();
  });

  test('a log without end slows its own container, is bounded here, and is cut into lines of bounded length', async () => {
    const writer = await pool.lease();
    const memory = process.memoryUsage().rss;
    const pending = attack(writer.server, 'log_for', { seconds: 3 });
    const beats: number[] = [];
    for (let beat = 0; beat < 20; beat++) {
      const asked = performance.now();
      expect(await isWell(neighbour.server)).toBe(true);
      beats.push(performance.now() - asked);
      await sleep(100);
    }
    await pending;
    expect(Math.max(...beats)).toBeLessThan(1_500);
    expect(process.memoryUsage().rss - memory).toBeLessThan(256 * MiB);
    expect(writer.logLines().length).toBeLessThanOrEqual(1_000);
    writer.server.kill(new Error('over'));
    writer.release();
  });

  test('megabytes of log before it is ready, one line of them, do no harm', async () => {
    const writer = await pool.lease({ start: 'megabytes_of_log' });
    const written = () => writer.logLines().map(({ text }) => text);
    await expect.poll(written, { timeout: 10_000 }).toContain('last words');
    const lines = written();
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
    writer.release();
  });

  test('a socket that is replaced later changes nothing', async () => {
    const path = join(tmpdir(), `arbalest-later-${process.pid}.sock`);
    await using host = await countingServer(path);
    const lease = await pool.lease();
    const socket = '/run/arbalest/out/udf.sock';
    expect(await attack(lease.server, 'replace_socket', { path: socket, target: path })).toEqual({ outcome: 'replaced' });
    expect(await isWell(lease.server)).toBe(true);
    expect(host.connections()).toBe(0);
    lease.release();
  });

  test('a folder full of links, FIFOs and deep folders is taken away, and what they point to is not', async () => {
    const keep = join(tmpdir(), `arbalest-keep-${process.pid}`);
    writeFileSync(keep, 'precious');
    const lease = await pool.lease({ start: 'symlink_flood' });
    const { output } = lease.server.sharedMemory!;
    await attack(lease.server, 'many_files', { folder: '/run/arbalest/out', count: 5_000 });
    lease.server.kill(new Error('over'));
    lease.release();
    await expect.poll(() => existsSync(join(output, '..')), { timeout: 30_000 }).toBe(false);
    expect(readFileSync(keep, 'utf8')).toBe('precious');
    expect(existsSync('/etc/passwd')).toBe(true);
    rmSync(keep);
  });

  test('a server that listens on TCP only is reached through a forwarder, in the same sandbox', async () => {
    const lease = await pool.lease({ requests: { port: 8815, environment: { ATTACK_LISTEN: '0.0.0.0:8815' } } });
    expect(lease.server.description.runtime).toBe('attacks 1');
    expect(await attack(lease.server, 'connect', { host: '1.1.1.1', port: 443 })).toMatchObject({ error: 'OSError' });
    const before = await pool.containers();
    lease.server.kill(new Error('over'));
    await expect.poll(async () => (await pool.containers()).length).toBe(before.length - 2);
    lease.release();
  });

  test('a secret reaches the function, and no log', async () => {
    const lease = await pool.lease({ requests: { secrets: ['TOKEN'] } });
    const { outcome } = (await attack(lease.server, 'identity')) as { outcome: { environment: Record<string, string> } };
    expect(outcome.environment['TOKEN']).toBe('hunter2hunter2');
    await attack(lease.server, 'log', { text: 'token is hunter2hunter2.' });
    await expect.poll(() => lease.logLines().map(({ text }) => text)).toContain('token is ***.');
    lease.server.kill(new Error('over'));
    expect(JSON.stringify(lease.server.gone.reason)).not.toContain('hunter2');
    lease.release();
  });

  test('a runtime that was granted and is not there is refused, never replaced; so is a secret that is not there', async () => {
    await expect(pool.lease({ requests: { runtime: 'runsc' } })).rejects.toMatchObject({
      code: 'FUNCTION_REFUSED',
      message: expect.stringMatching(/"runsc".*it has .*runc/) as string,
    });
    await expect(pool.lease({ requests: { secrets: ['LOST'] } })).rejects.toMatchObject({
      code: 'FUNCTION_REFUSED',
      message: expect.stringContaining('/nowhere/token') as string,
    });
  });
});

async function eventuallyGone(container: Container): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await container.inspect().then(
        () => false,
        () => true,
      )
    )
      return true;
    await sleep(100);
  }
  return false;
}
