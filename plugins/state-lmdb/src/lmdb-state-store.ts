import {
  type Clock,
  type CommitResult,
  internalError,
  type Log,
  type StateChange,
  type StateEntry,
  type StateLease,
  type StateStore,
  type StateTransaction,
  transientError,
  userError,
} from '@arbalest/spi';
import { stateError } from './lmdb-errors.js';
import { openState, type OpenState } from './open-state.js';
import { ProcessLease } from './process-lease.js';

export interface LmdbStateStoreOptions {
  /** Made when it is not there. One process at a time may have it. */
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** What LMDB takes for a key, in bytes, with pages of 4 KiB. */
const KEY_BYTES = 1978;

/** State in the files of one directory, for one process. It is opened when it is first asked for something. */
export class LmdbStateStore implements StateStore {
  private opening: Promise<OpenState> | undefined;
  private closing: Promise<void> | undefined;
  private readonly leases = new Map<string, ProcessLease>();
  private leaseCount = 0;

  constructor(private readonly options: LmdbStateStoreOptions) {}

  async get(key: string): Promise<StateEntry | undefined> {
    const { live } = await this.open();
    return this.explained(() => live.get(key));
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    const { live } = await this.open();
    const entries = live.range(prefix);
    try {
      for (;;) {
        this.refuseWhenClosed();
        const next = this.explained(() => entries.next());
        if (next.done) return;
        yield next.value;
      }
    } finally {
      entries.return();
    }
  }

  async commit(transaction: StateTransaction): Promise<CommitResult> {
    refuseKeys(transaction);
    const { live, safe } = await this.open();
    this.refuseLostLeases(transaction);
    const result = this.explained(() => live.commit(transaction));
    if (!result.committed) return result;
    safe.changed();
    if (transaction.durability === 'process') return result;
    await safe.flush().catch((cause: unknown) => {
      const text = `State was written in ${this.options.directory}, but not to the disk: ${(cause as Error).message}`;
      throw transientError('STATE_UNCERTAIN', text, { cause });
    });
    return result;
  }

  async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    const { live } = await this.open();
    yield* live.history.watch(prefix, fromRevision, signal);
  }

  async lease(ttlMs: number): Promise<StateLease> {
    const { live, safe } = await this.open();
    const id = `lease-${++this.leaseCount}`;
    const lease = new ProcessLease(id, ttlMs, this.options.clock, () => {
      this.leases.delete(id);
      const keys = live.leasedKeys(id);
      if (keys.length > 0) live.commit({ conditions: [], writes: keys.map((key) => ({ kind: 'delete', key })) });
      safe.changed();
    });
    this.leases.set(id, lease);
    return lease;
  }

  /** Ends watches and leases, flushes, and lets go of the directory. Idempotent. */
  close(): Promise<void> {
    return (this.closing ??= this.closeAll());
  }

  private async closeAll(): Promise<void> {
    const state = await this.opening?.catch(() => undefined);
    for (const lease of [...this.leases.values()]) await lease.release();
    await state?.close();
  }

  private async open(): Promise<OpenState> {
    this.refuseWhenClosed();
    this.opening ??= openState(this.options);
    try {
      const state = await this.opening;
      this.refuseWhenClosed();
      return state;
    } catch (error) {
      // Whoever asks later may find that the reason is gone.
      this.opening = undefined;
      throw error;
    }
  }

  private explained<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw stateError(error, this.options.directory);
    }
  }

  private refuseLostLeases({ writes }: StateTransaction): void {
    for (const write of writes) {
      if (write.kind === 'put' && write.lease !== undefined && !this.leases.has(write.lease)) {
        throw userError('LEASE_NOT_FOUND', `There is no lease ${write.lease}; it has ended, and the key ${write.key} would have no owner`);
      }
    }
  }

  private refuseWhenClosed(): void {
    if (this.closing) throw internalError('STATE_CLOSED', 'The state store is closed');
  }
}

function refuseKeys({ conditions, writes }: StateTransaction): void {
  const written = new Set<string>();
  for (const { key } of writes) {
    if (written.has(key)) throw internalError('STATE_KEY_TWICE', `A transaction writes the key ${key} twice`);
    written.add(key);
  }
  for (const { key } of [...conditions, ...writes]) {
    const bytes = Buffer.byteLength(key);
    if (bytes === 0 || bytes > KEY_BYTES)
      throw userError('STATE_KEY', `A key has 1 to ${KEY_BYTES} bytes of UTF-8, and ${JSON.stringify(key.slice(0, 40))}… has ${bytes}`);
  }
}
