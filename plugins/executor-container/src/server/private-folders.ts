import { existsSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SharedFolders } from './function-server.js';
import { isDead } from './process-identity.js';
import { removeUntrusted } from './remove-untrusted.js';

/** The folders of one server. Other users of this host cannot reach them. */
export interface PrivateFolders {
  readonly path: string;
  readonly shared: SharedFolders;
  /** After the process has ended: follows nothing that it left behind. Idempotent. */
  remove(): Promise<void>;
}

export interface UserId {
  readonly uid: number;
  readonly gid: number;
}

const PREFIX = 'arbalest-functions-';

/** Where shared files live: in memory, where the host offers that as a file system. */
export function defaultFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

/** One folder of this process, with two for each server. It has the owner's identity in its name, so that the next process can tell what was left behind. */
export class FolderRoot {
  readonly path: string;
  readonly parent: string;
  #next = 0;
  #made: Promise<unknown> | undefined;

  constructor(parent: string, owner: string) {
    this.parent = parent;
    this.path = join(parent, `${PREFIX}${owner}`);
  }

  /** @param user Who the server runs as, where that is not this process's own user. */
  async make(user: UserId): Promise<PrivateFolders> {
    await (this.#made ??= mkdir(this.path, { mode: 0o700 }));
    const path = join(this.path, String(this.#next++));
    const shared = { input: join(path, 'in'), output: join(path, 'out') };
    await mkdir(shared.input, { recursive: true });
    // Whatever the umask is: the server's user has to read it.
    await chmod(shared.input, 0o755);
    await mkdir(shared.output, { mode: 0o700 });
    if (user.uid !== process.getuid?.()) await chown(shared.output, user.uid, user.gid);
    return { path, shared, remove: () => removeFolders(path, shared) };
  }

  async remove(): Promise<void> {
    if (this.#made !== undefined) await rm(this.path, { recursive: true, force: true });
  }

  /** Takes away what processes of this host that are dead have left. */
  async sweep(): Promise<void> {
    const names = await readdir(this.parent).catch(() => []);
    const left = names.filter((name) => name.startsWith(PREFIX) && isDead(name.slice(PREFIX.length)));
    for (const name of left)
      if (await mayRemove(join(this.parent, name))) await removeUntrusted(join(this.parent, name)).catch(() => undefined);
  }
}

/** Those of other users are theirs to sweep. */
async function mayRemove(folder: string): Promise<boolean> {
  const uid = process.getuid?.();
  if (uid === 0) return true;
  const owner = await lstat(folder).catch(() => undefined);
  return owner?.uid === uid;
}

async function removeFolders(path: string, { output }: SharedFolders): Promise<void> {
  await removeUntrusted(output);
  await rm(path, { recursive: true, force: true });
}
