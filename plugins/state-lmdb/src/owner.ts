import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userError } from '@arbalest/spi';

/** Who has a directory: its process, and where it listens for as long as it lives. */
interface OwnerRecord {
  readonly pid: number;
  readonly socket: string;
}

/** A record that all processes of the host see and that is changed by one at a time. */
export interface OwnerPlace {
  read(): Buffer | undefined;
  /** Writes unless somebody else has written since `before` was read. Returns whether it did. */
  replace(before: Buffer | undefined, after: Buffer): boolean;
}

const ANSWER_MS = 2_000;
/** What the path of a socket may have, with its terminating zero (sun_path of Linux is 108, of macOS 104). */
const PATH_BYTES = 104;

/** That this process alone has the directory. The system takes its sign of life, a socket, away with the process, however it ends. */
export class Owner {
  private constructor(
    private readonly server: Server,
    private readonly socket: string,
  ) {}

  /** @throws user error `STATE_IN_USE` while another process that lives has it, or this one */
  static async claim(directory: string, place: OwnerPlace): Promise<Owner> {
    const socket = socketPath(directory);
    // It listens before its record can be seen, so that whoever sees the record and finds nobody there knows that the owner is dead.
    const owner = new Owner(await listen(socket), socket);
    try {
      const record = Buffer.from(JSON.stringify({ pid: process.pid, socket } satisfies OwnerRecord));
      for (;;) {
        const before = place.read();
        await refuseLiving(directory, before);
        if (place.replace(before, record)) return owner;
      }
    } catch (error) {
      await owner.release();
      throw error;
    }
  }

  async release(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
    if (process.platform !== 'win32') rmSync(this.socket, { force: true });
  }
}

async function refuseLiving(directory: string, record: Buffer | undefined): Promise<void> {
  if (!record) return;
  const { pid, socket } = JSON.parse(record.toString()) as OwnerRecord;
  if (await answers(socket)) {
    const who = pid === process.pid ? `this process (${pid}) already` : `process ${pid}`;
    throw userError(
      'STATE_IN_USE',
      `The state in ${directory} is in use by ${who}; stop that one first, or give this one a directory of its own (plugin.lmdb.directory)`,
    );
  }
  if (process.platform !== 'win32') rmSync(socket, { force: true });
}

function socketPath(directory: string): string {
  const name = `owner-${randomBytes(6).toString('hex')}.sock`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\arbalest-${name}`;
  const beside = join(directory, name);
  return Buffer.byteLength(beside) < PATH_BYTES ? beside : join(tmpdir(), `arbalest-${name}`);
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

/** Also one that stands still: the system takes its connections. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(ANSWER_MS, () => end(true));
    socket.once('connect', () => end(true));
    // A full queue of connections is of one that lives.
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'EAGAIN' || error.code === 'EACCES'));
  });
}
