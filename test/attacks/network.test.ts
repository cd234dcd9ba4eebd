import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@arbalest/client';
import { FlightClient } from '@arbalest/flight';
import { resolveConfig } from '@arbalest/kernel';
import { signTicket } from '@arbalest/plan';
import { arbalest } from '@arbalest/proto';
import { startScheduler } from '@arbalest/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCertificate, makeAuthority } from '../../sdk/cli/src/certificates/certificate-authority.js';
import { GuardedCluster, PASSWORDS, TOKEN } from './guarded-cluster.js';
import { basic, RawScheduler } from './raw-scheduler.js';

/** gRPC's numbers. */
const STATUS = { permissionDenied: 7, resourceExhausted: 8, unavailable: 14, unauthenticated: 16 };
const MAC_BYTES = 32;
const ROWS = 6_000_000;

type Source = arbalest.scheduler.v1.IExchangeSource;

const open: { close(): void }[] = [];
afterAll(() => open.forEach((each) => each.close()));

describe('a cluster with TLS, a token and users', () => {
  let cluster: GuardedCluster;
  let ada: RawScheduler;
  let bob: RawScheduler;
  let root: RawScheduler;
  let adasSession: string;
  let adasJob: string;
  /** A part of the result of ada's job. */
  let source: Source;
  let exchangeKey: Uint8Array;

  beforeAll(async () => {
    cluster = await GuardedCluster.start({ security: { maxRequest: '1MB', maxStreams: 50, handshakeMs: 500 } });
    [ada, bob, root] = (['ada', 'bob', 'root'] as const).map((name) => caller(basic(name, PASSWORDS[name]))) as [
      RawScheduler,
      RawScheduler,
      RawScheduler,
    ];
    adasSession = await ada.openSession();
    const sql = `SELECT range AS n, range * 2 AS m FROM range(${ROWS})`;
    const events = await ada.execute({ session: adasSession, sql, key: 'k' });
    expect(events.at(-1)?.failed ?? undefined).toBeUndefined();
    adasJob = events.find(({ accepted }) => accepted)!.accepted!.job!;
    source = events.find(({ part }) => part?.source)!.part!.source!;
    exchangeKey = (await caller(`Bearer ${TOKEN}`).control()).registered!.exchangeKey!;
  });
  afterAll(() => cluster[Symbol.asyncDispose]());

  function caller(authorization?: string): RawScheduler {
    const raw = new RawScheduler(cluster.target, { authorities: cluster.authorities, ...(authorization ? { authorization } : {}) });
    open.push(raw);
    return raw;
  }

  function reader(channelOptions: Readonly<Record<string, number>> = {}): FlightClient {
    const client = new FlightClient(cluster.executor!.address, { tls: { authorities: cluster.authorities }, channelOptions });
    open.push(client);
    return client;
  }

  test('whoever has a user and a password, or the token, comes in', async () => {
    const tls = { authorities: cluster.authorities };
    for (const shown of [{ user: 'ada', password: PASSWORDS.ada }, { token: TOKEN }]) {
      await using db = await connect(cluster.scheduler.url, { tls, ...shown });
      expect(await db.sql('SELECT count(*)::INTEGER AS n FROM range(100000)').toArray()).toEqual([{ n: 100_000 }]);
    }
  });

  test('no token: nothing is answered', async () => {
    await expect(caller().openSession()).rejects.toMatchObject({ status: STATUS.unauthenticated, code: 'CREDENTIALS_MISSING' });
    await expect(caller().listJobs()).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING' });
    await expect(caller().attachJob(adasJob)).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING' });
    await expect(caller().control()).rejects.toMatchObject({ status: STATUS.unauthenticated, code: 'CREDENTIALS_MISSING' });
  });

  test('a wrong token, and one that somebody made up for a user', async () => {
    const said = Buffer.from(JSON.stringify({ name: 'root', groups: ['admin'], expiresMs: 8e15 })).toString('base64url');
    for (const token of [`${TOKEN}0`, TOKEN.slice(1), 'x', `arb1.${said}.${Buffer.alloc(32).toString('base64url')}`, `arb1.${said}.`]) {
      await expect(caller(`Bearer ${token}`).openSession()).rejects.toMatchObject({
        status: STATUS.unauthenticated,
        code: 'TOKEN_INVALID',
      });
      await expect(caller(`Bearer ${token}`).control()).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    }
  });

  test('a wrong password, and a name that nobody has: one answer', async () => {
    const wrong = { status: STATUS.unauthenticated, code: 'LOGIN_FAILED', message: 'The login failed: the name or the password is wrong' };
    await expect(caller(basic('ada', PASSWORDS.bob)).openSession()).rejects.toMatchObject(wrong);
    await expect(caller(basic('nobody', PASSWORDS.bob)).openSession()).rejects.toMatchObject(wrong);
  });

  test('a user that poses as an executor', async () => {
    await expect(root.control()).rejects.toMatchObject({ status: STATUS.permissionDenied, code: 'PERMISSION_DENIED' });
  });

  test('a user that claims to call on behalf of another one', async () => {
    const posing = caller(basic('bob', PASSWORDS.bob)).set('arbalest-behalf', JSON.stringify({ name: 'ada', groups: ['admin'] }));
    await expect(posing.execute({ session: adasSession, sql: 'SELECT 1' })).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
    expect(await posing.listJobs()).toEqual([]);
  });

  test("other users' sessions", async () => {
    for (const other of [bob, root])
      await expect(other.execute({ session: adasSession, sql: 'SELECT 1' })).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
  });

  test("other users' jobs and results", async () => {
    for (const other of [bob, root]) await expect(other.attachJob(adasJob)).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
    expect(await bob.cancelJob(adasJob)).toBe(false);
    expect((await bob.listJobs()).map(({ job }) => job)).not.toContain(adasJob);
    expect((await root.listJobs()).find(({ job }) => job === adasJob)).toMatchObject({ user: 'ada' });
    const again = await bob.execute({ session: await bob.openSession(), sql: 'SELECT 1 AS one', key: 'k' });
    expect(again.find(({ accepted }) => accepted)!.accepted!.job).not.toBe(adasJob);
  });

  test('a user that asks an executor to leave', async () => {
    await expect(bob.drainExecutor(cluster.executor!.id)).rejects.toMatchObject({ status: STATUS.permissionDenied });
    expect(await root.drainExecutor('none')).toBe(false);
  });

  test('no ticket, a forged one, one of another job, one that has expired', async () => {
    const client = reader();
    const right = Buffer.from(source.ticket!);
    const message = right.subarray(0, -MAC_BYTES);
    const ticket = arbalest.scheduler.v1.ExchangeTicket.decode(message);
    const ofAnother = Buffer.concat([
      arbalest.scheduler.v1.ExchangeTicket.encode({ ...ticket, exchange: { ...ticket.exchange, job: 'another' } }).finish(),
      right.subarray(-MAC_BYTES),
    ]);
    const forged = signTicket(ticket, new Uint8Array(32));
    const expired = signTicket({ ...ticket, expires: Date.now() - 1 }, exchangeKey);
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(200), message, forged, ofAnother, expired])
      await expect(client.doGet(bytes).next()).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
    const call = client.doGet(right);
    expect((await call.next()).done).toBe(false);
    call.cancel();
  });

  test('other calls of Flight to an executor', async () => {
    const client = reader();
    await expect(client.listActions().next()).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
    await expect(client.listFlights().next()).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
    await expect(client.doAction({ type: 'drop', body: new Uint8Array(0) }).next()).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
  });

  test('no TLS to a port with TLS', async () => {
    const plain = new RawScheduler(cluster.target, { authorization: `Bearer ${TOKEN}` });
    open.push(plain);
    await expect(plain.openSession()).rejects.toMatchObject({ status: STATUS.unavailable });
    const flight = new FlightClient(cluster.executor!.address.replace('grpc+tls', 'grpc'));
    open.push(flight);
    await expect(flight.doGet(source.ticket!).next()).rejects.toMatchObject({ status: 'UNAVAILABLE' });
  });

  test('a scheduler in the middle, with a certificate of another authority, is not told a password', async () => {
    const { certificate } = await makeAuthority();
    const wary = new RawScheduler(cluster.target, { authorities: Buffer.from(certificate), authorization: basic('ada', PASSWORDS.ada) });
    open.push(wary);
    await expect(wary.openSession()).rejects.toMatchObject({ status: STATUS.unavailable });
  });

  test('a message that is too great is refused, and the next one is answered', async () => {
    const sql = `SELECT '${'x'.repeat(2_000_000)}'`;
    await expect(ada.execute({ session: adasSession, sql })).rejects.toMatchObject({ status: STATUS.resourceExhausted });
    await expect(reader().doGet(Buffer.alloc(2_000_000)).next()).rejects.toMatchObject({ status: 'RESOURCE_EXHAUSTED' });
    expect((await ada.execute({ session: adasSession, sql: 'SELECT 1' })).at(-1)?.finished).toBeTruthy();
  });

  test('a connection that says nothing is closed', async () => {
    const { hostname, port } = new URL(`http://${cluster.target}`);
    const socket = connectSocket(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'close');
  });

  test('streams of one connection are counted', async () => {
    const session = connectHttp2(`https://${cluster.target}`, { ca: cluster.authorities });
    const [settings] = (await once(session, 'remoteSettings')) as [{ readonly maxConcurrentStreams?: number }];
    session.destroy();
    expect(settings.maxConcurrentStreams).toBe(50);
  });

  test('clients that do not read hold little memory, and nobody up', async () => {
    const before = process.memoryUsage().arrayBuffers;
    // The window is what the slow client itself holds, which is in this process too.
    const slow = Array.from({ length: 6 }, () => reader({ 'grpc-node.flow_control_window': 65_535 }).doGet(source.ticket!));
    for (const call of slow) expect((await call.next()).done).toBe(false);
    let rows = 0;
    await using db = await connect(cluster.scheduler.url, {
      tls: { authorities: cluster.authorities },
      user: 'bob',
      password: PASSWORDS.bob,
    });
    for await (const batch of db.sql('SELECT range AS n FROM range(1000000)').batches()) rows += batch.rows;
    expect(rows).toBe(1_000_000);
    // Each would like to have 96 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024);
    for (const call of slow) call.cancel();
  });
});

