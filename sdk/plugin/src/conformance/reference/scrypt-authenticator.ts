import { randomBytes, scrypt as scryptCallback, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Authenticator, Credentials, Principal } from '@arbalest/spi';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptCallback);
const KEY_BYTES = 32;
/** A quarter of the default: enough for a test, too little for passwords. */
const scrypt = (password: string, salt: Buffer) => derive(password, salt, KEY_BYTES, { N: 4096 });

interface User {
  readonly principal: Principal;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** Users with hashed passwords in memory. */
export class ScryptAuthenticator implements Authenticator {
  readonly id = 'scrypt';
  protected readonly users = new Map<string, User>();
  /** Somebody nobody can be: for names that are not known, so that they cost what known ones do. */
  readonly #nobody: User = { principal: { name: '', groups: [] }, salt: randomBytes(16), key: randomBytes(KEY_BYTES) };

  async add(principal: Principal, password: string): Promise<this> {
    const salt = randomBytes(16);
    this.users.set(principal.name, { principal, salt, key: await scrypt(password, salt) });
    return this;
  }

  async authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined> {
    signal.throwIfAborted();
    if (credentials.kind !== 'basic') return undefined;
    const user = this.users.get(credentials.user);
    const { salt, key } = user ?? this.#nobody;
    const isRight = timingSafeEqual(await scrypt(credentials.password, salt), key);
    signal.throwIfAborted();
    return isRight ? user?.principal : undefined;
  }
}
