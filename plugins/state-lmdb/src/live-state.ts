import type { CommitResult, StateChange, StateCondition, StateEntry, StateTransaction, StateWrite } from '@arbalest/spi';
import type { Environment } from './databases.js';
import { ChangeHistory, type HistorySize } from './change-history.js';
import { decodeEntry, encodeEntry, endOfPrefix } from './records.js';

/** Entries that are read at once while a range is handed out. */
const PAGE = 500;
const COUNTERS = Buffer.from('counters');

/** The environment that is quick: a transaction has ended when the system's memory holds it. Every step is synchronous, and a transaction of LMDB's. */
export class LiveState {
  readonly history: ChangeHistory;
  private current: bigint;
  private readonly ranges = new Set<{ done(): void }>();

  constructor(
    private readonly environment: Environment,
    /** Told of each key that was written: its record, or undefined when the key is gone or hangs on a lease. */
    private readonly written: (key: string, record: Buffer | undefined) => void,
  ) {
    const counters = environment.about.get(COUNTERS);
    this.current = counters?.readBigUInt64BE(0) ?? 0n;
    this.history = new ChangeHistory(environment.changes, {
      forgotten: counters?.readBigUInt64BE(8) ?? 0n,
      changes: Number(counters?.readBigUInt64BE(16) ?? 0n),
      bytes: Number(counters?.readBigUInt64BE(24) ?? 0n),
    });
  }

  get revision(): bigint {
    return this.current;
  }

  get(key: string): StateEntry | undefined {
    const record = this.environment.entries.get(Buffer.from(key));
    return record && entryOf(key, record);
  }

  /** All of the moment at which the first is asked for. */
  *range(prefix: string): Generator<StateEntry, void, undefined> {
    for (const { key, value } of this.read(prefix)) yield entryOf(Buffer.from(key).toString(), value);
  }

  /** The records of all keys that hang on no lease, of the moment at which the first is asked for. */
  *records(): Generator<{ readonly key: string; readonly record: Buffer }, void, undefined> {
    const leased = new Set(this.leasedKeys());
    for (const { key, value } of this.read('')) {
      const name = Buffer.from(key).toString();
      if (!leased.has(name)) yield { key: name, record: value };
    }
  }

  /** @throws whatever LMDB says; nothing is written then */
  commit({ conditions, writes }: StateTransaction): CommitResult {
    const outcome = this.environment.root.transactionSync(() => {
      if (!conditions.every((condition) => this.holds(condition))) return undefined;
      return writes.length === 0 ? { revision: this.current, size: this.history.size, after: [] } : this.apply(writes);
    });
    if (outcome === undefined) return { committed: false };
    this.current = outcome.revision;
    for (const tell of outcome.after) tell();
    this.history.appended(outcome.size);
    return { committed: true, revision: outcome.revision };
  }

  /** Keys that hang on that lease, or on any. */
  leasedKeys(lease?: string): readonly string[] {
    const found = [...this.environment.leased.getRange()].filter(({ value }) => lease === undefined || value.toString() === lease);
    return found.map(({ key }) => Buffer.from(key).toString());
  }

  /** Takes over what another environment has, as the state at `revision`. For an environment that is new. */
  restore(records: ReadonlyMap<string, Buffer>, revision: bigint): void {
    const size: HistorySize = { forgotten: revision, changes: 0, bytes: 0 };
    this.environment.root.transactionSync(() => {
      for (const [key, record] of records) void this.environment.entries.put(Buffer.from(key), record);
      this.keepCounters(revision, size);
    });
    this.current = revision;
    this.history.appended(size);
  }

  async close(): Promise<void> {
    this.history.close();
    for (const transaction of this.ranges) transaction.done();
    this.ranges.clear();
    await this.environment.root.close();
  }

  private *read(prefix: string): Generator<{ readonly key: Buffer; readonly value: Buffer }, void, undefined> {
    const transaction = this.environment.root.useReadTransaction();
    this.ranges.add(transaction);
    try {
      let start = Buffer.from(prefix);
      const end = endOfPrefix(start);
      for (;;) {
        const bounds = { ...(start.byteLength > 0 ? { start } : {}), ...(end ? { end } : {}) };
        const page = [...this.environment.entries.getRange({ ...bounds, limit: PAGE, transaction })];
        yield* page;
        if (page.length < PAGE) return;
        start = Buffer.concat([page.at(-1)!.key, Buffer.from([0])]);
      }
    } finally {
      if (this.ranges.delete(transaction)) transaction.done();
    }
  }

  private apply(writes: readonly StateWrite[]) {
    const revision = this.current + 1n;
    const after: (() => void)[] = [];
    const changes = writes.flatMap((write) => this.write(write, revision, after));
    const size = this.history.append(revision, changes);
    this.keepCounters(revision, size);
    return { revision, size, after };
  }

  private write(write: StateWrite, revision: bigint, after: (() => void)[]): readonly StateChange[] {
    const { entries, leased } = this.environment;
    const key = Buffer.from(write.key);
    const before = entries.get(key);
    const lease = write.kind === 'put' ? write.lease : undefined;
    if (lease !== undefined) void leased.put(key, Buffer.from(lease));
    else if (before) void leased.remove(key);
    if (write.kind === 'delete') {
      if (!before) return [];
      void entries.remove(key);
      after.push(() => this.written(write.key, undefined));
      return [{ kind: 'delete', key: write.key, revision }];
    }
    const record = encodeEntry({ createRevision: before ? decodeEntry(before).createRevision : revision, revision, value: write.value });
    void entries.put(key, record);
    after.push(() => this.written(write.key, lease === undefined ? record : undefined));
    return [{ kind: 'put', key: write.key, value: write.value, revision }];
  }

  private holds(condition: StateCondition): boolean {
    const record = this.environment.entries.get(Buffer.from(condition.key));
    switch (condition.kind) {
      case 'absent':
        return record === undefined;
      case 'revision':
        return record !== undefined && decodeEntry(record).revision === condition.revision;
      case 'created-at':
        return record !== undefined && decodeEntry(record).createRevision === condition.revision;
    }
  }

  private keepCounters(revision: bigint, { forgotten, changes, bytes }: HistorySize): void {
    const counters = Buffer.alloc(32);
    for (const [index, value] of [revision, forgotten, BigInt(changes), BigInt(bytes)].entries())
      counters.writeBigUInt64BE(value, index * 8);
    void this.environment.about.put(COUNTERS, counters);
  }
}

function entryOf(key: string, record: Buffer): StateEntry {
  return { key, ...decodeEntry(record) };
}