test('too many wrong tries: also the right password has to wait', async () => {
  await using cluster = await GuardedCluster.start({ executor: false, security: { loginTries: 3 } });
  const shown = { authorities: cluster.authorities };
  const wrong = new RawScheduler(cluster.target, { ...shown, authorization: basic('ada', 'guess') });
  const right = new RawScheduler(cluster.target, { ...shown, authorization: basic('ada', PASSWORDS.ada) });
  open.push(wrong, right);
  for (let i = 0; i < 3; i++) await expect(wrong.openSession()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  await expect(right.openSession()).rejects.toMatchObject({ status: STATUS.resourceExhausted, code: 'LOGIN_TRIES' });
});

describe('a cluster that asks for certificates', () => {
  let cluster: GuardedCluster;
  beforeAll(async () => {
    cluster = await GuardedCluster.start({ users: false, executor: false, clientCertificates: 'required' });
  });
  afterAll(() => cluster[Symbol.asyncDispose]());

  async function caller(bearer: Parameters<typeof issueCertificate>[1] | undefined, authority = cluster.authority): Promise<RawScheduler> {
    const pair = bearer && (await issueCertificate(authority, bearer));
    const raw = new RawScheduler(cluster.target, {
      authorities: cluster.authorities,
      ...(pair ? { certificate: Buffer.from(pair.certificate), privateKey: Buffer.from(pair.privateKey) } : {}),
    });
    open.push(raw);
    return raw;
  }

  test('no certificate, or one of another authority', async () => {
    await expect((await caller(undefined)).openSession()).rejects.toMatchObject({ status: STATUS.unavailable });
    const stranger = await caller({ kind: 'host', hosts: ['localhost'] }, await makeAuthority());
    await expect(stranger.openSession()).rejects.toMatchObject({ status: STATUS.unavailable });
  });

  test("a person's certificate opens sessions of its own, and registers no executor", async () => {
    const ada = await caller({ kind: 'user', name: 'ada' });
    const session = await ada.openSession();
    await expect(ada.control()).rejects.toMatchObject({ status: STATUS.permissionDenied });
    const bob = await caller({ kind: 'user', name: 'bob' });
    await expect(bob.execute({ session, sql: 'SELECT 1' })).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
  });

  test("a machine's certificate does", async () => {
    const machine = await caller({ kind: 'host', hosts: ['worker'] });
    expect((await machine.control()).registered?.refused ?? undefined).toBeUndefined();
  });
});

describe('a scheduler that others can reach', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'arbalest-open-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const config = (security: object) =>
    resolveConfig(
      { scheduler: { host: '0.0.0.0', port: 0, state: 'memory' }, http: { enabled: false }, log: { level: 'silent' }, security },
      folder,
    );

  test('does not start while nothing protects it, and says what would', async () => {
    const refused = startScheduler(config({}));
    await expect(refused).rejects.toMatchObject({ family: 'user', code: 'LISTENER_OPEN' });
    const { details } = (await refused.catch((error: unknown) => error)) as { readonly details: { readonly notes: readonly string[] } };
    expect(details.notes.join('\n')).toMatch(/security\.token[^]*security\.tls[^]*arbalest certs init[^]*--insecure/);
  });

  test('starts when it is told that others may come in', async () => {
    await using scheduler = await startScheduler(config({ insecure: true }));
    expect(scheduler.url).toMatch(/^grpc:/);
  });
});
