import { createServer, connect, type Server, type Socket } from 'node:net';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlightServer } from '@arbalest/flight';
import { signTicket } from '@arbalest/plan';
import type { arbalest } from '@arbalest/proto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collect, numbers, readNumbers } from '../testing/arrow-batches.js';
import { realClock } from '../testing/test-node.js';
import { exchangeFlightHandler } from './exchange-flight.js';
import { openExchangeSource } from './exchange-source.js';
import { ExchangeStore } from './exchange-store.js';
import { FlightClients } from './flight-clients.js';

const key = new Uint8Array(32).fill(9);
const name = { job: 'j', stage: 0, task: 0, attempt: 0 };
const signal = AbortSignal.timeout(60_000);
const { schema, batch } = numbers([1, 2, 3]);

let folder: string;
let store: ExchangeStore;
let server: FlightServer;
let clients: FlightClients;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-remote-'));
  // Room for two batches in memory; the others go to the file.
  store = new ExchangeStore({ directory: join(folder, 'spill'), memoryBytes: 2 * (batch.body.byteLength + batch.metadata.byteLength) });
  server = await FlightServer.listen(
    'grpc://127.0.0.1:0',
    exchangeFlightHandler({ store, exchangeKey: key, host: 'here', clock: realClock }),
  );
  clients = new FlightClients();
});
afterEach(async () => {
  clients.close();
  await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

async function filled(batches: number): Promise<void> {
  const exchange = store.create(name, 1);
  exchange.start(schema);
  for (let at = 0; at < batches; at++) await exchange.append(0, numbers([at]).batch);
  exchange.finish();
}

function source(
  ticket: arbalest.scheduler.v1.IExchangeTicket = {},
  signedWith = key,
  port = server.port,
): arbalest.scheduler.v1.IExchangeSource {
  const bytes = signTicket({ exchange: name, expires: Date.now() + 60_000, ...ticket }, signedWith);
  return { exchange: name, executor: 'e1', address: `grpc://127.0.0.1:${port}`, host: 'here', ticket: bytes };
}

async function values(from = source(), host?: string): Promise<number[]> {
  const stream = await openExchangeSource(from, { clients, signal, ...(host === undefined ? {} : { host }) });
  return readNumbers(stream.schema, await collect(stream.batches));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test('memory and file come as one stream', async () => {
  await filled(6);
  expect(await values()).toEqual(upTo(6));
});

test('a reader on the same host reads the file itself', async () => {
  await filled(6);
  const reading = await openExchangeSource(source(), { clients, signal, host: 'here' });
  // Whoever has the file open does not mind that it is gone from its folder.
  const iterator = reading.batches[Symbol.asyncIterator]();
  const first = [await iterator.next(), await iterator.next(), await iterator.next()].map(({ value }) => value!);
  const [file] = await readdir(join(folder, 'spill'));
  await rm(join(folder, 'spill', file!));
  const rest = await collect({ [Symbol.asyncIterator]: () => iterator });
  expect(await readNumbers(reading.schema, [...first, ...rest])).toEqual(upTo(6));
});

test('a file that is out of reach comes over the socket, from where the reader stopped', async () => {
  await filled(6);
  const [file] = await readdir(join(folder, 'spill'));
  const path = join(folder, 'spill', file!);
  // The store has it open; by its path it is not there.
  await rename(path, `${path}.moved`);
  expect(await values(source(), 'here')).toEqual(upTo(6));
});

test('an output that is not there is lost, by name', async () => {
  await expect(values()).rejects.toMatchObject({ family: 'data-lost', code: 'EXCHANGE_UNKNOWN', details: { lost: ['j/0/0/0'] } });
});

test.each([
  { what: 'forged', from: () => source({}, new Uint8Array(32)), code: 'TICKET_INVALID' },
  { what: 'expired', from: () => source({ expires: 1 }), code: 'TICKET_EXPIRED' },
  { what: 'empty', from: () => ({ ...source(), ticket: new Uint8Array(0) }), code: 'TICKET_INVALID' },
])('a ticket that is $what is refused', async ({ from, code }) => {
  await filled(1);
  await expect(values(from())).rejects.toMatchObject({ family: 'user', code });
});

test('an executor that is gone makes its output lost, after some tries', async () => {
  const from = source();
  await server.close();
  await expect(values(from)).rejects.toMatchObject({ family: 'data-lost', code: 'EXCHANGE_LOST', details: { lost: ['j/0/0/0'] } });
});

test('a connection that breaks in the middle is made again, and no batch comes twice', async () => {
  const exchange = store.create(name, 1);
  exchange.start(schema);
  await exchange.append(0, numbers([0]).batch);
  await using proxy = await breakableProxy(server.port);
  const { batches } = await openExchangeSource(source({}, key, proxy.port), { clients, signal });
  const iterator = batches[Symbol.asyncIterator]();
  const first = (await iterator.next()).value!;
  proxy.breakAll();
  await exchange.append(0, numbers([1]).batch);
  exchange.finish();
  const rest = await collect({ [Symbol.asyncIterator]: () => iterator });
  expect(await readNumbers(schema, [first, ...rest])).toEqual([0, 1]);
});

test('a reader that leaves early ends the call at the server', async () => {
  const exchange = store.create(name, 1);
  exchange.start(schema);
  await exchange.append(0, batch);
  const { batches } = await openExchangeSource(source(), { clients, signal });
  for await (const _ of batches) break;
  // With a call still open this would take until the grace is over, and the test until its limit.
  await server.close({ graceMs: 20_000 });
});

test('a reader that is told to stop says why', async () => {
  store.create(name, 1).start(schema);
  const stop = new AbortController();
  const { batches } = await openExchangeSource(source(), { clients, signal: stop.signal });
  const next = batches[Symbol.asyncIterator]().next();
  stop.abort(new Error('Enough'));
  await expect(next).rejects.toThrow('Enough');
});

interface Proxy extends AsyncDisposable {
  readonly port: number;
  breakAll(): void;
}

async function breakableProxy(to: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const proxy: Server = createServer((from) => {
    const onward = connect(to, '127.0.0.1');
    for (const socket of [from, onward]) sockets.add(socket.on('error', () => undefined));
    from.pipe(onward).pipe(from);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const breakAll = (): void => sockets.forEach((socket) => socket.destroy());
  const close = (): Promise<void> => (breakAll(), new Promise((resolve) => proxy.close(() => resolve())));
  return { port: (proxy.address() as { port: number }).port, breakAll, [Symbol.asyncDispose]: close };
}
