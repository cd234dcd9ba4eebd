import {
  type Clock,
  type CommitResult,
  internalError,
  isArbalestError,
  type Log,
  type StateStore,
  type StateTransaction,
  toArbalestError,
  userError,
} from '@arbalest/spi';
import { Deferred } from './deferred.js';
import type { Fence } from './fence.js';
import type { Journal, Recorded } from './journal.js';
import { JournalTurn } from './journal-turn.js';
import { notLeader } from './not-leader.js';
import { type Collected, pack, type PackedTransaction, sizeOf, WriteTooLarge } from './pack.js';

export interface JournalOptions {
  /** The store itself, not one that is fenced already. */
  readonly state: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent where no other scheduler can write to the store. */
  readonly fence?: Fence;
  /** Tells this journal from all others over the same store. @default the fence's term */
  readonly name?: string;
}

/** Pauses after a store failed, milliseconds: doubled each time, up to the second one. */
const PAUSES = [20, 1000] as const;
/** Where nobody waits, what changes is gathered so many times as long as the transaction before took, within these bounds; a store that takes no time at all is not spared. */
const GATHERING = { times: 2, leastMs: 4, mostMs: 50 };
/** What the conditions take of a transaction besides their keys' bytes. */
const OVERHEAD = { operations: 3, bytes: 1024 };
const UNLIMITED = { operations: Infinity, bytes: Infinity };

/**
 * The journal over a store.
 *
 *     open ──the fence is broken, a write fails for good, or end()──► over
 *
 * While it is open it tries again whatever fails for the moment, as long as the lease holds. Once it is over, everything that waits is told `NOT_LEADER`.
 */
export class StateJournal implements Journal {
  private readonly turn: JournalTurn;
  /** In the order in which they said that they have changed. */
  private readonly dirty = new Set<Recorded>();
  private commits: { readonly transaction: StateTransaction; readonly done: Deferred<CommitResult> }[] = [];
  /** Settles with the round that collects what is dirty now; the one after the round under way. */
  private gathering: Deferred<void> | undefined;
  private keeping: Deferred<void> | undefined;
  private busy = false;
  /** Somebody is held up until what is being gathered is kept. */
  private awaited = false;
  /** How long the next round gathers unless somebody waits for it, milliseconds. */
  private gatherMs = 0;
  private endGathering: (() => void) | undefined;
  private reason: Error | undefined;
  private endPause: () => void = () => {};

  constructor(private readonly options: JournalOptions) {
    const { state, fence, name } = options;
    this.turn = new JournalTurn(state, name ?? String(fence?.condition.revision ?? 0));
  }

  get isKept(): boolean {
    return !this.reason && !this.gathering && !this.keeping;
  }

  changed(source: Recorded): void {
    if (this.reason) return;
    this.dirty.add(source);
    this.gathering ??= new Deferred();
    this.wake();
  }

  kept(): Promise<void> {
    if (this.gathering && !this.awaited) {
      this.awaited = true;
      this.wake();
    }
    return this.keptEventually();
  }

  keptEventually(): Promise<void> {
    if (this.reason) return Promise.reject(this.reason);
    return (this.gathering ?? this.keeping)?.promise ?? Promise.resolve();
  }

  commit(transaction: StateTransaction): Promise<CommitResult> {
    if (this.reason) return Promise.reject(this.reason);
    const done = new Deferred<CommitResult>();
    this.commits.push({ transaction, done });
    this.wake();
    return done.promise;
  }

  /** Nothing more is written from now on, and nobody waits any longer. Idempotent. */
  end(cause?: unknown): void {
    if (this.reason) return;
    this.reason = this.options.fence?.refusal(cause) ?? notLeader(undefined, cause);
    this.endPause();
    this.endGathering?.();
    this.gathering?.reject(this.reason);
    this.keeping?.reject(this.reason);
    for (const { done } of this.commits) done.reject(this.reason);
    this.dirty.clear();
    this.commits = [];
  }

  private wake(): void {
    if (this.busy) return;
    if (this.gatherMs > 0 && !this.isUrgent()) {
      this.endGathering ??= this.options.clock.schedule(this.gatherMs, () => this.start());
      return;
    }
    this.start();
  }

  private start(): void {
    this.endGathering?.();
    this.endGathering = undefined;
    this.busy = true;
    queueMicrotask(() => void this.run());
  }

  private isUrgent(): boolean {
    return this.awaited || this.commits.length > 0;
  }

  /** Never rejects. */
  private async run(): Promise<void> {
    try {
      do {
        await this.round();
      } while (!this.reason && this.isUrgent());
    } catch (thrown) {
      this.fail(thrown);
    } finally {
      this.busy = false;
    }
    if (!this.reason && this.dirty.size > 0) this.wake();
  }

  private async round(): Promise<void> {
    const { commits } = this;
    this.commits = [];
    this.keeping = this.gathering;
    this.gathering = undefined;
    this.awaited = false;
    try {
      await this.keepAll(this.collect());
      this.keeping?.resolve();
      this.keeping = undefined;
      for (const { transaction, done } of commits) await this.commitOwn(transaction, done);
    } catch (thrown) {
      // Those that had not had their turn hear of it like those that came later.
      this.commits.unshift(...commits);
      throw thrown;
    }
  }

