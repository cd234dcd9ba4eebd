import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { FlightClient } from './flight-client.js';
import { FlightServer } from './flight-server.js';

/** What stands between a client and a server. While it is silent it takes connections, and answers as little as a host that is gone. */
async function way(to: number): Promise<{ readonly location: string; readonly silence: () => void; readonly speak: () => void }> {
  const sockets = new Set<Socket>();
  let silent = false;
  const closeAll = (): void => sockets.forEach((socket) => socket.destroy());
  const server = createServer((near) => {
    sockets.add(near.on('error', () => undefined));
    if (silent) return;
    const far = connect(to, '127.0.0.1').on('error', () => undefined);
    sockets.add(far);
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => (closeAll(), void server.close()));
  const say = (nothing: boolean) => () => {
    silent = nothing;
    closeAll();
  };
  return { location: `grpc://127.0.0.1:${(server.address() as AddressInfo).port}`, silence: say(true), speak: say(false) };
}

test('calls fail that wait for a connection for too long, and later ones find a new one', { timeout: 60_000 }, async () => {
  const body = Buffer.from('here');
  const server = await FlightServer.listen('grpc+tcp://127.0.0.1:0', {
    async *doAction() {
      yield body;
    },
  });
  onTestFinished(() => server.close());
  const { location, silence, speak } = await way(Number(new URL(server.location.replace('grpc+tcp', 'http')).port));
  const client = new FlightClient(location, { keepaliveMs: 500 });
  onTestFinished(() => client.close());
  const ask = async () => {
    for await (const answer of client.doAction({ type: 'ask', body: new Uint8Array(0) })) return Buffer.from(answer).toString();
  };
  expect(await ask()).toBe('here');
  for (const _ of [1, 2]) {
    silence();
    await expect(ask()).rejects.toMatchObject({ status: 'UNAVAILABLE' });
    await expect(ask()).rejects.toMatchObject({ status: 'UNAVAILABLE' });
    speak();
    await expect.poll(() => ask().catch(String), { timeout: 20_000 }).toBe('here');
  }
});
