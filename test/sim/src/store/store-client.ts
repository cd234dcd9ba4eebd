import {
  type CommitResult,
  type StateChange,
  type StateEntry,
  type StateLease,
  type StateStore,
  type StateTransaction,
  transientError,
} from '@arbalest/spi';
import type { SimProcess } from '../engine/sim-process.js';
import { isUnavailable } from '../executor/sim-task.js';
import type { Network } from '../network/network.js';
import type { StoreServer, WatchRequest } from './store-server.js';

/** An answer that takes longer is no longer waited for, milliseconds. */
const DEADLINE_MS = 4000;

/** The shared store as one process sees it, with all that the network does to it. */
export class StoreClient implements StateStore {
  constructor(
    private readonly process: SimProcess,
    private readonly network: Network,
    /** Of this life of the scheduler. */
    private readonly writer: string,
    readonly limits: StoreServer['limits'],
  ) {}

  get(key: string): Promise<StateEntry | undefined> {
    return this.read(`get ${key}`, (server) => server.get(key));
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    yield* await this.read(`range ${prefix}`, (server) => server.range(prefix));
  }

  /** @throws transient error `STATE_UNCERTAIN` when the answer is lost */
  async commit(transaction: StateTransaction): Promise<CommitResult> {
    const what = `commit ${transaction.writes.map(({ key }) => key).join(', ')}`;
    try {
      return await this.call(what, (server) => server.commit(transaction, this.writer));
    } catch (thrown) {
      if (isUnavailable(thrown)) throw transientError('STATE_UNCERTAIN', 'The store did not answer; what was to be written may be written');
      throw thrown;
    }
  }

  async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    const end = this.network.stream<StoreServer, WatchRequest, StateChange>(
      this.process,
      'store',
      `watch ${prefix}`,
      (server, end) => void server.watch(end),
    );
    end.send({ prefix, fromRevision });
    const stop = (): void => end.close();
    signal.addEventListener('abort', stop);
    try {
      yield* end.incoming;
    } finally {
      signal.removeEventListener('abort', stop);
      end.close();
    }
  }

  async lease(ttlMs: number): Promise<StateLease> {
    const askedAt = this.process.clock.monotonic();
    const id = await this.read('lease', (server) => server.lease(ttlMs));
    return new KeptLease(id, ttlMs, askedAt, this.process, (what, work) => this.call(what, work));
  }

  async close(): Promise<void> {}

  private async read<Answer>(what: string, work: (server: StoreServer) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.call(what, work);
    } catch (thrown) {
      if (isUnavailable(thrown)) throw transientError('STATE_UNAVAILABLE', 'The store cannot be reached');
      throw thrown;
    }
  }

  private call<Answer>(what: string, work: (server: StoreServer) => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const late = (): void => reject(transientError('UNAVAILABLE', `The store has not answered (${what})`));
      const cancel = this.process.clock.schedule(DEADLINE_MS, late);
      this.network.call(this.process, 'store', what, work).then(resolve, reject).finally(cancel);
    });
  }
}

/** Says that its owner lives, three times in each span of the lease. */
class KeptLease implements StateLease {
  readonly lost: Promise<void>;
  private resolveLost!: () => void;
  private over = false;

  constructor(
    readonly id: string,
    private readonly ttlMs: number,
    private keptAt: number,
    private readonly process: SimProcess,
    private readonly call: <Answer>(what: string, work: (server: StoreServer) => Promise<Answer>) => Promise<Answer>,
  ) {
    this.lost = new Promise((resolve) => (this.resolveLost = resolve));
    this.keep();
  }

  async release(): Promise<void> {
    this.end();
    await this.call(`end ${this.id}`, (server) => server.endLease(this.id));
  }

  private keep(): void {
    this.process.clock.schedule(this.ttlMs / 3, () => {
      if (this.over) return;
      void this.sayAlive();
      this.keep();
    });
  }

  private async sayAlive(): Promise<void> {
    const { clock } = this.process;
    const at = clock.monotonic();
    if (at - this.keptAt > this.ttlMs) return this.end();
    try {
      if (await this.call('keep alive', (server) => server.keepAlive(this.id))) this.keptAt = Math.max(this.keptAt, at);
      else this.end();
    } catch {
      // Said again at the next turn.
    }
  }

  private end(): void {
    this.over = true;
    this.resolveLost();
  }
}
