import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ArrowEncoder,
  decodeSchema,
  decodeTable,
  FlightClient,
  type FlightFrame,
  isFlightError,
  messageKind,
  type ReceivedFrame,
} from '../index.js';
import { makeCertificates } from './certificates.js';
import { pyarrowEnvironment } from './pyarrow-environment.js';
import { PyarrowServer } from './pyarrow-peer.js';
import { NUMBERS, numbers, text } from './store-handler.js';

const environment = await pyarrowEnvironment();
const python = 'python' in environment ? environment.python : '';

describe.skipIf(python === '')("our client against pyarrow's server", () => {
  let server: PyarrowServer;
  let client: FlightClient;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arbalest-flight-'));
    await makeCertificates(folder);
    server = await PyarrowServer.start(python, 'grpc://127.0.0.1:0');
    client = new FlightClient(`grpc://127.0.0.1:${server.port}`);
  });

  afterAll(async () => {
    client.close();
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(['flat', 'decimals', 'nested', 'unions', 'dictionary', 'empty-batches', 'no-batches', 'views', 'big'])(
    'reads %s and writes it back unchanged',
    { timeout: 60_000 },
    async (name) => {
      const frames = await collect(client.doGet(Buffer.from(name)));
      await put(client, `copy-of-${name}`, frames);
      expect(await act(client, 'equal', `${name} copy-of-${name}`)).toEqual(['yes']);
    },
  );

  test('decodes nested and dictionary columns to their values', async () => {
    const dictionary = await decodeTable(client.doGet(Buffer.from('dictionary')));
    expect(dictionary.getChild('d')?.toJSON()).toEqual(['a', 'b', 'a', null, 'c', 'a', 'c', null]);
    const nested = await decodeTable(client.doGet(Buffer.from('nested')));
    expect(nested.getChild('struct')?.toArray().map(String)).toEqual(['{"x": 1, "y": "a"}', 'null', '{"x": null, "y": "c"}']);
    const deltas = await decodeTable(client.doGet(Buffer.from('deltas')));
    expect(deltas.getChild('d')?.toJSON()).toEqual(['a', 'b', 'c', 'a']);
  });

  test('keeps the rows of batches without columns', async () => {
    const table = await decodeTable(client.doGet(Buffer.from('no-columns')));
    expect([table.numRows, table.numCols]).toEqual([7, 0]);
  });

  test('reads and writes application metadata', async () => {
    const frames = await collect(client.doGet(Buffer.from('app-metadata')));
    expect(frames.flatMap(({ appMetadata }) => (appMetadata ? [text(appMetadata)] : []))).toEqual(['m0', 'm1', 'm2']);
    const answers = await put(client, 'noted', withNote(numbersFrames([[1, 2], [3]]), 'note'));
    expect(answers).toEqual(['2 note', '1 note']);
  });

  test('exchanges batches, both ways at once', async () => {
    const frames = numbersFrames([[1], [2, 3], []]);
    const first: FlightFrame = { ...frames[0], descriptor: { type: 'command', command: Buffer.from('tag') } };
    const answers = await collect(client.doExchange([first, ...frames.slice(1)]));
    const table = await decodeTable(answers);
    expect(table.getChild('n')?.toJSON()).toEqual([1n, 2n, 3n]);
    expect(answers.slice(1).map(({ appMetadata }) => text(appMetadata ?? new Uint8Array(0)))).toEqual(['tag', 'tag', 'tag']);
  });

  test('lists and describes flights', async () => {
    const [info] = await collect(client.listFlights(Buffer.from('fla')));
    const same = await client.getFlightInfo({ type: 'path', path: ['flat'] });
    expect(same).toEqual(info);
    expect(same).toMatchObject({ descriptor: { type: 'path', path: ['flat'] }, totalRecords: 3, ordered: false });
    expect(same.endpoints).toMatchObject([{ locations: ['grpc://elsewhere:1'] }]);
    expect(text(same.endpoints[0]?.ticket ?? new Uint8Array(0))).toBe('flat');
    const schema = await client.getSchema({ type: 'path', path: ['flat'] });
    expect(schema).toEqual(same.schema);
    expect(decodeSchema(schema).names).toContain('stamp');
  });

  test('lists and runs actions', async () => {
    expect(await collect(client.listActions())).toEqual([
      { type: 'echo', description: 'Returns what it is given' },
      { type: 'sleep', description: '' },
    ]);
    expect(await act(client, 'echo', 'body')).toEqual(['body', '']);
  });

  test.each([
    ['not-found', 'NOT_FOUND'],
    ['unauthenticated', 'UNAUTHENTICATED'],
    ['unauthorized', 'PERMISSION_DENIED'],
    ['unavailable', 'UNAVAILABLE'],
    ['internal', 'INTERNAL'],
    ['cancelled-error', 'CANCELLED'],
    ['timed-out', 'DEADLINE_EXCEEDED'],
    ['invalid', 'INVALID_ARGUMENT'],
    ['not-implemented', 'UNIMPLEMENTED'],
  ])('an error %s is the status %s', async (kind, status) => {
    const error: unknown = await act(client, kind).catch((thrown: unknown) => thrown);
    expect(isFlightError(error)).toBe(true);
    expect(error).toMatchObject({ status, message: expect.stringContaining(`The error ${kind}`) as string });
  });

  test('a refused upload says why', async () => {
    await expect(put(client, 'refused', numbersFrames([[1]]))).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  });

  test('a deadline ends a call', async () => {
    const call = client.doAction({ type: 'sleep', body: Buffer.from('2') }, { timeoutMs: 100 });
    await expect(call.next()).rejects.toMatchObject({ status: 'DEADLINE_EXCEEDED' });
  });

  test('leaving the loop cancels the call, and the server notices', async () => {
    for await (const frame of client.doGet(Buffer.from('slow'))) if (frame.body?.byteLength) break;
    for (let tries = 0; (await act(client, 'cancelled'))[0] === '0'; tries++) {
      expect(tries).toBeLessThan(500);
      await sleep(20);
    }
  });

  test('an abort signal ends a call with its reason', async () => {
    const abort = new AbortController();
    const call = client.doGet(Buffer.from('slow'), { signal: abort.signal });
    await call.next();
    abort.abort(new Error('Enough'));
    await expect(collect(call)).rejects.toMatchObject({ status: 'CANCELLED', message: expect.stringContaining('Enough') as string });
  });

  test('sends and receives headers', async () => {
    const call = client.doAction({ type: 'headers' }, { headers: { 'x-one': '1', 'x-two-bin': Uint8Array.of(0, 255) } });
    const [body] = await collect(call);
    expect(JSON.parse(text(body as Uint8Array))).toMatchObject({ 'x-one': ['1'], 'x-two-bin': ['00ff'] });
    expect((await call.headers).get('x-answer')).toEqual(['from pyarrow']);
    expect((await call.headers).get('x-answer-bin')).toEqual([Buffer.of(0, 1, 2)]);
  });

  test('shakes hands', async () => {
    await using guarded = await PyarrowServer.start(python, 'grpc://127.0.0.1:0', '--auth');
    const other = new FlightClient(`grpc://127.0.0.1:${guarded.port}`);
    const [token] = await collect(other.handshake([{ payload: Buffer.from('ann') }]));
    expect(text(token?.payload as Uint8Array)).toBe('token of ann');
    const call = other.doAction({ type: 'identity' }, { headers: { 'auth-token-bin': token?.payload as Uint8Array } });
    expect((await collect(call)).map(text)).toEqual(['ann']);
    await expect(collect(other.listActions())).rejects.toMatchObject({ status: 'UNAUTHENTICATED' });
    other.close();
  });

  test('connects over a Unix socket', async () => {
    const location = `grpc+unix://${folder}/socket`;
    await using local = await PyarrowServer.start(python, location);
    const other = new FlightClient(location);
    expect(local.process.exitCode).toBeNull();
    expect(await act(other, 'echo', 'x')).toEqual(['x', '']);
    other.close();
  });

  test('connects over TLS, with and without a certificate of its own', async () => {
    const pem = (name: string): Promise<Buffer> => readFile(join(folder, name));
    const authorities = await pem('authority.crt');
    const own = { certificate: await pem('client.crt'), privateKey: await pem('client.key') };
    for (const [tls, ...options] of [[{ authorities }], [{ authorities, ...own }, '--mutual']] as const) {
      await using secure = await PyarrowServer.start(python, 'grpc+tls://localhost:0', `--tls=${folder}`, ...options);
      const other = new FlightClient(`grpc+tls://localhost:${secure.port}`, { tls });
      expect(await act(other, 'echo', 'x')).toEqual(['x', '']);
      other.close();
    }
  });

  test('a server that dies is UNAVAILABLE', async () => {
    await using mortal = await PyarrowServer.start(python, 'grpc://127.0.0.1:0');
    const other = new FlightClient(`grpc://127.0.0.1:${mortal.port}`);
    const call = other.doGet(Buffer.from('slow'));
    await call.next();
    const exited = once(mortal.process, 'exit');
    mortal.process.kill('SIGKILL');
    await exited;
    await expect(collect(call)).rejects.toMatchObject({ status: 'UNAVAILABLE' });
    other.close();
  });
});

async function collect<T>(answers: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

async function act(client: FlightClient, type: string, body = ''): Promise<string[]> {
  return (await collect(client.doAction({ type, body: Buffer.from(body) }))).map(text);
}

async function put(client: FlightClient, name: string, frames: readonly (FlightFrame | ReceivedFrame)[]): Promise<string[]> {
  const first: FlightFrame = { ...frames[0], descriptor: { type: 'path', path: [name] } };
  return (await collect(client.doPut([first, ...frames.slice(1)]))).map(text);
}

function numbersFrames(batches: readonly number[][]): FlightFrame[] {
  const encoder = new ArrowEncoder(NUMBERS);
  return [encoder.schema, ...batches.flatMap((values) => encoder.encode(numbers(values)))];
}

function withNote(frames: readonly FlightFrame[], note: string): FlightFrame[] {
  const isBatch = ({ metadata }: FlightFrame): boolean => metadata !== undefined && messageKind(metadata) === 'batch';
  return frames.map((frame) => (isBatch(frame) ? { ...frame, appMetadata: Buffer.from(note) } : frame));
}
