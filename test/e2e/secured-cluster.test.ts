import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addUser } from '@arbalest/authenticator-file';
import { runCli, startCluster, temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const PASSWORD = 'ada has a password';

test('from certificates and users to an answer, with the commands that are there for it', async () => {
  await using folder = await temporaryFolder();
  const here = { cwd: folder.path };
  const made = await runCli(['certs', 'init', '--host', 'head'], here);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('"clientCertificates": "required"') as string });
  const again = await runCli(['certs', 'init'], here);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already, and nothing is replaced') as string });
  await addUser(folder.file('users.json'), { name: 'ada', password: PASSWORD, groups: [], work: { N: 1024, r: 8, p: 1 } });
  await writeFile(folder.file('cluster.token'), 'f00dfeed'.repeat(8));
  const security = {
    token: { file: 'cluster.token' },
    tls: { certificate: 'certs/server.crt', key: 'certs/server.key', authorities: 'certs/ca.crt' },
  };
  await writeFile(
    folder.file('arbalest.config.json'),
    JSON.stringify({ security, http: { enabled: false }, plugin: { 'authenticator-file': { file: 'users.json' } } }),
  );

  await using cluster = await startCluster({ executors: 1, memory: '512MB', ...here });
  expect(cluster.url).toMatch(/^grpc\+tls:/);
  await using elsewhere = await temporaryFolder();
  const to = (as: readonly string[]) => ['--connect', cluster.url, '--tls-ca', join(folder.path, 'certs/ca.crt'), ...as];
  const sql = (as: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCli(['sql', ...to(as), '--format', 'csv', '-c', 'SELECT sum(range) AS s FROM range(1000000)'], { cwd: elsewhere.path, env });
  const answer = { code: 0, stdout: 's\n499999500000\n', stderr: '' };
  expect(await sql(['--user', 'ada'], { ARBALEST_PASSWORD: PASSWORD })).toEqual(answer);
  expect(await sql(['--token-file', join(folder.path, 'cluster.token')])).toEqual(answer);
  const wrong = await sql(['--user', 'ada'], { ARBALEST_PASSWORD: 'a guess' });
  expect(wrong).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('LOGIN_FAILED') as string });
  expect(await sql([])).toMatchObject({ code: 1, stderr: expect.stringContaining('CREDENTIALS_MISSING') as string });
  const untrusted = await runCli(['status', '--connect', cluster.url, '--user', 'ada'], {
    cwd: elsewhere.path,
    env: { ARBALEST_PASSWORD: PASSWORD },
  });
  expect(untrusted).toMatchObject({ code: 1, stderr: expect.stringContaining('--tls-ca') as string });
  expect(cluster.scheduler.log()).toMatch(/A login was refused.*"user":"ada"/);
  for (const secret of [PASSWORD, 'a guess', 'f00dfeedf00dfeed']) expect(cluster.scheduler.log()).not.toContain(secret);
}, 180_000);
