import { randomBytes } from 'node:crypto';
import {
  type ArbalestError,
  type Authenticator,
  type Clock,
  type Credentials,
  type Log,
  type LoggedIn,
  type Login,
  type Principal,
  resourcesError,
  userError,
} from '@arbalest/spi';
import { LoginTries } from './login-tries.js';
import { LoginTurns } from './login-turns.js';
import { signUserToken, verifyUserToken } from './user-token.js';

export interface LoginDeskOptions {
  readonly authenticators: readonly Authenticator[];
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly log: Log;
  /** Signs tokens; schedulers with the same one take each other's. @default one of this process only */
  readonly key?: Uint8Array;
  readonly sessionHours: number;
  /** Wrong tries from one address that cost no time. */
  readonly tries: number;
}

/** Names are tried from many addresses: they are given more, or a stranger could lock anybody out. */
const NAME_TRIES_FACTOR = 4;
const LONGEST_NAME = 256;
const AUTHENTICATE_MS = 10_000;

/** Asks the authenticators, counts wrong tries, writes down who came in, and gives out tokens. */
export class LoginDesk implements Login {
  readonly #options: LoginDeskOptions;
  readonly #key: Uint8Array;
  readonly #byAddress: LoginTries;
  readonly #byName: LoginTries;
  readonly #turns = new LoginTurns();

  constructor(options: LoginDeskOptions) {
    this.#options = options;
    this.#key = options.key ?? randomBytes(32);
    this.#byAddress = new LoginTries(options.clock, options.tries);
    this.#byName = new LoginTries(options.clock, options.tries * NAME_TRIES_FACTOR);
  }

  get isRequired(): boolean {
    return this.#options.authenticators.length > 0;
  }

  login(credentials: Credentials, peer: string, signal?: AbortSignal): Promise<LoggedIn> {
    const address = addressOf(peer);
    // One at a time from one address, so that many at once are no way around the count.
    return this.#turns.take(address, () => this.#login(credentials, address, signal));
  }

  async #login(credentials: Credentials, address: string, signal: AbortSignal | undefined): Promise<LoggedIn> {
    const { log, clock, sessionHours } = this.#options;
    const name = nameIn(credentials);
    this.#refuseTooMany(address, name);
    const principal = await this.#ask(credentials, signal);
    if (!principal) {
      this.#byAddress.wrong(address);
      if (name !== '') this.#byName.wrong(name);
      log.warn('A login was refused', { peer: address, user: forLog(name), by: credentials.kind });
      throw loginFailed();
    }
    if (name !== '') this.#byName.right(name);
    log.info('A user has logged in', { peer: address, user: principal.name, by: credentials.kind });
    const expiresMs = clock.now() + sessionHours * 3_600_000;
    return { principal, expiresMs, token: signUserToken(principal, expiresMs, this.#key) };
  }

  async principal(token: string): Promise<Principal> {
    return verifyUserToken(token, this.#key, this.#options.clock.now());
  }

  /** The user of a certificate that TLS has checked: nothing to guess, so nothing is counted. @throws user error `LOGIN_FAILED` */
  async certified(subject: string): Promise<Principal> {
    const principal = await this.#ask({ kind: 'certificate', subject }, undefined);
    if (principal) return principal;
    this.#options.log.warn('A login was refused', { user: forLog(subject), by: 'certificate' });
    throw loginFailed();
  }

  #refuseTooMany(address: string, name: string): void {
    const waitMs = Math.max(this.#byAddress.waitMs(address), this.#byName.waitMs(name));
    if (waitMs === 0) return;
    this.#options.log.warn('A login was refused after too many wrong tries', { peer: address, user: forLog(name), waitMs });
    throw resourcesError('LOGIN_TRIES', `There were too many wrong tries to log in; try again in ${Math.ceil(waitMs / 1000)} s`);
  }

  /** All are asked, so that it takes as long whoever would have known. */
  async #ask(credentials: Credentials, signal: AbortSignal | undefined): Promise<Principal | undefined> {
    const late = AbortSignal.timeout(AUTHENTICATE_MS);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    const answers = await Promise.all(this.#options.authenticators.map((each) => each.authenticate(credentials, both)));
    // Nobody's in particular is what belongs to an empty name, which must not be somebody's.
    return answers.find((principal) => principal !== undefined && principal.name !== '');
  }
}

export function loginFailed(): ArbalestError {
  return userError('LOGIN_FAILED', 'The login failed: the name or the password is wrong');
}

/** Without the port, which is another one each time. */
function addressOf(peer: string): string {
  return peer.replace(/^(ipv[46]:)?(.*):\d+$/, '$2') || peer;
}

function nameIn(credentials: Credentials): string {
  const name = credentials.kind === 'basic' ? credentials.user : credentials.kind === 'certificate' ? credentials.subject : '';
  return name.slice(0, LONGEST_NAME);
}

/** A name that was typed may be anything, also a password in the wrong field: only what looks like a name is written down. */
function forLog(name: string): string {
  return /^[\w.@-]{1,64}$/.test(name) ? name : '?';
}
