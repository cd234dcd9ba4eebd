import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileRoots } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveConfig } from '../config/load-config.js';
import { isExposed } from './exposure.js';
import { fileRoots } from './file-roots.js';

let folder: string;
let roots: FileRoots;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'arbalest-roots-')));
  for (const name of ['in/deep', 'in-other', 'out', 'secret', 'state/data/t']) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'in/a.csv'), 'a\n1\n');
  await writeFile(join(folder, 'secret/s.csv'), 's\n1\n');
  await symlink('../secret/s.csv', join(folder, 'in/link.csv'));
  await symlink('../secret', join(folder, 'in/dir'));
  await symlink('a.csv', join(folder, 'in/good.csv'));
  await symlink('../secret/not-there.csv', join(folder, 'in/dangling.csv'));
  await symlink('loop', join(folder, 'in/loop'));
  await symlink('in', join(folder, 'alias'));
  const files = { roots: ['alias', 'out', 's3://Bucket/dir', 'https://data.example.com'], writable: ['out'] };
  roots = await fileRoots(resolveConfig({ files, dataDirectory: 'state' }, folder), 'scheduler');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (path: string) => (path.includes('://') ? path : `${folder}/${path}`);

describe('what is below a root', () => {
  it.each([
    'in/a.csv',
    'alias/a.csv',
    'in/good.csv',
    'in/deep/../a.csv',
    'in/*.csv',
    'in/**/{a,b}.csv',
    'in/new/er.csv',
    'in',
    'alias',
    'out/x',
  ])('may be read: %s', (path) => roots.check([at(path)], { access: 'read' }));
  it.each(['s3://bucket/dir/a.csv', 'S3://BUCKET/dir/**/*.csv', 'https://data.example.com/a..b/c', 'https://DATA.example.com'])(
    'may be read: %s',
    (path) => roots.check([path], { access: 'read' }),
  );
});

describe('what is not, or leads out', () => {
  it.each([
    'secret/s.csv',
    'in-other/x.csv',
    'in/../secret/s.csv',
    'in/*/../../secret/s.csv',
    'in/{..,deep}/secret/*.csv',
    'in/link.csv',
    'in/dir/s.csv',
    'in/dir/*.csv',
    'in/dir/new.csv',
    'in/dangling.csv',
    'in/loop',
    'in/a.csv\0.csv',
    'state/data/t/part.parquet',
    '',
    's3://bucket/dir2/a.csv',
    's3://bucket/dir/../a.csv',
    's3://bucket/dir/%2E%2e/a.csv',
    's3://bucket/dir/%252e%252E/a.csv',
    's3://bucket/dir/..\\a.csv',
    's3a://bucket/dir/a.csv',
    'http://data.example.com/a.csv',
    'https://data.example.com.evil.org/a.csv',
    'https://data.example.com@evil.org/a.csv',
    'https://data.example.com:8443/a.csv',
  ])('is refused: %j', async (path) => {
    await expect(roots.check([at('in/a.csv'), at(path)], { access: 'read' })).rejects.toMatchObject({
      family: 'user',
      code: 'FILE_NOT_ALLOWED',
    });
  });

  it('is named, with the roots and the setting', async () => {
    const failed = roots.check([at('secret/s.csv')], { access: 'read' });
    await expect(failed).rejects.toThrow(
      `${folder}/secret/s.csv is not, or leads out of, where statements may read: ${folder}/alias, ${folder}/out, s3://bucket/dir/, https://data.example.com/; whoever runs the cluster opens a folder with files.roots`,
    );
    await expect(roots.check([at('in/a.csv')], { access: 'write' })).rejects.toThrow(`may write: ${folder}/out; whoever`);
  });

  it('is open where clients stage what they send, to who knows the name', async () => {
    expect(roots.staging).toBe(at('state/data/.staging'));
    const staged = `${roots.staging}/${randomUUID()}.arrow`;
    await roots.check([staged], { access: 'read' });
    await expect(roots.check([staged], { access: 'write' })).rejects.toMatchObject({ code: 'FILE_NOT_ALLOWED' });
    for (const path of [
      `${roots.staging}/*.arrow`,
      `${roots.staging}/rows.arrow`,
      `${roots.staging}/../t/${randomUUID()}.arrow`,
      roots.staging,
    ])
      await expect(roots.check([path], { access: 'read' })).rejects.toMatchObject({ code: 'FILE_NOT_ALLOWED' });
  });

  it('is open to tasks only where managed tables are', async () => {
    await roots.check([at('state/data/t/part.parquet'), at('out/x')], { access: 'write', managed: true });
    await expect(roots.check([at('state/data.mdb')], { access: 'read', managed: true })).rejects.toMatchObject({
      code: 'FILE_NOT_ALLOWED',
    });
  });
});

describe('without roots', () => {
  const without = (config: Readonly<Record<string, unknown>>, role: 'scheduler' | 'executor' | 'embedded') =>
    fileRoots(resolveConfig(config, folder), role);

  it('everything is open as long as nobody else can reach the process', async () => {
    const open = await without({ scheduler: { host: '127.0.0.1' } }, 'scheduler');
    await open.check(['/etc/passwd', 's3://any/thing'], { access: 'write' });
    expect(open.readable).toBeUndefined();
  });

  it.each([
    [{ scheduler: { host: '0.0.0.0' } }, 'scheduler', true],
    [{ scheduler: { host: '0.0.0.0' } }, 'embedded', false],
    [{ executor: { host: '10.0.0.1' } }, 'executor', true],
    [{ executor: { scheduler: 'grpc://scheduler:7070,grpc://127.0.0.1:7070' } }, 'executor', true],
    [{ executor: { host: '10.0.0.1' } }, 'scheduler', false],
    [{ scheduler: { host: '::1' }, executor: { host: 'localhost', scheduler: 'grpc://[::1]:1' } }, 'executor', false],
    [{ plugin: { flightsql: { host: '0.0.0.0' } } }, 'scheduler', true],
  ] as const)('%j as %s: others can reach it: %s', async (config, role, exposed) => {
    expect(isExposed(resolveConfig(config), role)).toBe(exposed);
    const allowed = (await without(config, role)).check(['/etc/passwd'], { access: 'read' });
    if (exposed) await expect(allowed).rejects.toThrow(/may read: there are none; .*files\.roots/);
    else await allowed;
  });
});

it.each([
  [{ roots: ['.'] }, /the root .* holds .*state, where state or results of all users/],
  [{ roots: ['state'] }, /holds .*state, where/],
  [{ roots: ['in'], writable: ['out'] }, /out in files\.writable is not below any of files\.roots/],
  [{ roots: ['s3://b/x'], writable: ['s3://b/xy'] }, /s3:\/\/b\/xy\/ in files\.writable/],
  [{ writable: ['out'] }, /without files\.roots/],
  [{ roots: ['in/*'] }, /wildcard/],
  [{ roots: ['in/none'] }, /in\/none in files\.roots is no folder/],
  [{ roots: ['in/a.csv'] }, /is no folder/],
])('refuses %j', async (files, message) => {
  const failed = fileRoots(resolveConfig({ files, dataDirectory: 'state' }, folder), 'scheduler');
  await expect(failed).rejects.toMatchObject({ code: 'FILE_ROOTS' });
  await expect(failed).rejects.toThrow(message);
});
