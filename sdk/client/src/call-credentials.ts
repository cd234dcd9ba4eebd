import { Metadata } from '@grpc/grpc-js';
import { ArbalestError, isArbalestError } from './client-error.js';

/** By which a cluster knows who calls: a token, or a user with a password. */
export interface LoginOptions {
  /** That of the cluster, or one that a login has given out. */
  readonly token?: string;
  /** With `password`. */
  readonly user?: string;
  readonly password?: string;
}

/** Codes that say that a token is good no longer. */
const TOKEN_CODES: ReadonlySet<string> = new Set(['TOKEN_EXPIRED', 'TOKEN_INVALID']);

/** What calls show of who makes them. The password is shown once: the answer brings a token, which stands for it from then on. */
export class CallCredentials {
  readonly #token: string | undefined;
  readonly #basic: string | undefined;
  #earned: string | undefined;

  /** @throws user error `CONNECT_OPTION` when the options do not go together */
  constructor({ token, user, password }: LoginOptions) {
    if ((user === undefined) !== (password === undefined)) throw wrong('"user" and "password" go together');
    if (token !== undefined && user !== undefined) throw wrong('either "token", or "user" and "password"');
    if (user?.includes(':')) throw wrong('a name of a user without ":"');
    this.#token = token;
    this.#basic = user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }

  /** Whether the next call has to check a password, which takes its time. */
  get logsIn(): boolean {
    return this.#basic !== undefined && this.#earned === undefined;
  }

  metadata(): Metadata {
    const metadata = new Metadata();
    const shown = this.#token === undefined ? (this.#earned ?? this.#basic) : `Bearer ${this.#token}`;
    if (shown !== undefined) metadata.set('authorization', shown);
    return metadata;
  }

  /** Headers of an answer. */
  heard(metadata: Metadata): void {
    const [earned] = metadata.get('authorization');
    if (this.#basic !== undefined && typeof earned === 'string') this.#earned = earned;
  }

  /** Whether the call is worth another try with the password, because the token that stood for it is good no longer. */
  renews(error: unknown): boolean {
    if (this.#earned === undefined || !isArbalestError(error) || !TOKEN_CODES.has(error.code)) return false;
    this.#earned = undefined;
    return true;
  }
}

function wrong(wanted: string): ArbalestError {
  return new ArbalestError('user', 'CONNECT_OPTION', `connect() takes ${wanted}`);
}
