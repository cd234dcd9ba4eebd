import { arbalest } from '@arbalest/proto';
import type { StateStore, StateWrite } from '@arbalest/spi';
import type { Journal, Recorded } from '../state/journal.js';
import { sessionKey, SESSIONS } from './job-keys.js';

const { Session } = arbalest.state.v1;

/** What a client has said of itself and set. */
export interface KeptSession {
  readonly session: string;
  readonly client: string;
  readonly user: string;
  readonly baseDirectory: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Writes down the sessions, so that their clients notice nothing of a change of the leader. */
export class SessionKeeper implements Recorded {
  /** By id; undefined = it is closed. */
  private readonly changes = new Map<string, (() => KeptSession) | undefined>();

  constructor(private readonly journal: Journal) {}

  /** @param now what it is when it is written */
  changed(id: string, now: () => KeptSession): void {
    this.changes.set(id, now);
    this.journal.changed(this);
  }

  closed(id: string): void {
    this.changes.set(id, undefined);
    this.journal.changed(this);
  }

  collect(): readonly StateWrite[] {
    const writes = [...this.changes].map(([id, now]): StateWrite => {
      const key = sessionKey(id);
      return now ? { kind: 'put', key, value: Session.encode(now()).finish() } : { kind: 'delete', key };
    });
    this.changes.clear();
    return writes;
  }
}

export async function readKeptSessions(state: Pick<StateStore, 'range'>): Promise<readonly KeptSession[]> {
  const sessions: KeptSession[] = [];
  for await (const { value } of state.range(SESSIONS)) {
    const { session = '', client = '', user = '', baseDirectory = '', settings = {} } = Session.decode(value);
    sessions.push({ session, client, user, baseDirectory, settings });
  }
  return sessions;
}
