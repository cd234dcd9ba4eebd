import { MemoryStateStore } from '@arbalest/state-memory';
import { type CommitResult, type StateChange, type StateEntry, type StateTransaction, userError } from '@arbalest/spi';
import type { SimProcess } from '../engine/sim-process.js';
import type { SimRandom } from '../engine/sim-random.js';
import type { StreamEnd } from '../network/stream-end.js';
import { LeaseBook } from './lease-book.js';

/** So long that a lease of the inner store never ends by itself, milliseconds. */
const FOR_EVER = 1e12;

export interface WatchRequest {
  readonly prefix: string;
  readonly fromRevision: bigint;
}

/** A store that schedulers share. What it holds, it holds through everything; it may be slow, stand still, or be out of reach. */
export class StoreServer {
  /** The longest that an operation waits for the disk, milliseconds; most wait a hundredth of it. */
  slowestMs = 20;
  /** What each transaction may hold. */
  readonly limits: { readonly operations: number; readonly bytes: number };
  /** Writes of those who did not lead when they were applied. */
  readonly violations: string[] = [];
  private readonly inner: MemoryStateStore;
  private readonly leases: LeaseBook;
  private leader: { readonly writer: string; readonly lease: string | undefined } | undefined;

  constructor(
    private readonly process: SimProcess,
    private readonly random: SimRandom,
  ) {
    this.inner = new MemoryStateStore(process.clock);
    this.limits = { operations: random.pick([128, 128, 10])!, bytes: 1_500_000 };
    this.leases = new LeaseBook(process, (id) => {
      if (this.leader?.lease === id) this.leader = undefined;
    });
  }

  async get(key: string): Promise<StateEntry | undefined> {
    await this.disk();
    return this.inner.get(key);
  }

  async range(prefix: string): Promise<readonly StateEntry[]> {
    await this.disk();
    const found: StateEntry[] = [];
    for await (const entry of this.inner.range(prefix)) found.push(entry);
    return found;
  }

  /** @param writer the life of the scheduler that wants it */
  async commit(transaction: StateTransaction, writer: string): Promise<CommitResult> {
    await this.disk();
    const { conditions, writes } = transaction;
    const { operations } = this.limits;
    if (conditions.length + writes.length > operations)
      throw userError('STATE_TOO_LARGE', `A transaction of ${conditions.length + writes.length} operations; ${operations} are allowed`);
    const before = this.leader;
    const result = await this.inner.commit(transaction);
    if (result.committed) this.applied(transaction, writer, before?.writer);
    await this.disk();
    return result;
  }

  async lease(ttlMs: number): Promise<string> {
    await this.disk();
    const lease = await this.inner.lease(FOR_EVER);
    this.leases.add(lease, ttlMs);
    return lease.id;
  }

  async keepAlive(id: string): Promise<boolean> {
    return this.leases.keepAlive(id);
  }

  async endLease(id: string): Promise<void> {
    this.leases.end(id);
  }

  async watch(end: StreamEnd<StateChange, WatchRequest>): Promise<void> {
    const abort = new AbortController();
    const requests = end.incoming[Symbol.asyncIterator]();
    try {
      const { value: request } = await requests.next();
      if (!request) return end.close();
      const stop = (): void => abort.abort(OVER);
      requests.next().then(stop, stop);
      for await (const change of this.inner.watch(request.prefix, request.fromRevision, abort.signal)) end.send(change);
      end.close();
    } catch (thrown) {
      end.close(thrown as Error);
    }
  }

  /** What is left under a prefix. */
  async keys(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { key } of this.inner.range(prefix)) keys.push(key);
    return keys;
  }

  private applied({ writes }: StateTransaction, writer: string, leader: string | undefined): void {
    for (const write of writes) {
      if (write.key.startsWith('schedulers/')) continue;
      if (write.key === 'leader') this.leader = write.kind === 'put' ? { writer, lease: write.lease } : undefined;
      else if (writer !== leader) this.violations.push(`${writer} wrote ${write.key} while ${leader ?? 'nobody'} led`);
    }
  }

  private disk(): Promise<void> {
    return new Promise((resolve) => this.process.clock.schedule(this.random.delay(0.1, this.slowestMs), resolve));
  }
}

const OVER = new Error('The watcher has gone');
