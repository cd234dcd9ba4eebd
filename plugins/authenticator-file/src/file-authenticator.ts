import { readFile, stat } from 'node:fs/promises';
import { type Authenticator, type Credentials, type Log, type Principal, transientError } from '@arbalest/spi';
import { isPassword, nobodysHash } from './password-hash.js';
import { type CheckedUser, checkedUsers, parseUsers } from './users-file.js';

type Users = ReadonlyMap<string, CheckedUser>;

/** Users from a file, read anew when it has changed. A file that has become unusable lets in whom the one before did, and nobody when there was none. */
export class FileAuthenticator implements Authenticator {
  readonly id = 'authenticator-file';
  #users: Users | undefined;
  /** Of the file that was read last. */
  #seen = '';
  #reading: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  async authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined> {
    if (credentials.kind === 'bearer') return undefined;
    const users = await this.#current();
    signal.throwIfAborted();
    if (credentials.kind === 'certificate') return principalOf(credentials.subject, users.get(credentials.subject));
    const { user: name, password } = credentials;
    const user = users.get(name);
    // The same work for somebody who is not there.
    const [some] = users.values();
    const right = await isPassword(password, user?.hash ?? nobodysHash(some?.hash));
    return right ? principalOf(name, user) : undefined;
  }

  /** @throws transient error `USERS_UNREADABLE` when the file was never readable */
  async #current(): Promise<Users> {
    this.#reading ??= this.#refresh().finally(() => (this.#reading = undefined));
    await this.#reading;
    if (this.#users) return this.#users;
    throw transientError(
      'USERS_UNREADABLE',
      'Nobody can log in at the moment: the file of users cannot be read; the log of the scheduler says why',
    );
  }

  async #refresh(): Promise<void> {
    try {
      const { mtimeMs, size, ino } = await stat(this.file);
      const seen = `${mtimeMs} ${size} ${ino}`;
      if (seen === this.#seen) return;
      this.#users = checkedUsers(parseUsers(await readFile(this.file, 'utf8'), this.file));
      this.#seen = seen;
      this.log.info('The users were read', { file: this.file, users: this.#users.size });
    } catch (thrown) {
      this.log.error('The file of users cannot be read', { file: this.file, cause: (thrown as Error).message });
    }
  }
}

function principalOf(name: string, user: CheckedUser | undefined): Principal | undefined {
  return user && { name, groups: user.groups };
}
