import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { initCerts, issueCerts } from '../commands/certs.js';

let directory: string;
beforeAll(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'arbalest-certs-')), 'certs');
  expect(await initCerts({ directory, host: ['head', '10.0.0.1'] })).toBe(0);
});
afterAll(() => rm(join(directory, '..'), { recursive: true, force: true }));

const certificate = async (name: string) => new X509Certificate(await readFile(join(directory, `${name}.crt`)));

test('the authority has signed what it made, each for its purpose', async () => {
  const authority = await certificate('ca');
  const server = await certificate('server');
  const client = await certificate('client');
  expect(authority.ca).toBe(true);
  for (const leaf of [server, client]) {
    expect(leaf.ca).toBe(false);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.checkIssued(authority)).toBe(true);
  }
  for (const host of ['head', 'localhost']) expect(server.checkHost(host)).toBe(host);
  for (const address of ['10.0.0.1', '127.0.0.1', '::1']) expect(server.checkIP(address)).toBe(address);
  expect(server.checkHost('other')).toBeUndefined();
  expect(server.subject).toContain('OU=Arbalest cluster');
  expect(client.subject).toBe('CN=client');
  for (const key of ['ca', 'server', 'client']) expect((await stat(join(directory, `${key}.key`))).mode & 0o777).toBe(0o600);
});

test('nothing is replaced, and nothing is made in part', async () => {
  const before = await readFile(join(directory, 'ca.crt'));
  await expect(initCerts({ directory, host: [] })).rejects.toThrow('is there already, and nothing is replaced');
  expect(await readFile(join(directory, 'ca.crt'))).toEqual(before);
});

test('the same authority makes further ones', async () => {
  await issueCerts({ directory, host: ['worker-3'] });
  await issueCerts({ directory, host: [], user: 'ada' });
  const authority = await certificate('ca');
  expect((await certificate('worker-3')).verify(authority.publicKey)).toBe(true);
  expect((await certificate('ada')).subject).toBe('CN=ada');
  await expect(issueCerts({ directory, host: ['worker-3'] })).rejects.toThrow('is there already');
  await expect(issueCerts({ directory, host: [] })).rejects.toThrow('--host for a machine, or --user for a person');
  await expect(issueCerts({ directory: join(directory, 'none'), host: ['a'] })).rejects.toThrow('arbalest certs init');
  await expect(initCerts({ directory: join(directory, 'other'), host: ['a b'] })).rejects.toThrow('no name and no address');
});
