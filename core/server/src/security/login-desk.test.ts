import { type Authenticator, type Credentials, type Log, silentLog } from '@arbalest/spi';
import { beforeEach, expect, test } from 'vitest';
import { LoginDesk } from './login-desk.js';

const HOUR_MS = 3_600_000;
const PASSWORD = 'correct horse';
const basic = (user: string, password: string): Credentials => ({ kind: 'basic', user, password });

const users: Authenticator = {
  id: 'test',
  authenticate: (credentials) => {
    if (credentials.kind === 'certificate') return Promise.resolve(credentials.subject === 'ada' ? { name: 'ada', groups: [] } : undefined);
    if (credentials.kind !== 'basic' || credentials.password !== PASSWORD) return Promise.resolve(undefined);
    return Promise.resolve({ name: credentials.user, groups: ['analysts'] });
  },
};

let now: number;
let lines: string[];
beforeEach(() => {
  now = 1_000_000;
  lines = [];
});
const clock = { now: () => now, monotonic: () => now };
const write = (message: string, fields?: object): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
const log = { ...silentLog, info: write, warn: write } as Log;

function desk(key?: Uint8Array): LoginDesk {
  return new LoginDesk({ authenticators: [users], clock, log, sessionHours: 1, tries: 3, ...(key ? { key } : {}) });
}

test('who comes in gets a token that stands for the login, at every scheduler of the cluster, until it expires', async () => {
  const key = Buffer.alloc(32, 1);
  const { token, principal, expiresMs } = await desk(key).login(basic('ada', PASSWORD), '10.0.0.7:1');
  expect({ principal, expiresMs }).toEqual({ principal: { name: 'ada', groups: ['analysts'] }, expiresMs: now + HOUR_MS });
  expect(token).toMatch(/^[\w.-]+$/);
  const other = desk(key);
  expect(await other.principal(token)).toEqual(principal);
  await expect(desk(Buffer.alloc(32, 2)).principal(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  await expect(desk().principal(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  await expect(other.principal(token.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')))).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  for (const none of ['', '.', '..', 'arb1..', `${token}.`, 'arb2' + token.slice(4)])
    await expect(other.principal(none)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  now += HOUR_MS;
  await expect(other.principal(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

test('wrong tries from one address cost time, twice as much each, and are forgotten', async () => {
  const login = desk();
  const guess = (password = 'guess') => login.login(basic('ada', password), 'ipv4:10.0.0.7:4711');
  for (let i = 0; i < 3; i++) await expect(guess()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  await expect(guess(PASSWORD)).rejects.toMatchObject({ code: 'LOGIN_TRIES', message: expect.stringContaining('in 1 s') as string });
  now += 1000;
  await expect(guess()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  await expect(guess()).rejects.toMatchObject({ code: 'LOGIN_TRIES', message: expect.stringContaining('in 2 s') as string });
  await expect(login.login(basic('bob', PASSWORD), '10.0.0.8:1')).resolves.toBeDefined();
  now += 2000;
  await expect(guess(PASSWORD)).resolves.toBeDefined();
  now += 16 * 60_000;
  for (let i = 0; i < 3; i++) await expect(guess()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
});

test('a name that is tried from many addresses costs time too', async () => {
  const login = desk();
  for (let i = 0; i < 12; i++)
    await expect(login.login(basic('ada', 'guess'), `10.0.1.${i}:1`)).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  await expect(login.login(basic('ada', PASSWORD), '10.0.2.1:1')).rejects.toMatchObject({ code: 'LOGIN_TRIES' });
  await expect(login.login(basic('bob', PASSWORD), '10.0.2.1:1')).resolves.toBeDefined();
});

test('many tries at once are no way around the count, and many right ones no reason to refuse any', async () => {
  const login = desk();
  const right = Array.from({ length: 50 }, () => login.login(basic('ada', PASSWORD), '10.0.0.1:1'));
  expect(await Promise.all(right)).toHaveLength(50);
  const wrong = await Promise.allSettled(Array.from({ length: 50 }, () => login.login(basic('ada', 'guess'), '10.0.0.7:1')));
  const codes = wrong.map((each) => (each.status === 'rejected' ? (each.reason as { readonly code: string }).code : ''));
  expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(3);
  expect(codes.filter((code) => code === 'LOGIN_TRIES')).toHaveLength(47);
});

test('every login and every refusal is written down, without what was shown', async () => {
  const login = desk();
  await login.login(basic('ada', PASSWORD), '10.0.0.7:1');
  await login.login(basic('ada', 'hush hush'), '10.0.0.7:1').catch(() => undefined);
  await login.login(basic('a password, typed as the name', ''), '10.0.0.7:1').catch(() => undefined);
  expect(lines).toEqual([
    'A user has logged in {"peer":"10.0.0.7","user":"ada","by":"basic"}',
    'A login was refused {"peer":"10.0.0.7","user":"ada","by":"basic"}',
    'A login was refused {"peer":"10.0.0.7","user":"?","by":"basic"}',
  ]);
});

test('a certificate is that of a user, or of nobody', async () => {
  expect(await desk().certified('ada')).toEqual({ name: 'ada', groups: [] });
  await expect(desk().certified('eve')).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
});
