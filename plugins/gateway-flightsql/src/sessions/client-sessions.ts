import { createHash, randomBytes } from 'node:crypto';
import { FlightError, type FlightServerCall } from '@arbalest/flight';
import type { Authenticator, Credentials, Principal, SqlService } from '@arbalest/spi';
import { ClientSession } from './client-session.js';
import { cookie, header, headerCredentials } from './credentials.js';
import { LoginTries } from './login-tries.js';

export interface ClientSessionsOptions {
  readonly sql: SqlService;
  /** None: everybody is let in. */
  readonly authenticators: readonly Authenticator[];
  /** A session, and its token, ends when nobody has used it for so long, milliseconds. */
  readonly idleMs: number;
  readonly now: () => number;
}

/** By which clients tell apart several sessions of one token, or find theirs again on a new connection. */
const SESSION_HEADER = 'x-arbalest-session';
const SESSION_COOKIE = 'arbalest_session';
const TOKEN_BYTES = 32;

/**
 * Who calls, and in which session: each token has one, and without a token each connection. Credentials are checked once for a token, or where they come
 * with every call once for as long as they are used.
 */
export class ClientSessions {
  private readonly sessions = new Map<string, ClientSession>();
  /** By fingerprint of what came in a header. */
  private readonly principals = new Map<string, { readonly principal: Principal; usedAt: number }>();
  private readonly tries: LoginTries;
  private readonly sweep: NodeJS.Timeout;

  constructor(private readonly options: ClientSessionsOptions) {
    this.tries = new LoginTries(options.now);
    this.sweep = setInterval(() => this.dropIdle(), Math.max(1000, options.idleMs / 4));
    this.sweep.unref();
  }

  /** Sessions that are open. */
  get count(): number {
    return this.sessions.size;
  }

  /**
   * The session of a call.
   *
   * @throws FlightError of status UNAUTHENTICATED, or RESOURCE_EXHAUSTED after too many tries
   */
  async of(call: FlightServerCall): Promise<ClientSession> {
    const { key, principal } = await this.identify(call);
    let session = this.sessions.get(key);
    if (!session) {
      session = new ClientSession(principal, header(call, 'user-agent') ?? 'flightsql', this.options.sql, this.options.now);
      this.sessions.set(key, session);
    }
    session.usedAt = this.options.now();
    return session;
  }

  /**
   * Checks credentials and gives a bearer token for them.
   *
   * @param given those of a handshake's message. @default those of the call's header
   */
  async login(call: FlightServerCall, given?: Credentials): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    if (this.options.authenticators.length === 0) return token;
    const credentials = given ?? headerCredentials(call);
    const principal = credentials ? await this.authenticate(credentials, call) : await this.byCertificate(call);
    if (!principal) throw unauthenticated();
    this.principals.set(fingerprint(token), { principal, usedAt: this.options.now() });
    return token;
  }

  /** Ends the session of a call, and its token. */
  async close(call: FlightServerCall): Promise<void> {
    const { key, token } = await this.identify(call);
    if (token) this.principals.delete(token);
    const session = this.sessions.get(key);
    this.sessions.delete(key);
    await session?.close();
  }

  async closeAll(): Promise<void> {
    clearInterval(this.sweep);
    const open = [...this.sessions.values()];
    this.sessions.clear();
    await Promise.all(open.map((session) => session.close()));
  }

  private async identify(call: FlightServerCall): Promise<{ key: string; principal: Principal | undefined; token?: string }> {
    const own = header(call, SESSION_HEADER) ?? cookie(call, SESSION_COOKIE);
    const credentials = headerCredentials(call);
    const token = credentials ? fingerprint(JSON.stringify(credentials)) : '';
    const known = credentials?.kind === 'bearer' ? fingerprint(credentials.token) : token;
    if (this.options.authenticators.length === 0) return { key: `${known || call.peer}/${own ?? ''}`, principal: undefined };
    if (!credentials) {
      const principal = await this.byCertificate(call);
      if (!principal) throw unauthenticated();
      return { key: `${principal.name}@${call.peer}/${own ?? ''}`, principal };
    }
    const entry = this.principals.get(known) ?? (await this.admit(known, credentials, call));
    entry.usedAt = this.options.now();
    return { key: `${known}/${own ?? ''}`, principal: entry.principal, token: known };
  }

  private async admit(key: string, credentials: Credentials, call: FlightServerCall) {
    const principal = await this.authenticate(credentials, call);
    if (!principal) throw unauthenticated();
    const entry = { principal, usedAt: this.options.now() };
    this.principals.set(key, entry);
    return entry;
  }

  private byCertificate(call: FlightServerCall): Promise<Principal | undefined> {
    const name = call.peerCertificate?.subject.CN;
    const subject = Array.isArray(name) ? name[0] : name;
    return subject ? this.authenticate({ kind: 'certificate', subject }, call) : Promise.resolve(undefined);
  }

  private async authenticate(credentials: Credentials, call: FlightServerCall): Promise<Principal | undefined> {
    this.tries.check(call.peer);
    for (const authenticator of this.options.authenticators) {
      const principal = await authenticator.authenticate(credentials, call.signal);
      if (principal) return principal;
    }
    this.tries.failed(call.peer);
    return undefined;
  }

  private dropIdle(): void {
    const before = this.options.now() - this.options.idleMs;
    for (const [key, session] of this.sessions) {
      if (session.isActive || session.usedAt > before) continue;
      this.sessions.delete(key);
      void session.close();
    }
    for (const [key, { usedAt }] of this.principals) if (usedAt <= before) this.principals.delete(key);
    this.tries.forget();
  }
}

/** Secrets are not kept, only what they can be recognised by. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function unauthenticated(): FlightError {
  return new FlightError('UNAUTHENTICATED', 'The user name, password or token is not good; log in again');
}
