import {
  type Clock,
  type CommitResult,
  internalError,
  type Log,
  type StateChange,
  type StateEntry,
  type StateLease,
  type StateLimits,
  type StateStore,
  type StateTransaction,
} from '@arbalest/spi';
import { Committer } from './committer.js';
import { EtcdLease } from './etcd-lease.js';
import { Keys } from './keys.js';
import { Members, type MembersOptions } from './members.js';
import { entryOf, readRange } from './range-pages.js';
import { limitsOf, refuse } from './transaction-request.js';
import { watchKeys } from './watch.js';

export interface EtcdStateStoreOptions extends MembersOptions {
  /** All keys are below it, e.g. `/arbalest`. Several clusters may share one etcd, each with a prefix of its own. */
  readonly prefix: string;
  readonly clock: Clock;
  readonly log: Log;
}

interface Connected {
  readonly members: Members;
  readonly committer: Committer;
}

/** State in etcd, for several schedulers. Every call has a deadline (`requestMs`), within which it asks one member after another. */
export class EtcdStateStore implements StateStore {
  readonly limits: StateLimits;
  private readonly keys: Keys;
  private connecting: Promise<Connected> | undefined;
  private closing: Promise<void> | undefined;
  private readonly closed = new AbortController();
  private readonly leases = new Set<EtcdLease>();

  constructor(private readonly options: EtcdStateStoreOptions) {
    this.keys = new Keys(options.prefix.replace(/\/+$/, ''));
    this.limits = limitsOf(this.keys);
  }

  async get(key: string): Promise<StateEntry | undefined> {
    const { members } = await this.connected();
    const { kvs } = await members.call('read a key', (member, options) => member.kv.range({ key: this.keys.of(key) }, options));
    return kvs[0] && entryOf(kvs[0], this.keys);
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    const { members } = await this.connected();
    yield* await readRange(members, this.keys, prefix);
  }

  async commit(transaction: StateTransaction): Promise<CommitResult> {
    refuse(transaction, this.limits);
    const { committer } = await this.connected();
    return committer.commit(transaction);
  }

  async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    const { members } = await this.connected();
    const { clock, log } = this.options;
    yield* watchKeys({ members, keys: this.keys, clock, log }, prefix, fromRevision, AbortSignal.any([signal, this.closed.signal]));
  }

  async lease(ttlMs: number): Promise<StateLease> {
    const { members } = await this.connected();
    const lease = await EtcdLease.grant(ttlMs, members, this.options.clock, this.options.log);
    this.leases.add(lease);
    void lease.lost.then(() => this.leases.delete(lease));
    return lease;
  }

  /** Ends watches, gives leases back, and closes the connections. Idempotent. */
  close(): Promise<void> {
    return (this.closing ??= this.closeAll());
  }

  private async closeAll(): Promise<void> {
    this.closed.abort();
    const connected = await this.connecting?.catch(() => undefined);
    if (!connected) return;
    await Promise.all([...this.leases].map((lease) => lease.release()));
    await connected.committer
      .close()
      .catch((error: Error) => this.options.log.debug('Marks in etcd were not removed', { cause: error.message }));
    connected.members.close();
  }

  private async connected(): Promise<Connected> {
    this.refuseWhenClosed();
    this.connecting ??= connect(this.options, this.keys);
    try {
      return await this.connecting;
    } catch (error) {
      this.connecting = undefined;
      throw error;
    }
  }

  private refuseWhenClosed(): void {
    if (this.closing) throw internalError('STATE_CLOSED', 'The state store is closed');
  }
}

async function connect(options: EtcdStateStoreOptions, keys: Keys): Promise<Connected> {
  const members = await Members.connect(options);
  return { members, committer: new Committer(members, keys) };
}
