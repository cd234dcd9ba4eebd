import { createHash } from 'node:crypto';
import type { FlightServerCall } from '@arbalest/flight';
import { type Credentials, type ListenerSecurity, type Login, type Principal, type SqlService, userError } from '@arbalest/spi';
import { ClientSession } from './client-session.js';
import { cookie, header, headerCredentials } from './credentials.js';

export interface ClientSessionsOptions {
  readonly sql: SqlService;
  /** Absent: users are not told apart. */
  readonly login?: Login;
  readonly security?: ListenerSecurity;
  /** A session ends when nobody has used it for so long, milliseconds. */
  readonly idleMs: number;
  readonly now: () => number;
}

/** By which clients tell apart several sessions of one token, or find theirs again on a new connection. */
const SESSION_HEADER = 'x-arbalest-session';
const SESSION_COOKIE = 'arbalest_session';
/** What clients get that need no token but ask for one. */
const NO_TOKEN = 'anybody';

/** Who makes a call. */
interface Caller {
  /** Of the session. */
  readonly key: string;
  readonly principal: Principal | undefined;
}

/**
 * Who calls, and in which session: each token has one, and without a token each connection. A user name and a password that come with every call are
 * checked once, for as long as the token would be good.
 */
export class ClientSessions {
  private readonly sessions = new Map<string, ClientSession>();
  /** By fingerprint of a user name and password: who was let in with them. */
  private readonly admitted = new Map<string, { readonly principal: Principal; readonly expiresMs: number }>();
  private readonly sweep: NodeJS.Timeout;

  constructor(private readonly options: ClientSessionsOptions) {
    this.sweep = setInterval(() => this.dropIdle(), Math.max(1000, options.idleMs / 4));
    this.sweep.unref();
  }

  /** Something is under way in one of them. */
  get isActive(): boolean {
    return [...this.sessions.values()].some((session) => session.isActive);
  }

  /** The session of a call. @throws user errors as `Login` does */
  async of(call: FlightServerCall): Promise<ClientSession> {
    const { key, principal } = await this.callerOf(call);
    let session = this.sessions.get(key);
    if (!session) {
      session = new ClientSession(principal, header(call, 'user-agent') ?? 'flightsql', this.options.sql, this.options.now);
      this.sessions.set(key, session);
    }
    session.usedAt = this.options.now();
    return session;
  }

  /**
   * The bearer token for what a client shows.
   *
   * @param given credentials of a handshake's message. @default those of the call's header
   */
  async token(call: FlightServerCall, given?: Credentials): Promise<string> {
    const { login } = this.options;
    if (!login?.isRequired) return NO_TOKEN;
    const credentials = given ?? headerCredentials(call);
    if (!credentials) throw nothingShown();
    return (await login.login(credentials, call.peer, call.signal)).token;
  }

  /** Ends the session of a call. */
  async close(call: FlightServerCall): Promise<void> {
    const { key } = await this.callerOf(call);
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

  private async callerOf(call: FlightServerCall): Promise<Caller> {
    const own = header(call, SESSION_HEADER) ?? cookie(call, SESSION_COOKIE);
    const credentials = headerCredentials(call);
    const principal = await this.principalOf(call, credentials);
    const token = this.options.login?.isRequired && credentials ? fingerprint(credentials) : undefined;
    // Who names a session of its own finds it again on each of its connections.
    const who = token ?? principal?.name ?? '';
    return { key: own === undefined ? (token ?? `${who}@${call.peer}`) : `${who}/${own}`, principal };
  }

  private async principalOf(call: FlightServerCall, credentials: ReturnType<typeof headerCredentials>): Promise<Principal | undefined> {
    const { login, security } = this.options;
    if (login?.isRequired && credentials)
      return credentials.kind === 'bearer' ? login.principal(credentials.token) : this.admit(login, credentials, call);
    const known = call.peerCertificate && security ? await security.principalOf(call.peerCertificate.subject) : undefined;
    if (login?.isRequired && !known) throw nothingShown();
    return known;
  }

  private async admit(login: Login, credentials: Credentials, call: FlightServerCall): Promise<Principal> {
    const key = fingerprint(credentials);
    const known = this.admitted.get(key);
    if (known && known.expiresMs > this.options.now()) return known.principal;
    const { principal, expiresMs } = await login.login(credentials, call.peer, call.signal);
    this.admitted.set(key, { principal, expiresMs });
    return principal;
  }

  private dropIdle(): void {
    const now = this.options.now();
    for (const [key, session] of this.sessions) {
      if (session.isActive || session.usedAt > now - this.options.idleMs) continue;
      this.sessions.delete(key);
      void session.close();
    }
    for (const [key, { expiresMs }] of this.admitted) if (expiresMs <= now) this.admitted.delete(key);
  }
}

/** Secrets are not kept, only what they can be recognised by. */
function fingerprint(credentials: Credentials): string {
  return createHash('sha256').update(JSON.stringify(credentials)).digest('base64url');
}

function nothingShown() {
  return userError('LOGIN_FAILED', 'Users have to log in: send a user name and a password, or the token that they were exchanged for');
}
