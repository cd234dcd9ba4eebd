import {
  type Clock,
  type CommitResult,
  type StateChange,
  type StateEntry,
  type StateLease,
  type StateStore,
  type StateTransaction,
  toArbalestError,
} from '@arbalest/spi';
import type { Fence } from './fence.js';

export interface PatientStoreOptions {
  readonly clock: Clock;
  /** As long as it holds there is time. */
  readonly fence: Fence;
}

/** Pauses after a store failed, milliseconds: doubled each time, up to the second one. */
const PAUSES = [20, 500] as const;

/** A store whose reads are tried again when they fail for the moment, as long as the term lasts: what is read is the same the next time. */
export class PatientStore implements StateStore {
  constructor(
    private readonly inner: StateStore,
    private readonly options: PatientStoreOptions,
  ) {}

  get limits() {
    return this.inner.limits;
  }

  get(key: string): Promise<StateEntry | undefined> {
    return this.patiently(() => this.inner.get(key));
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    yield* await this.patiently(() => all(this.inner.range(prefix)));
  }

  /** One that only asks is a read; of one that writes nobody knows whether it was applied. */
  commit(transaction: StateTransaction): Promise<CommitResult> {
    if (transaction.writes.length > 0) return this.inner.commit(transaction);
    return this.patiently(() => this.inner.commit(transaction));
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    return this.inner.watch(prefix, fromRevision, signal);
  }

  lease(ttlMs: number): Promise<StateLease> {
    return this.inner.lease(ttlMs);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private async patiently<Result>(read: () => Promise<Result>): Promise<Result> {
    const { clock, fence } = this.options;
    for (let failures = 0; ; failures++) {
      try {
        return await read();
      } catch (thrown) {
        if (toArbalestError(thrown).family !== 'transient') throw thrown;
        if (!fence.holds()) throw fence.refusal(thrown);
        await new Promise<void>((resolve) => clock.schedule(Math.min(PAUSES[0] * 2 ** failures, PAUSES[1]), resolve));
      }
    }
  }
}

async function all(entries: AsyncIterable<StateEntry>): Promise<readonly StateEntry[]> {
  const found: StateEntry[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}
