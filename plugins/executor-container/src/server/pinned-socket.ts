import { close, constants, fstat, open } from 'node:fs';
import { promisify } from 'node:util';

/** From Linux's fcntl.h (asm-generic); Node has no name for it. Opens a place in the file system, not what is behind it: a FIFO does not block, a device is not touched. */
const O_PATH = 0o10000000;

const [openFile, statFile, closeFile] = [promisify(open), promisify(fstat), promisify(close)];

/**
 * A Unix socket in a folder that somebody else may write to, held so that it stays the one that was looked at: connecting goes to `location`, through the descriptor, whatever
 * happens at the path in the meantime.
 */
export interface PinnedSocket {
  /** For `FlightClient`. */
  readonly location: string;
  /** After the last connection was made. Idempotent. */
  close(): Promise<void>;
}

/** @returns `undefined` when there is nothing yet, or what is there is no socket: a link, a FIFO, a folder, a file. */
export async function pinSocket(path: string): Promise<PinnedSocket | undefined> {
  const descriptor = await openPath(path);
  if (descriptor === undefined) return undefined;
  let closed: Promise<void> | undefined;
  const pinned: PinnedSocket = {
    location: `grpc+unix:///proc/self/fd/${descriptor}`,
    close: () => (closed ??= closeFile(descriptor)),
  };
  // Of a link that O_NOFOLLOW met, O_PATH gives the link itself; the type tells.
  if ((await statFile(descriptor)).isSocket()) return pinned;
  await pinned.close();
  return undefined;
}

async function openPath(path: string): Promise<number | undefined> {
  try {
    return await openFile(path, O_PATH | constants.O_NOFOLLOW);
  } catch (error) {
    if (['ENOENT', 'ELOOP', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
