import { Client, credentials, Metadata, Server, ServerCredentials } from '@grpc/grpc-js';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server as TcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addFlightService,
  decodeTable,
  encodeTable,
  flightChannelOptions,
  FlightClient,
  FlightError,
  type FlightFrame,
  FlightServer,
} from './index.js';
import { makeCertificates } from './interop/certificates.js';
import { StoreHandler, text } from './interop/store-handler.js';
import { tableFromArrays } from 'apache-arrow';

describe('a client and a server', () => {
  let server: FlightServer;
  let client: FlightClient;
  let store: StoreHandler;

  beforeEach(async () => {
    store = new StoreHandler();
    server = await FlightServer.listen('grpc://127.0.0.1:0', store);
    client = new FlightClient(server.location);
  });

  afterEach(async () => {
    client.close();
    await server.close();
  });

  test('upload and read a table', async () => {
    const table = tableFromArrays({ n: Int32Array.of(1, 2, 3), name: ['a', 'b', 'a'] });
    expect(await put('t', [...encodeTable(table)])).toEqual(['3']);
    const got = await decodeTable(client.doGet(Buffer.from('t')));
    expect(got.toArray().map(String)).toEqual(table.toArray().map(String));
  });

  test('a body arrives on a 64-byte boundary, as a view and not as a copy', async () => {
    const table = tableFromArrays({ n: new Float64Array(100_000) });
    await put('t', [...encodeTable(table)]);
    for await (const { body } of client.doGet(Buffer.from('t'))) {
      if (!body?.byteLength) continue;
      expect(body.byteOffset % 64).toBe(0);
      expect(body.buffer.byteLength).toBeGreaterThan(body.byteLength);
    }
  });

  test('poll for a flight', async () => {
    await put('t', [...encodeTable(tableFromArrays({ n: Int32Array.of(1) }))]);
    const poll = await client.pollFlightInfo({ type: 'path', path: ['t'] });
    expect(poll).toMatchObject({
      progress: 0.5,
      descriptor: { type: 'path', path: ['t'] },
      expirationTime: new Date(1_700_000_000_250),
      info: { totalRecords: 1, totalBytes: -1, ordered: true },
    });
    expect(await client.getSchema({ type: 'path', path: ['t'] })).toEqual(poll.info?.schema);
  });

  test('shake hands and use the token', async () => {
    const call = client.handshake([{ payload: Buffer.from('ann') }], { headers: { authorization: 'Basic YQ==' } });
    expect((await collect(call)).map(({ payload }) => text(payload))).toEqual(['token of ann']);
    expect((await call.headers).get('authorization')).toEqual(['Bearer YQ==']);
  });

  test('exchange frames while both sides stay open', async () => {
    const sent = new PushSource<FlightFrame>();
    const call = client.doExchange(sent);
    sent.push({ descriptor: { type: 'command', command: Buffer.from('tag') } });
    for (const note of ['one', 'two']) {
      sent.push({ appMetadata: Buffer.from(note) });
      const { value } = await call.next();
      expect(text(value?.appMetadata ?? new Uint8Array(0))).toBe(`tag ${note}`);
    }
    sent.end();
    expect((await call.next()).done).toBe(true);
  });

  test('an error before the first answer has the status, the text and the details', async () => {
    const metadata = new Metadata();
    metadata.set('detail-bin', Buffer.of(1, 2));
    const getFlightInfo = (): never => {
      throw new FlightError('ALREADY_EXISTS', 'There is one – ž', { metadata });
    };
    await using refusing = await FlightServer.listen('grpc://127.0.0.1:0', { getFlightInfo });
    const other = new FlightClient(refusing.location);
    const error: unknown = await other.getFlightInfo({ type: 'path', path: ['x'] }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 'ALREADY_EXISTS', message: 'There is one – ž' });
    expect((error as FlightError).metadata.get('detail-bin')).toEqual([Buffer.of(1, 2)]);
    other.close();
  });

  test('an error in mid-stream comes after what was sent before it', async () => {
    const call = client.doGet(Buffer.from('breaks'));
    expect((await call.next()).done).toBe(false);
    expect((await call.next()).done).toBe(false);
    await expect(call.next()).rejects.toMatchObject({ status: 'INTERNAL', message: 'Broken after one batch' });
    expect((await call.next()).done).toBe(true);
  });

  test('a method that the handler lacks is UNIMPLEMENTED', async () => {
    await using bare = await FlightServer.listen('grpc://127.0.0.1:0', {});
    const other = new FlightClient(bare.location);
    const ticket = new Uint8Array(0);
    const descriptor = { type: 'path', path: ['x'] } as const;
    await expect(other.getSchema(descriptor)).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
    for (const call of [other.doGet(ticket), other.doPut([{ descriptor }]), other.doExchange([{ descriptor }]), other.listActions()]) {
      await expect(call.next()).rejects.toMatchObject({
        status: 'UNIMPLEMENTED',
        message: expect.stringContaining('does not implement') as string,
      });
    }
    other.close();
  });

  test('an error of the upload ends the call on both sides', async () => {
    const frames = function* (): Generator<FlightFrame> {
      yield { descriptor: { type: 'path', path: ['x'] } };
      throw new Error('The source broke');
    };
    await expect(collect(client.doPut(frames()))).rejects.toThrow('The source broke');
    expect(store.frames.has('x')).toBe(false);
  });

  test('an upload that the server refuses ends, however much is left to send', async () => {
    const chunk = new Uint8Array(1 << 20);
    const frames = function* (): Generator<FlightFrame> {
      yield { descriptor: { type: 'path', path: ['refused'] } };
      for (;;) yield { appMetadata: Buffer.from('x'), body: chunk };
    };
    await expect(collect(client.doPut(frames()))).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  });

  test('cancelling reaches a handler that waits', async () => {
    const call = client.doGet(Buffer.from('stuck'));
    await call.next();
    const next = call.next();
    call.cancel();
    await expect(next).rejects.toMatchObject({ status: 'CANCELLED' });
    await expect.poll(() => store.events).toContain('stuck ended early');
  });

  test('a call that is cancelled as soon as it is made ends at the server too', async () => {
    let running = 0;
    let begun = 0;
    await using counting = await FlightServer.listen('grpc://127.0.0.1:0', {
      async *doGet(_ticket, { signal }) {
        running += 1;
        begun += 1;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        running -= 1;
        yield* [];
      },
    });
    await using other = new FlightClient(`grpc://127.0.0.1:${counting.port}`);
    await other.waitForReady(5000);
    const calls = Array.from({ length: 5 }, () => other.doGet(Buffer.from('stuck')));
    for (const call of calls) call.cancel();
    for (const call of calls) await expect(call.next()).rejects.toMatchObject({ status: 'CANCELLED' });
    await expect.poll(() => [begun > 0, running]).toEqual([true, 0]);
  });

  test('a signal that has aborted already keeps a call from being made', async () => {
    const signal = AbortSignal.abort(new Error('Too late'));
    await expect(client.getFlightInfo({ type: 'path', path: ['x'] }, { signal })).rejects.toMatchObject({ status: 'CANCELLED' });
    await expect(client.doGet(Buffer.from('stuck'), { signal }).next()).rejects.toThrow('Too late');
  });

  test('a deadline reaches a handler that waits', async () => {
    const call = client.doGet(Buffer.from('stuck'), { timeoutMs: 150 });
    await expect(collect(call)).rejects.toMatchObject({ status: 'DEADLINE_EXCEEDED' });
    await expect.poll(() => store.events).toContain('stuck ended early');
  });

  test('a server that closes tells its clients to go elsewhere', async () => {
    const call = client.doGet(Buffer.from('stuck'));
    await call.next();
    const rest = collect(call).catch((thrown: unknown) => thrown);
    await server.close();
    expect(await rest).toMatchObject({ status: 'UNAVAILABLE' });
    expect(store.events).toContain('stuck ended early');
  });

  test('nobody there is UNAVAILABLE', async () => {
    await server.close();
    await expect(client.getFlightInfo({ type: 'path', path: ['x'] })).rejects.toMatchObject({ status: 'UNAVAILABLE' });
  });

  async function put(name: string, frames: readonly FlightFrame[]): Promise<string[]> {
    const first: FlightFrame = { ...frames[0], descriptor: { type: 'path', path: [name] } };
    return (await collect(client.doPut([first, ...frames.slice(1)]))).map(text);
  }
});