  private async keepAll(transactions: readonly PackedTransaction[]): Promise<void> {
    if (transactions.length === 0) return;
    const { clock } = this.options;
    const begun = clock.monotonic();
    for (const transaction of transactions) await this.keep(transaction);
    const tookMs = (clock.monotonic() - begun) / transactions.length;
    this.gatherMs = tookMs === 0 ? 0 : Math.min(Math.max(tookMs * GATHERING.times, GATHERING.leastMs), GATHERING.mostMs);
  }

  private collect(): readonly PackedTransaction[] {
    const sources = [...this.dirty];
    this.dirty.clear();
    const collected = sources.map((source): Collected => ({ source, writes: source.collect() })).filter(({ writes }) => writes.length > 0);
    return this.pack(collected);
  }

  private pack(collected: readonly Collected[]): readonly PackedTransaction[] {
    try {
      return pack(collected, this.limits());
    } catch (thrown) {
      if (!(thrown instanceof WriteTooLarge) || !thrown.source.refused) throw thrown;
      thrown.source.refused(thrown.error);
      return this.pack(collected.filter(({ source }) => source !== thrown.source));
    }
  }

  private limits() {
    const { operations, bytes } = this.options.state.limits ?? UNLIMITED;
    return { operations: operations - OVERHEAD.operations, bytes: bytes - OVERHEAD.bytes };
  }

  private async commitOwn(transaction: StateTransaction, done: Deferred<CommitResult>): Promise<void> {
    const { operations, bytes } = this.limits();
    const { conditions, writes } = transaction;
    const size = writes.reduce((sum, write) => sum + sizeOf(write), 0) + conditions.reduce((sum, { key }) => sum + key.length * 3, 0);
    if (conditions.length + writes.length > operations || size > bytes) {
      const message = `A change of ${writes.length} records and ${size} bytes does not fit into one transaction of the state store; make it in several`;
      return done.reject(userError('STATE_TOO_LARGE', message));
    }
    done.resolve(await this.keep({ durability: 'disk', ...transaction }, conditions));
  }

  /** Tries until it is known what has become of the transaction. @throws when this journal is over, or has to be */
  private async keep(
    { writes, durability }: Pick<StateTransaction, 'writes' | 'durability'>,
    own: StateTransaction['conditions'] = [],
  ): Promise<CommitResult> {
    for (let failures = 0; ;) {
      this.refuseWhenOver();
      try {
        const result = await this.attempt(writes, own, durability);
        if (result) return result;
      } catch (thrown) {
        this.refuseWhenOver();
        const { family, code } = toArbalestError(thrown);
        // A full disk may be emptied, and until then nothing is lost.
        if ((family !== 'transient' && family !== 'resources') || code === 'NOT_LEADER') throw thrown;
        if (failures === 0) this.options.log.warn('The state store failed; trying again', { cause: String(thrown) });
      }
      await this.pause(failures++);
    }
  }

  /** @returns undefined when nothing was applied and another attempt may be made */
  private async attempt(
    writes: StateTransaction['writes'],
    own: StateTransaction['conditions'],
    durability: StateTransaction['durability'],
  ): Promise<CommitResult | undefined> {
    const { state, fence } = this.options;
    const { turn } = this;
    await turn.prepare();
    this.refuseWhenOver();
    const conditions = [...(fence ? [fence.condition] : []), turn.condition(), ...own];
    const result = await state.commit({ conditions, writes: [...writes, turn.write()], durability }).catch(unknownWhenUncertain);
    if (!result?.committed) return this.findOut(own.length > 0 && result !== undefined);
    turn.applied(result.revision);
    return result;
  }

  /** Why a transaction did not come through, or whether it did. */
  private async findOut(ownConditions: boolean): Promise<CommitResult | undefined> {
    const { state, fence } = this.options;
    const last = await this.turn.last();
    if (last.seen === 'this') {
      this.turn.applied(last.revision);
      return { committed: true, revision: last.revision };
    }
    if (fence && (await state.get(fence.condition.key))?.createRevision !== fence.condition.revision) throw fence.refusal();
    if (last.seen === 'other') {
      const message = 'Another scheduler writes to the same state; give each a state of its own, or use one that several share (etcd)';
      throw internalError('STATE_SHARED', message);
    }
    return ownConditions ? { committed: false } : undefined;
  }

  private refuseWhenOver(): void {
    if (this.reason) throw this.reason;
    const { fence } = this.options;
    if (fence && !fence.holds()) throw fence.refusal();
  }

  private pause(failures: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.options.clock.schedule(Math.min(PAUSES[0] * 2 ** failures, PAUSES[1]), resolve);
      this.endPause = () => {
        cancel();
        resolve();
      };
    });
  }

  private fail(thrown: unknown): void {
    if (this.reason) return this.rejectLeft();
    const { fence, log } = this.options;
    const error = toArbalestError(thrown instanceof WriteTooLarge ? thrown.error : thrown);
    if (error.code !== 'NOT_LEADER')
      log.error('The state cannot be written; this scheduler stops', { cause: error.message, code: error.code });
    fence?.broken(error);
    this.end(error);
  }

  /** What a round that was under way when the journal ended has put back. */
  private rejectLeft(): void {
    for (const { done } of this.commits) done.reject(this.reason);
    this.commits = [];
  }
}

/** @returns nothing when only reading tells whether the transaction was applied */
function unknownWhenUncertain(thrown: unknown): undefined {
  if (!isArbalestError(thrown) || thrown.code !== 'STATE_UNCERTAIN') throw thrown;
}
