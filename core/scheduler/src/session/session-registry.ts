import { type Clock, type Log, type Randomness, userError } from '@arbalest/spi';
import { isAbsolute } from 'node:path';
import type { KeptSession, SessionKeeper } from '../kept/session-keeper.js';
import type { OpenSessionRequest } from '../messages.js';
import { type Caller, isOwn } from '../service/ownership.js';
import type { Session } from './session.js';
import { SessionSettings } from './session-settings.js';
import { checkSetting, isKnownSetting } from './settings.js';

export interface SessionRegistryOptions {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  readonly baseDirectory: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly sessionIdleMs: number;
  /** Writes them down; absent where they end with the process. */
  readonly keeper?: SessionKeeper;
}

/** The open sessions. One that nobody uses is closed after a while; one with a statement under way is in use. */
export class SessionRegistry {
  private readonly sessions = new Map<string, Session>();
  private readonly base: ReadonlyMap<string, string>;
  private cancelSweep: (() => void) | undefined;

  /** @throws user error when a setting of the options is unknown or has a wrong value */
  constructor(private readonly options: SessionRegistryOptions) {
    this.base = new Map(
      Object.entries(options.settings).map(([name, value]) => Object.values(checkSetting(name, value)) as [string, string]),
    );
  }

  get size(): number {
    return this.sessions.size;
  }

  /** @throws user error for an unknown setting, a wrong value, or a base directory that is not absolute */
  open({ settings, baseDirectory, client }: OpenSessionRequest, caller?: Caller): Session {
    const { clock, randomness } = this.options;
    if (baseDirectory && !isAbsolute(baseDirectory)) {
      throw userError('BASE_DIRECTORY', `The base directory of a session must be absolute, not '${baseDirectory}'`);
    }
    const kept = {
      session: randomness.id('session'),
      client: client ?? '',
      user: caller?.name ?? '',
      baseDirectory: baseDirectory || this.options.baseDirectory,
    };
    return this.add({ ...kept, settings: settings ?? {} }, clock.monotonic());
  }

  /** As another scheduler kept it. A setting that this version does not know is left out. */
  restore(kept: KeptSession): void {
    const settings = Object.fromEntries(Object.entries(kept.settings).filter(([name]) => isKnownSetting(name)));
    this.add({ ...kept, settings }, this.options.clock.monotonic());
  }

  private add({ session: id, client, user, baseDirectory, settings }: KeptSession, usedAt: number): Session {
    const { keeper } = this.options;
    const changed = (): void => keeper?.changed(id, () => ({ session: id, client, user, baseDirectory, settings: own.own() }));
    const own: SessionSettings = new SessionSettings(this.base, settings, changed);
    const session: Session = { id, client, user, baseDirectory, settings: own, usedAt, jobs: new Set(), closed: false };
    this.sessions.set(id, session);
    changed();
    this.sweepLater();
    return session;
  }

  /** The session, marked as used. @throws user error `SESSION_NOT_FOUND`, also when it is another user's */
  use(id: string, caller?: Caller): Session {
    const session = this.sessions.get(id);
    if (!session || session.closed || !isOwn(session.user, caller))
      throw userError('SESSION_NOT_FOUND', `There is no session '${id}'; it was closed or was idle for too long. Open a new one`);
    session.usedAt = this.options.clock.monotonic();
    return session;
  }

  /** @returns the session that was closed, if there was one */
  close(id: string, caller?: Caller): Session | undefined {
    const session = this.sessions.get(id);
    if (!session || !isOwn(session.user, caller)) return undefined;
    session.closed = true;
    this.idle(session);
    return session;
  }

  /** One of its statements has ended. */
  idle(session: Session): void {
    if (session.closed && session.jobs.size === 0) this.remove(session);
  }

  /** Also one that is closed. */
  get(id: string): Session | undefined {
    return this.sessions.get(id);
  }

  private remove({ id }: Session): void {
    this.sessions.delete(id);
    this.options.keeper?.closed(id);
  }

  closeAll(): void {
    this.cancelSweep?.();
    this.cancelSweep = undefined;
    this.sessions.clear();
  }

  private sweepLater(): void {
    this.cancelSweep ??= this.options.clock.schedule(this.options.sessionIdleMs / 4, () => {
      this.cancelSweep = undefined;
      this.sweep();
      if (this.sessions.size > 0) this.sweepLater();
    });
  }

  private sweep(): void {
    const { clock, sessionIdleMs, log } = this.options;
    const before = clock.monotonic() - sessionIdleMs;
    for (const session of this.sessions.values()) {
      if (session.jobs.size > 0 || session.usedAt > before) continue;
      log.info('A session was idle for too long and is closed', { session: session.id, client: session.client });
      this.remove(session);
    }
  }
}
