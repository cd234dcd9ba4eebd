import { afterEach, expect, test } from 'vitest';
import { resolveConfig, createKernel } from '@arbalest/kernel';
import { ProcessSecurity } from '../security/process-security.js';
import { httpGuard } from './http-guard.js';
import { type HttpListener, listenHttp } from './http-listener.js';

const ROUTES = {
  '/open': { guarded: false, answer: () => ({ status: 200, type: 'text/plain', body: 'open' }) },
  '/guarded': { guarded: true, answer: () => ({ status: 200, type: 'text/plain', body: 'guarded' }) },
  '/broken': { guarded: false, answer: () => Promise.reject(new Error('a secret')) },
};
const SECRET = 'the-secret-of-the-cluster';

const listeners: HttpListener[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.stop();
});

/** As a process has it that was configured so. */
async function securityOf(section: object, made?: string): Promise<ProcessSecurity> {
  const config = resolveConfig({ security: section, log: { level: 'silent' } });
  const security = new ProcessSecurity(config, made === undefined ? {} : { always: made });
  await using kernel = await createKernel({ config, role: 'scheduler', provide: security.offer });
  await security.open(kernel);
  return security;
}

async function listen(made?: string, port = 0): Promise<HttpListener> {
  const place = { host: '127.0.0.1', port };
  const listener = await listenHttp(place, ROUTES, httpGuard(place.host, await securityOf({}, made)));
  listeners.push(listener);
  return listener;
}

test('paths are answered; what is not there, is not a GET or fails is refused without saying more', async () => {
  const { url } = await listen();
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    return `${response.status} ${await response.text()}`;
  };
  expect(await ask('/open?probe=1')).toBe('200 open');
  expect(await ask('/guarded')).toBe('200 guarded');
  expect(await ask('/open', { method: 'HEAD' })).toBe('200 ');
  expect(await ask('/open', { method: 'POST', body: 'x' })).toMatch(/^405 /);
  expect(await ask('/etc/passwd')).toMatch(/^404 There is \/open/);
  expect(await ask('/constructor')).toMatch(/^404 /);
  expect(await ask('/broken')).toBe('500 The answer could not be made; the log says why\n');
});

test('with a token, guarded paths want it and open ones do not', async () => {
  const { url } = await listen(SECRET);
  const status = async (path: string, authorization?: string) =>
    (await fetch(url + path, authorization === undefined ? {} : { headers: { authorization } })).status;
  expect(await status('/open')).toBe(200);
  expect(await status('/guarded')).toBe(401);
  expect(await status('/guarded', 'Bearer wrong')).toBe(401);
  expect(await status('/guarded', `Basic ${SECRET}`)).toBe(401);
  expect(await status('/guarded', `Bearer ${SECRET}`)).toBe(200);
});

test('beyond loopback nothing is served unprotected, unless told so', async () => {
  const open = await securityOf({});
  expect(() => httpGuard('0.0.0.0', open)).toThrow(expect.objectContaining({ code: 'LISTENER_OPEN' }));
  expect(() => httpGuard('127.0.0.1', open)).not.toThrow();
  const [withToken, insecure] = [await securityOf({}, SECRET), await securityOf({ insecure: true })];
  for (const security of [withToken, insecure]) expect(() => httpGuard('0.0.0.0', security)).not.toThrow();
});

test('a port that is taken is named, with the way out', async () => {
  const { url } = await listen();
  await expect(listen(undefined, Number(new URL(url).port))).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringContaining('--http') as string,
  });
});
