import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@arbalest/spi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, removeUser } from './edit-users.js';
import { FileAuthenticator } from './file-authenticator.js';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-users-'));
  file = join(folder, 'users.json');
  await addUser(file, { name: 'ada', password: 'correct horse', groups: ['admin'], work: LITTLE });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LITTLE = { N: 1024, r: 8, p: 1 };
const live = new AbortController().signal;
const basic = (user: string, password: string) => ({ kind: 'basic', user, password }) as const;

test('who is in the file comes in with the right password only', async () => {
  const users = new FileAuthenticator(file, silentLog);
  expect(await users.authenticate(basic('ada', 'correct horse'), live)).toEqual({ name: 'ada', groups: ['admin'] });
  for (const [name, password] of [
    ['ada', 'correct horse '],
    ['ada', ''],
    ['bob', 'correct horse'],
    ['__proto__', 'correct horse'],
    ['constructor', ''],
  ] as const)
    expect(await users.authenticate(basic(name, password), live)).toBeUndefined();
  expect(await users.authenticate({ kind: 'certificate', subject: 'ada' }, live)).toEqual({ name: 'ada', groups: ['admin'] });
  expect(await users.authenticate({ kind: 'certificate', subject: 'bob' }, live)).toBeUndefined();
  expect(await users.authenticate({ kind: 'bearer', token: 'correct horse' }, live)).toBeUndefined();
});

test('the file holds hashes, each with its own salt, for the eyes of its owner', async () => {
  await addUser(file, { name: 'eve', password: 'correct horse', groups: [] });
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain('correct horse');
  const { users } = JSON.parse(text) as { readonly users: Record<string, { readonly password: string }> };
  expect(users['eve']!.password).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(users['ada']!.password).not.toBe(users['eve']!.password);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('what changes in the file counts at the next login, and what is wrong in it locks nobody out', async () => {
  const users = new FileAuthenticator(file, silentLog);
  expect(await users.authenticate(basic('fay', 'another one'), live)).toBeUndefined();
  expect(await addUser(file, { name: 'fay', password: 'another one', groups: [], work: LITTLE })).toBe(true);
  expect(await users.authenticate(basic('fay', 'another one'), live)).toEqual({ name: 'fay', groups: [] });
  expect(await removeUser(file, 'fay')).toBe(true);
  expect(await removeUser(file, 'fay')).toBe(false);
  expect(await users.authenticate(basic('fay', 'another one'), live)).toBeUndefined();
  const before = await readFile(file);
  await writeFile(file, '{ "users": { "ada": { "groups": [], "password": "plain" } } }');
  expect(await users.authenticate(basic('ada', 'correct horse'), live)).toMatchObject({ name: 'ada' });
  await expect(new FileAuthenticator(file, silentLog).authenticate(basic('ada', 'plain'), live)).rejects.toMatchObject({
    code: 'USERS_UNREADABLE',
  });
  await writeFile(file, before);
});

test('what cannot be a user is refused with the reason', async () => {
  const add = (more: object) => addUser(file, { name: 'max', password: 'long enough', groups: [], ...more });
  await expect(add({ name: 'a b' })).rejects.toMatchObject({ code: 'USER_NAME' });
  await expect(add({ groups: [''] })).rejects.toMatchObject({ code: 'USER_NAME' });
  await expect(add({ password: 'short' })).rejects.toMatchObject({ code: 'PASSWORD_SHORT' });
});
