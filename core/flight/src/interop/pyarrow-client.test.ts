import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { FlightServer } from '../index.js';
import { makeCertificates } from './certificates.js';
import { pyarrowEnvironment } from './pyarrow-environment.js';
import { pyarrowChecks } from './pyarrow-peer.js';
import { StoreHandler } from './store-handler.js';

const environment = await pyarrowEnvironment();
const python = 'python' in environment ? environment.python : '';

describe.skipIf(python === '')("pyarrow's client against our server", () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arbalest-flight-'));
    await makeCertificates(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    'round_trip',
    'through_apache_arrow',
    'no_columns',
    'deltas',
    'exchange',
    'infos',
    'actions',
    'errors',
    'deadline',
    'cancel',
    'headers',
    'handshake',
    'basic_token',
  ])('%s', { timeout: 120_000 }, async (testCase) => {
    const server = await FlightServer.listen('grpc://127.0.0.1:0', new StoreHandler());
    try {
      await pyarrowChecks(python, server.location, testCase);
    } finally {
      await server.close();
    }
  });

  test('over a Unix socket', { timeout: 60_000 }, async () => {
    const server = await FlightServer.listen(`grpc+unix://${folder}/socket`, new StoreHandler());
    try {
      await pyarrowChecks(python, server.location, 'exchange');
    } finally {
      await server.close();
    }
  });

  test('over TLS, with and without a certificate of the client', { timeout: 60_000 }, async () => {
    const pem = (name: string): Promise<Buffer> => readFile(join(folder, name));
    const tls = { certificate: await pem('server.crt'), privateKey: await pem('server.key') };
    const plain = await FlightServer.listen('grpc+tls://localhost:0', new StoreHandler(), { tls });
    const clientAuthorities = await pem('authority.crt');
    const mutual = await FlightServer.listen('grpc+tls://localhost:0', new StoreHandler(), { tls: { ...tls, clientAuthorities } });
    try {
      await pyarrowChecks(python, plain.location, 'actions', `--tls=${folder}`);
      await pyarrowChecks(python, mutual.location, 'actions', `--tls=${folder}`, '--mutual');
    } finally {
      await Promise.all([plain.close(), mutual.close()]);
    }
  });
});
