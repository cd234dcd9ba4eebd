import { createServer, type Server } from 'node:net';

/** Listens on a port of all addresses, or at a path, and counts who comes. */
export async function countingServer(path?: string): Promise<AsyncDisposable & { readonly port: number; connections(): number }> {
  let count = 0;
  const server: Server = createServer((socket) => {
    count++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => (path === undefined ? server.listen(0, resolve) : server.listen(path, resolve)));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    connections: () => count,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
