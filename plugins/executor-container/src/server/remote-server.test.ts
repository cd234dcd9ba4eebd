import { expect, test } from 'vitest';
import { silentLog } from '@arbalest/spi';
import { FlightServer } from '@arbalest/flight';
import { configWith } from '../testing/pool-options.js';
import { createPool } from './create-pool.js';
import { checkAddress } from './remote-server.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

test.each([
  ['grpc://127.0.0.1:8815', LOOPBACK],
  ['grpc://LocalHost:1', LOOPBACK],
  ['grpc+tcp://[::1]:8815', LOOPBACK],
  ['grpc+tls://models.acme:443', ['models.acme:443']],
])('%s may be called where %j are allowed', (address, allow) => {
  expect(() => checkAddress(address, allow)).not.toThrow();
});

test.each([
  ['grpc://models.acme:8815', LOOPBACK],
  ['grpc://models.acme:444', ['models.acme:443']],
  ['grpc://127.1:8815', LOOPBACK],
  ['grpc://0x7f000001:8815', LOOPBACK],
  ['grpc://localhost.evil.example:8815', LOOPBACK],
  ['grpc://127.0.0.1@evil.example:8815', LOOPBACK],
  ['grpc+unix:///var/run/docker.sock', LOOPBACK],
  ['http://127.0.0.1:8815', LOOPBACK],
  ['grpc://127.0.0.1', LOOPBACK],
])('%s may not', (address, allow) => {
  expect(() => checkAddress(address, allow)).toThrow(expect.objectContaining({ family: 'user', code: 'ADDRESS_NOT_ALLOWED' }));
});

test('an address is connected to once for each user; it is gone when the pool closes', async () => {
  const { server, address } = await describingServer();
  await using _ = server;
  const pool = createPool(configWith(), { log: silentLog, cpus: 1 });
  const acquire = (user: string) =>
    pool.acquire({ source: { kind: 'address', address }, requests: {}, user, signal: AbortSignal.timeout(10_000) });
  const [first, second, other] = await Promise.all([acquire('ada'), acquire('ada'), acquire('bob')]);
  expect(first.server).toBe(second.server);
  expect(other.server).not.toBe(first.server);
  expect(first.server.sharedMemory).toBeUndefined();
  expect(first.server.description.runtime).toBe('elsewhere 1');
  [first, second, other].forEach((lease) => lease.release());
  await pool[Symbol.asyncDispose]();
  expect(first.server.gone.aborted).toBe(true);
});

test('an address where nobody is gives a transient error within the time for starts', async () => {
  const { server, address } = await describingServer();
  await server[Symbol.asyncDispose]();
  await using pool = createPool(configWith({ timeouts: { startMs: 500 } }), { log: silentLog, cpus: 1 });
  await expect(
    pool.acquire({ source: { kind: 'address', address }, requests: {}, user: '', signal: AbortSignal.timeout(10_000) }),
  ).rejects.toMatchObject({ family: 'transient', code: 'ENGINE_UNREACHABLE' });
});

async function describingServer() {
  const description = {
    protocol: 1,
    runtime: { name: 'elsewhere', version: '1', language: 'rust' },
    transports: ['socket'],
    functions: [],
  };
  const server = await FlightServer.listen('grpc://127.0.0.1:0', {
    doAction: () => [Buffer.from(JSON.stringify(description))],
  });
  return { server, address: server.location };
}
