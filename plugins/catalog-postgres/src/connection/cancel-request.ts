import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

/** https://www.postgresql.org/docs/current/protocol-message-formats.html: CancelRequest, SSLRequest. */
const CANCEL_CODE = 80_877_102;
const TLS_CODE = 80_877_103;
const DEADLINE_MS = 5_000;

export interface CancelTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: false | ConnectionOptions;
  readonly processId: number;
  readonly secretKey: number;
}

/**
 * Asks the server to end what a connection is doing. It never says whether it did. Never rejects: where it cannot be asked, the end of the connection tells it.
 */
export async function requestCancel({ host, port, tls, processId, secretKey }: CancelTarget): Promise<void> {
  const socket = host.startsWith('/') ? connectTcp(`${host}/.s.PGSQL.${port}`) : connectTcp(port, host);
  const timer = setTimeout(() => socket.destroy(), DEADLINE_MS);
  try {
    await event(socket, 'connect');
    const channel = tls === false ? socket : await secured(socket, host, tls);
    channel.end(packet(CANCEL_CODE, processId, secretKey));
    channel.resume();
    await event(channel, 'close');
  } catch {
    // The server is gone, or hears nobody: its end of the connection will break.
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function secured(socket: Socket, host: string, tls: ConnectionOptions): Promise<Socket> {
  socket.write(packet(TLS_CODE));
  await event(socket, 'readable');
  if ((socket.read(1) as Buffer | null)?.toString() !== 'S') throw new Error('The server does not speak TLS');
  const channel = connectTls({ ...tls, socket, host, ...(/^[\d.:]+$/.test(host) ? {} : { servername: host }) });
  await event(channel, 'secureConnect');
  return channel;
}

function packet(...words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * words.length);
  bytes.writeInt32BE(bytes.length, 0);
  words.forEach((word, i) => bytes.writeInt32BE(word | 0, 4 + 4 * i));
  return bytes;
}

/** Rejects when the socket fails or closes before. */
function event(socket: Socket, name: 'connect' | 'readable' | 'secureConnect' | 'close'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(name, () => resolve());
    socket.once('error', reject);
    if (name !== 'close') socket.once('close', () => reject(new Error('The connection was closed')));
  });
}
