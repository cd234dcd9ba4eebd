import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveConfig } from '@arbalest/kernel';
import { type Authenticator, AUTHENTICATORS, type Services, silentLog, type Token } from '@arbalest/spi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClusterChannels } from './channels.js';
import { ClusterToken } from './cluster-token.js';
import { type MadeUpToken, ProcessSecurity } from './process-security.js';

const TOKEN = 'a token that is long enough'.replaceAll(' ', '-');
const nobody: Authenticator = { id: 'nobody', authenticate: () => Promise.resolve(undefined) };

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'arbalest-security-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function opened(security: object, { users = false, made }: { readonly users?: boolean; readonly made?: MadeUpToken } = {}) {
  const process = new ProcessSecurity(resolveConfig({ security }, folder), made);
  const services = {
    get: () => ({ read: () => Promise.resolve(TOKEN) }),
    all: (of: Token<unknown>) => (users && of === AUTHENTICATORS ? [nobody] : []),
  } as unknown as Services;
  await process.open({ services, log: silentLog, clock: { now: Date.now, monotonic: () => performance.now() } as never });
  return process;
}

test('beyond loopback a listener wants protection, on loopback none', async () => {
  const bare = await opened({});
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.9.9.9']) expect(() => bare.checkListener(host, 'The gateway')).not.toThrow();
  for (const host of ['0.0.0.0', '::', '', '10.0.0.1', 'localhost.example.org', '127.0.0.1.example.org'])
    expect(() => bare.checkListener(host, 'The gateway')).toThrow(/The gateway would listen on/);
  const guarded = await opened({ token: { env: 'T' } });
  expect(() => guarded.checkListener('0.0.0.0', 'The gateway')).not.toThrow();
  const told = await opened({ insecure: true });
  expect(() => told.checkListener('0.0.0.0', 'The gateway')).not.toThrow();
});

test('users without anything for executors to show are refused, unless a token was made up', async () => {
  await expect(opened({}, { users: true })).rejects.toMatchObject({ code: 'CLUSTER_UNPROTECTED' });
  const standalone = await opened({}, { users: true, made: { ifUsers: TOKEN } });
  expect(await standalone.identify({ authorization: `Bearer ${TOKEN}`, peer: '' })).toEqual({ kind: 'cluster' });
  expect((await opened({}, { made: { ifUsers: TOKEN } })).isProtected).toBe(false);
});

test('a process of the cluster says on whose behalf it calls, in any script', async () => {
  const security = await opened({ token: { env: 'T' } });
  const zoë = { name: 'zoë', groups: ['分析'] };
  const metadata = new ClusterChannels(security).metadata(zoë);
  const shown = { authorization: String(metadata.get('authorization')[0]), behalf: String(metadata.get('arbalest-behalf')[0]), peer: '' };
  expect(await security.identify(shown)).toEqual({ kind: 'cluster', principal: zoë });
});

test('where nothing is protected, nobody is told apart', async () => {
  expect(await (await opened({})).identify({ behalf: '{"name":"ada","groups":[]}', peer: '' })).toEqual({ kind: 'anybody' });
});

test('files for TLS that are of no use are named', async () => {
  const tls = { certificate: 'no.crt', key: 'no.key' };
  await expect(opened({ tls })).rejects.toMatchObject({ code: 'TLS_FILES', message: expect.stringContaining('no.crt') as string });
  await expect(opened({ tls: { ...tls, clientCertificates: 'required' } })).rejects.toThrow('security.tls.authorities');
  await writeFile(join(folder, 'bad.pem'), 'hush hush');
  const bad = opened({ tls: { certificate: 'bad.pem', key: 'bad.pem' } });
  await expect(bad).rejects.toThrow(/are no pair in PEM/);
  await expect(bad).rejects.not.toThrow(/hush/);
});

test('a token of the cluster that could be guessed is refused', () => {
  expect(() => new ClusterToken('short')).toThrow(/at least 16 are wanted/);
  expect(() => new ClusterToken('with spaces in it, and long')).toThrow(/printable ASCII/);
  const token = new ClusterToken(TOKEN);
  expect([TOKEN, `${TOKEN}x`, TOKEN.slice(1), ''].map((text) => token.matches(text))).toEqual([true, false, false, false]);
  expect(token.key('a')).not.toEqual(token.key('b'));
});