describe('a connection', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'arbalest-flight-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('may be a Unix socket, which is gone when the server is', async () => {
    const location = `grpc+unix://${folder}/socket`;
    const server = await FlightServer.listen(location, new StoreHandler());
    const client = new FlightClient(location);
    expect(await collect(client.doAction({ type: 'echo' }))).toHaveLength(2);
    client.close();
    await server.close();
    await expect(stat(`${folder}/socket`)).rejects.toThrow('ENOENT');
  });

  test('may be TLS, where the server knows the client by its certificate', async () => {
    await makeCertificates(folder);
    const pem = (name: string): Promise<Buffer> => readFile(join(folder, name));
    const authority = await pem('authority.crt');
    const tls = { certificate: await pem('server.crt'), privateKey: await pem('server.key'), clientAuthorities: authority };
    await using server = await FlightServer.listen('grpc+tls://localhost:0', new StoreHandler(), { tls });
    const own = { certificate: await pem('client.crt'), privateKey: await pem('client.key') };
    const known = new FlightClient(server.location, { tls: { authorities: authority, ...own } });
    expect((await collect(known.doAction({ type: 'certificate' }))).map(text)).toEqual(['ann']);
    known.close();
    const unknown = new FlightClient(server.location, { tls: { authorities: authority }, timeoutMs: 5000 });
    await expect(collect(unknown.doAction({ type: 'certificate' }))).rejects.toMatchObject({ status: 'UNAVAILABLE' });
    unknown.close();
  });

  test('to a peer that has stopped to answer is given up after a ping', async () => {
    await using server = await FlightServer.listen('grpc://127.0.0.1:0', new StoreHandler());
    const relay = new FreezableRelay(server.port);
    const client = new FlightClient(`grpc://127.0.0.1:${await relay.listen()}`, { keepaliveMs: 200 });
    const call = client.doGet(Buffer.from('endless'));
    await call.next();
    relay.freeze();
    await expect(collect(call)).rejects.toMatchObject({ status: 'UNAVAILABLE' });
    client.close();
    await relay.close();
  });

  test('may be one that is there already, on a server with other services', async () => {
    const server = new Server(flightChannelOptions);
    addFlightService(server, new StoreHandler());
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, taken) => (error ? reject(error) : resolve(taken)));
    });
    const channel = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), flightChannelOptions).getChannel();
    const client = new FlightClient(channel);
    expect(await collect(client.doAction({ type: 'echo' }))).toHaveLength(2);
    client.close();
    server.forceShutdown();
  });

  test('is refused where the address is taken, with the address in the error', async () => {
    await using server = await FlightServer.listen('grpc://127.0.0.1:0', {});
    await expect(FlightServer.listen(server.location, {})).rejects.toThrow(`cannot listen on 127.0.0.1:${server.port}`);
  });
});

/** Passes bytes on in both directions until it is frozen; then it keeps its connections and says nothing more. */
class FreezableRelay {
  readonly #sockets = new Set<Socket>();
  readonly #server: TcpServer;

  constructor(port: number) {
    this.#server = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) this.#sockets.add(socket.on('error', () => undefined));
      near.pipe(far).pipe(near);
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  freeze(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** Frames that are pushed one by one. */
class PushSource<T> implements AsyncIterable<T> {
  readonly #stream = new TransformStream<T, T>();
  readonly #writer = this.#stream.writable.getWriter();

  push(value: T): void {
    void this.#writer.write(value);
  }

  end(): void {
    void this.#writer.close();
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return this.#stream.readable[Symbol.asyncIterator]();
  }
}

async function collect<T>(answers: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}
