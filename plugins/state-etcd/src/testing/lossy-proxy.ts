import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a member, and loses what the test wants lost; connections stay open. */
export interface LossyProxy extends AsyncDisposable {
  readonly url: string;
  /** `answers`: requests arrive, answers do not. `all`: neither does. */
  lose(what: 'nothing' | 'answers' | 'all'): void;
}

export async function lossyProxy(target: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let losing: 'nothing' | 'answers' | 'all' = 'nothing';
  const server = createServer((client) => {
    const member = connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, member],
      [member, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (data) => void (losing === 'all' || member.write(data)));
    member.on('data', (data) => void (losing !== 'nothing' || client.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    // What was lost of a connection leaves it in pieces.
    lose(what) {
      losing = what;
      if (what === 'nothing') for (const socket of sockets) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
