import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoDockerEngine } from '@arbalest/test-kit';
import type { LiveServer } from './live-server.js';
import { attack, isWell, testPool, type TestPool, whyGone } from '../testing/test-pool.js';

const reason = await whyNoDockerEngine();

describe.skipIf(reason !== undefined)(`servers in containers${reason === undefined ? '' : ` (${reason})`}`, { timeout: 60_000 }, () => {
  let shared: TestPool;

  beforeAll(async () => {
    shared = await testPool({ timeouts: { healthIntervalMs: 100, healthMs: 300, busyHealthMs: 700 } });
  }, 600_000);

  afterAll(() => shared[Symbol.asyncDispose]());

  test('calls of one user at the same time share one container, which was started once', async () => {
    const before = await shared.containers();
    const leases = await Promise.all([1, 2, 3].map(() => shared.lease({ user: 'ada' })));
    expect(new Set(leases.map(({ server }) => server)).size).toBe(1);
    expect(leases.filter(({ started }) => started)).toHaveLength(1);
    expect(await shared.containers()).toHaveLength(before.length + 1);
    leases.forEach((lease) => lease.release());
    const later = await shared.lease({ user: 'ada' });
    expect(later.started).toBe(false);
    later.release();
  });

  test('users, and functions that ask for other things, share none', async () => {
    const leases = await Promise.all([
      shared.lease({ user: 'ada' }),
      shared.lease({ user: 'bob' }),
      shared.lease({ user: 'ada', requests: { memoryBytes: 256 << 20 } }),
    ]);
    expect(new Set(leases.map(({ server }) => server)).size).toBe(3);
    leases.forEach((lease) => lease.release());
  });

  test('a container that has been idle for long enough is removed, with its folders', async () => {
    await using own = await testPool({ timeouts: { idleMs: 200 } });
    const lease = await own.lease();
    const { server } = lease;
    const id = /container (\w+)/.exec(server.name)![1]!;
    const { output } = server.sharedMemory!;
    await sleep(600);
    expect(server.gone.aborted).toBe(false);
    lease.release();
    expect(await whyGone(server)).toMatchObject({ code: 'FUNCTION_IDLE' });
    await eventually(async () => !(await own.containers()).some((name) => name.startsWith(id)));
    await eventually(() => !existsSync(output));
    const next = await own.lease();
    expect(next.started).toBe(true);
    next.release();
  });

  test('one that dies is known at once, says how it ended and what it wrote last, and is replaced', async () => {
    const lease = await shared.lease({ user: 'carl' });
    await attack(lease.server, 'log', { text: 'cannot go on' });
    const died = performance.now();
    await attack(lease.server, 'exit', { code: 7 }).catch(() => undefined);
    const why = await whyGone(lease.server);
    expect(performance.now() - died).toBeLessThan(3_000);
    expect(why).toMatchObject({ family: 'user', code: 'FUNCTION_DIED', message: expect.stringContaining('exit code 7') });
    expect((why as { details: { notes: string[] } }).details.notes).toContain('cannot go on');
    lease.release();
    const next = await shared.lease({ user: 'carl' });
    expect(next.started).toBe(true);
    expect(await isWell(next.server)).toBe(true);
    next.release();
  });

  test('one that is killed from here is gone at once for all its calls, and its container soon after', async () => {
    const [one, other] = await Promise.all([shared.lease({ user: 'dora' }), shared.lease({ user: 'dora' })]);
    const id = /container (\w+)/.exec(one.server.name)![1]!;
    one.server.kill(new Error('It answered nonsense'));
    expect(other.server.gone.aborted).toBe(true);
    expect(other.server.gone.reason).toMatchObject({ message: 'It answered nonsense' });
    [one, other].forEach((lease) => lease.release());
    await eventually(async () => !(await shared.containers()).some((name) => name.startsWith(id)));
  });

  test('one that somebody else removes is gone, and replaced', async () => {
    const lease = await shared.lease({ user: 'emil' });
    await shared.docker.getContainer(/container (\w+)/.exec(lease.server.name)![1]!).remove({ force: true });
    expect(await whyGone(lease.server)).toMatchObject({ code: 'FUNCTION_DIED' });
    lease.release();
  });

  test('one that stops answering is ended and replaced, whether it has calls or not', async () => {
    for (const held of [true, false]) {
      const lease = await shared.lease({ user: 'fred' });
      await attack(lease.server, 'stop_answering').catch(() => undefined);
      if (!held) lease.release();
      expect(await whyGone(lease.server)).toMatchObject({ code: 'FUNCTION_UNRESPONSIVE' });
      lease.release();
    }
  });

  test('an idle container makes room for another one; with none idle the wait for a place ends', async () => {
    await using own = await testPool({ limits: { containers: 2 }, timeouts: { waitMs: 1_000, stopMs: 1_000 } });
    const [first, second] = [await own.lease(), await own.lease()];
    await expect(own.lease()).rejects.toMatchObject({ family: 'resources', code: 'FUNCTION_POOL_FULL' });
    const { server } = first;
    first.release();
    // Ending one may take as long as the wait: a second try finds the place.
    const third = await own.lease().catch(() => own.lease());
    expect(server.gone.aborted).toBe(true);
    expect(second.server.gone.aborted).toBe(false);
    [second, third].forEach((lease) => lease.release());
  });

  test('an image of which there are as many containers as may be waits too', async () => {
    await using own = await testPool({ limits: { containersPerSource: 1 }, timeouts: { waitMs: 300 } });
    const lease = await own.lease();
    await expect(own.lease()).rejects.toMatchObject({ code: 'FUNCTION_POOL_FULL' });
    lease.release();
  });

  test('who leaves while a server starts gets the reason at once, and the server is there for the next one', async () => {
    const controller = new AbortController();
    const pending = shared.lease({ user: 'gina', signal: controller.signal });
    await sleep(50);
    controller.abort(new Error('the statement was cancelled'));
    await expect(pending).rejects.toThrow('the statement was cancelled');
    const next = await shared.lease({ user: 'gina' });
    expect(next.started).toBe(false);
    next.release();
  });

  test('plans keep the image that they were made with when the tag moves while they run', async () => {
    await using own = await testPool();
    const { docker, pool } = own;
    const signal = AbortSignal.timeout(60_000);
    const tagged = async (from: string) => docker.getImage(from).tag({ repo: 'arbalest-test/moving', tag: 'latest' }) as Promise<unknown>;
    await tagged('arbalest-test/attacks');
    const image = 'arbalest-test/moving';
    const planned = (await pool.resolve({ kind: 'image', image }, signal)) as { digest: string };
    const running = await own.lease({ image, digest: planned.digest, user: 'hugo' });
    await tagged('arbalest/udf-forwarder');
    expect(await pool.resolve({ kind: 'image', image }, signal)).not.toMatchObject({ digest: planned.digest });
    const again = await own.lease({ image, digest: planned.digest, user: 'hugo' });
    expect(again.server).toBe(running.server);
    const another = await own.lease({ image, digest: planned.digest, user: 'iris' });
    expect(another.server.description.runtime).toBe('attacks 1');
    [running, again, another].forEach((lease) => lease.release());
    await docker.getImage(image).remove();
  });

  test('an image that is not there is an error that names it', async () => {
    await using own = await testPool({ docker: { pull: 'never' } });
    await expect(own.lease({ image: 'arbalest-test/nothing:1' })).rejects.toMatchObject({
      family: 'user',
      code: 'IMAGE_NOT_FOUND',
      message: expect.stringMatching(/arbalest-test\/nothing:1.*docker\.pull/),
    });
    await expect(own.lease({ image: 'No Image' })).rejects.toMatchObject({ code: 'IMAGE_NOT_FOUND' });
  });

  test('no engine is a transient error that says what to do', async () => {
    await using own = await testPool({ docker: { socket: '/nowhere/docker.sock' } });
    await expect(own.lease()).rejects.toMatchObject({
      family: 'transient',
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('docker.socket'),
    });
  });

  test('closing removes every container and folder; what waits is told', async () => {
    const own = await testPool({ timeouts: { stopMs: 1_000 } });
    const lease = await own.lease();
    const folder = lease.server.sharedMemory!.output.replace(/\/\d+\/out$/, '');
    const starting = own.lease();
    starting.catch(() => undefined);
    await sleep(100);
    await own[Symbol.asyncDispose]();
    await expect(starting).rejects.toMatchObject({ family: 'cancelled' });
    expect(lease.server.gone.aborted).toBe(true);
    expect(existsSync(folder)).toBe(false);
    await expect(own.lease()).rejects.toMatchObject({ family: 'cancelled' });
  });

  test('what a dead executor has left is removed by the next one that starts a container', async () => {
    const { dead, folder } = deadExecutor();
    const { Id } = await shared.docker.getImage('arbalest-test/attacks').inspect();
    const orphan = await shared.docker.createContainer({ Image: Id, Labels: { 'arbalest.owner': dead } });
    await using own = await testPool();
    (await own.lease()).release();
    await expect(orphan.inspect()).rejects.toMatchObject({ statusCode: 404 });
    expect(existsSync(folder)).toBe(false);
  });

  test('a lease reads the lines of the log that no lease before it has read', async () => {
    const first = await shared.lease({ user: 'jane' });
    await attack(first.server, 'log', { text: 'before' });
    await eventually(() => first.logLines().some(({ text }) => text === 'before'));
    const second = await shared.lease({ user: 'jane' });
    await attack(second.server, 'log', { text: 'after' });
    await eventually(() => second.logLines().some(({ text }) => text === 'after'));
    expect(second.logLines().map(({ text }) => text)).toEqual(['after']);
    expect(first.logLines().map(({ text }) => text)).toEqual(['before', 'after']);
    await attack(first.server, 'log', { text: 'too late' });
    await eventually(() => (first.server as LiveServer).log.tail().includes('too late'));
    const third = await shared.lease({ user: 'jane' });
    expect(third.logLines().map(({ text }) => text)).toEqual(['too late']);
    [first, second, third].forEach((lease) => lease.release());
  });
});

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 50 }).toBe(true);
}

/** Identity of a process that is no more, and a folder as it would have left it. */
function deadExecutor(): { dead: string; folder: string } {
  const script =
    "import('node:fs').then((fs) => { const s = fs.readFileSync('/proc/self/stat', 'utf8'); console.log(process.pid, s.slice(s.lastIndexOf(')') + 2).split(' ')[19]); })";
  const [pid, started] = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split(' ');
  const boot = execFileSync('cat', ['/proc/sys/kernel/random/boot_id'], { encoding: 'utf8' }).trim().replaceAll('-', '').slice(0, 12);
  const namespace = /\d+/.exec(execFileSync('readlink', ['/proc/self/ns/pid'], { encoding: 'utf8' }))![0];
  const dead = [boot, namespace, pid, started, 'abcd'].join('-');
  const folder = `/dev/shm/arbalest-functions-${dead}`;
  execFileSync('mkdir', ['-p', `${folder}/0/in`, `${folder}/0/out/x/y`]);
  expect(readdirSync('/dev/shm')).toContain(folder.slice('/dev/shm/'.length));
  return { dead, folder };
}
