import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, resolveConfig } from './load-config.js';
import { parseSize } from './size.js';

describe('loadConfig', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arbalest-config-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const write = (value: unknown) =>
    writeFile(join(folder, 'arbalest.config.json'), typeof value === 'string' ? value : JSON.stringify(value));

  it('has documented defaults', () => {
    const config = loadConfig({ cwd: folder, environment: {} });
    expect(config).toMatchObject({
      scheduler: { host: '127.0.0.1', port: 7070, heartbeatMs: 1000 },
      executor: { scheduler: 'grpc://127.0.0.1:7070', host: '127.0.0.1', port: 0, slots: 4 },
      limits: { maxTaskAttempts: 4, abandonedMs: 60_000 },
      plugins: { load: [], allowIncompatible: [] },
      plugin: {},
      settings: {},
      files: {},
      dataDirectory: join(folder, '.arbalest'),
      log: { level: 'info', format: 'json' },
      baseDirectory: folder,
    });
    expect(config.executor.threads).toBeGreaterThan(0);
    expect(config.exchange.memory).toBe(Math.floor(config.executor.memory / 4));
    expect(Object.isFrozen(config.executor)).toBe(true);
  });

  it('reads how the process is protected', () => {
    const environment = {
      ARBALEST_SECURITY__TOKEN__FILE: 'cluster.token',
      ARBALEST_SECURITY__TLS: '{"certificate":"a.crt","key":"/a.key"}',
      ARBALEST_SECURITY__TLS__CLIENT_CERTIFICATES: 'required',
      ARBALEST_SECURITY__MAX_REQUEST: '1MiB',
    };
    expect(loadConfig({ cwd: folder, environment }).security).toEqual({
      token: { file: 'cluster.token' },
      tls: { certificate: join(folder, 'a.crt'), key: '/a.key', clientCertificates: 'required' },
      ...{ insecure: false, sessionHours: 12, loginTries: 5, maxRequest: 2 ** 20, maxStreams: 1000, handshakeMs: 10_000 },
    });
    const wrong = () => loadConfig({ cwd: folder, environment: {}, flags: { security: { token: 'hush', tls: { certificate: 'a.crt' } } } });
    expect(wrong).toThrow(/security\.token/);
    expect(wrong).toThrow(/key/);
    expect(wrong).not.toThrow(/hush/);
  });

  it('takes defaults of the caller, which all else wins over', async () => {
    const defaults = { log: { level: 'warn', format: 'pretty' } } as const;
    expect(loadConfig({ cwd: folder, environment: {}, defaults }).log).toEqual({ level: 'warn', format: 'pretty' });
    await write({ log: { level: 'debug' } });
    expect(loadConfig({ cwd: folder, environment: {}, defaults }).log).toEqual({ level: 'debug', format: 'pretty' });
  });

  it('finds the file upwards, and lets environment and flags win over it', async () => {
    await write({ scheduler: { port: 1, host: 'file' }, executor: { memory: '4GB', threads: 1 }, plugins: ['./mine'] });
    const below = join(folder, 'a', 'b');
    await mkdir(below, { recursive: true });
    const environment = { ARBALEST_SCHEDULER__PORT: '2', ARBALEST_EXECUTOR__THREADS: '2', PATH: '/bin' };
    const config = loadConfig({ cwd: below, environment, flags: { executor: { threads: 3 } } });
    expect(config.scheduler).toMatchObject({ host: 'file', port: 2 });
    expect(config.executor).toMatchObject({ threads: 3, memory: 4e9 });
    expect(config).toMatchObject({ plugins: { load: ['./mine'] }, baseDirectory: folder, file: join(folder, 'arbalest.config.json') });
  });

  it('maps variables to settings', () => {
    const environment = {
      ARBALEST_EXCHANGE__SPILL_DIRECTORY: '/spill',
      ARBALEST_DATA_DIRECTORY: 'data',
      ARBALEST_FILES__ROOTS: 'in, s3://bucket/in',
      ARBALEST_PLUGINS__LOAD: '@acme/a, ./b',
      ARBALEST_PLUGIN__STATE_ETCD__HOSTS: '["a:1","b:2"]',
      ARBALEST_LOG__LEVEL: 'warn',
      ARBALEST_SETTINGS__PLANNER__SMALL_QUERY_BYTES: '0',
      ARBALEST_EXECUTOR__MEMORY: '512MiB',
    };
    expect(loadConfig({ cwd: folder, environment })).toMatchObject({
      exchange: { spillDirectory: '/spill' },
      dataDirectory: join(folder, 'data'),
      files: { roots: [join(folder, 'in'), 's3://bucket/in'] },
      plugins: { load: ['@acme/a', './b'] },
      plugin: { 'state-etcd': { hosts: ['a:1', 'b:2'] } },
      log: { level: 'warn' },
      settings: { 'planner.small_query_bytes': '0' },
      executor: { memory: 512 * 2 ** 20 },
    });
  });

  it('reports every problem with its path and where it came from', async () => {
    await write({ scheduler: { prot: 1 }, executor: { memory: 'lots' }, colour: 'red' });
    const failed = () => loadConfig({ cwd: folder, environment: { ARBALEST_SCHEDULER__PORT: '99999', ARBALEST_LOG__LEVEL: 'loud' } });
    expect(failed).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }) as Error);
    expect(failed).toThrow(/scheduler\.prot is not a setting; did you mean port\? \(from .*arbalest\.config\.json\)/);
    expect(failed).toThrow(/executor\.memory has the wrong form/);
    expect(failed).toThrow(/colour is not a setting/);
    expect(failed).toThrow(/scheduler\.port must be <= 65535 \(from environment variable ARBALEST_SCHEDULER__PORT\)/);
    expect(failed).toThrow(/log\.level must be one of debug, info/);
  });

  it('refuses a file that is not there or not JSON', async () => {
    expect(() => loadConfig({ cwd: folder, file: 'nope.json', environment: {} })).toThrow(/nope\.json cannot be read/);
    await write('{ "a": ');
    expect(() => loadConfig({ cwd: folder, environment: {} })).toThrow(/is not JSON/);
    await write([]);
    expect(() => loadConfig({ cwd: folder, environment: {} })).toThrow(/must hold one JSON object/);
  });

  it('takes a setting named __proto__ for an unknown one', () => {
    expect(() => resolveConfig(JSON.parse('{"scheduler": {"__proto__": {"port": 1}}}') as Record<string, unknown>)).toThrow(
      /scheduler\.__proto__ is not a setting/,
    );
  });
});

describe('parseSize', () => {
  it.each([
    ['4GB', 4e9],
    ['4GiB', 4 * 2 ** 30],
    [' 1.5 k', 1500],
    ['512', 512],
    [7, 7],
  ])('reads %j', (text, bytes) => expect(parseSize(text)).toBe(bytes));
  it.each(['', 'GB', '-1', 'four', '4XB'])('refuses %j', (text) => expect(parseSize(text)).toBeUndefined());
});
