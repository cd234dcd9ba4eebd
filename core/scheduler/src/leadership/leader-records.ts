import { arbalest } from '@arbalest/proto';
import type { StateStore } from '@arbalest/spi';

const { Leader, LiveScheduler } = arbalest.state.v1;

export const LEADER_KEY = 'leader';
const SCHEDULERS = 'schedulers/';

/** The leader's key as it was found. */
export interface FoundLeader {
  /** Revision at which the key was made. */
  readonly term: bigint;
  readonly address: string;
  /** The candidacy that made it. */
  readonly value: Uint8Array;
}

/** What the store says of who leads and who lives. Each call is one transaction or one read; none is made again. */
export class LeaderRecords {
  constructor(
    private readonly state: StateStore,
    /** Of this process. */
    private readonly id: string,
  ) {}

  async leader(): Promise<FoundLeader | undefined> {
    const entry = await this.state.get(LEADER_KEY);
    return entry && { term: entry.createRevision, address: Leader.decode(entry.value).address, value: entry.value };
  }

  /** Addresses of the schedulers that live. */
  async live(): Promise<readonly string[]> {
    const live: string[] = [];
    for await (const { value } of this.state.range(SCHEDULERS)) live.push(LiveScheduler.decode(value).address);
    return live;
  }

  /** This process lives, for as long as the lease. */
  async register(address: string, lease: string): Promise<void> {
    const value = LiveScheduler.encode({ scheduler: this.id, address }).finish();
    await this.state.commit({
      conditions: [],
      writes: [{ kind: 'put', key: SCHEDULERS + this.id, value, lease }],
      durability: 'process',
    });
  }

  candidacy(address: string, sinceMs: number): Uint8Array {
    return Leader.encode({ scheduler: this.id, address, sinceMs }).finish();
  }

  /** @returns the term; undefined when somebody else leads */
  async campaign(candidacy: Uint8Array, lease: string): Promise<bigint | undefined> {
    const result = await this.state.commit({
      conditions: [{ kind: 'absent', key: LEADER_KEY }],
      writes: [{ kind: 'put', key: LEADER_KEY, value: candidacy, lease }],
      durability: 'process',
    });
    return result.committed ? result.revision : undefined;
  }

  /** Ends this term, if it has not ended. Its leader, should it live after all, writes nothing more and steps down. */
  async depose(term: bigint): Promise<void> {
    await this.state.commit({
      conditions: [{ kind: 'created-at', key: LEADER_KEY, revision: term }],
      writes: [{ kind: 'delete', key: LEADER_KEY }],
      durability: 'process',
    });
  }
}
