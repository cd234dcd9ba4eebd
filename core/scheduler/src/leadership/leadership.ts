import { arbalest } from '@arbalest/proto';
import {
  type ArbalestError,
  type Clock,
  isArbalestError,
  type Log,
  type StateLease,
  type StateStore,
  toArbalestError,
} from '@arbalest/spi';
import {
  isTrusted,
  type LeadershipEffect,
  type LeadershipEvent,
  type LeadershipState,
  NEW_LEADERSHIP,
  onLeadershipEvent,
} from './leadership-machine.js';
import { LEADER_KEY, Term } from './term.js';

const { Leader, LiveScheduler } = arbalest.state.v1;

const SCHEDULERS = 'schedulers/';
/** Pause before another lease is asked for. */
const REJOIN_MS = 200;

export interface LeadershipOptions {
  readonly state: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this process; no two share one. */
  readonly id: string;
  /** At which executors and clients reach this scheduler. Asked once it takes part. */
  readonly address: () => string;
  /** A leader that cannot be heard for so long is replaced. */
  readonly ttlMs: number;
  /** This scheduler leads from now on. */
  readonly lead: (term: Term) => void;
  /** It does so no longer. Called once for each `lead`. */
  readonly stepDown: (term: Term) => void;
  /** Who leads has become known, or is another one. */
  readonly changed: () => void;
  /** The store refuses to be used at all, e.g. because another process has it. Taking part goes on. */
  readonly failed: (error: ArbalestError) => void;
}

/** Takes part in the choice of the leader. Carries out what `onLeadershipEvent` decides: leases, candidacies, a look at the leader's key whenever it changes and three times in each lease. */
export class Leadership {
  private scheduler: LeadershipState = NEW_LEADERSHIP;
  private lease: StateLease | undefined;
  private term: Term | undefined;
  private candidacy: Uint8Array | undefined;
  private registered = false;
  private seen: { readonly address: string } | undefined;
  private live: readonly string[] = [];
  private looks = 0;
  /** The latest look whose answer counted, or could have. */
  private heard = 0;
  private failing = false;
  private released: Promise<void> = Promise.resolve();
  private readonly abort = new AbortController();
  private readonly cancels = new Set<() => void>();

  constructor(private readonly options: LeadershipOptions) {}

  /** Begins to take part. */
  start(): void {
    void this.acquire();
    this.tickLater();
    void this.follow();
  }

  /** Steps down, and lets others take over at once. Resolves when that is written, or cannot be. Idempotent. */
  async stop(): Promise<void> {
    this.abort.abort();
    for (const cancel of [...this.cancels]) cancel();
    this.cancels.clear();
    this.post({ type: 'stop' });
    // A lease that cannot be given back ends by itself.
    const { clock, ttlMs } = this.options;
    let cancel = () => {};
    await Promise.race([this.released, new Promise<void>((resolve) => (cancel = clock.schedule(ttlMs, resolve)))]);
    cancel();
  }

  get state(): LeadershipState['state'] {
    return this.scheduler.state;
  }

  /** Address of the scheduler that leads, as far as is known. */
  get leader(): string | undefined {
    return this.scheduler.state === 'leading' ? this.options.address() : this.seen?.address;
  }

  /** Addresses of the schedulers that live, this one's first. */
  schedulers(): readonly string[] {
    const address = this.options.address();
    return [address, ...this.live.filter((other) => other !== address)];
  }

  private post(event: LeadershipEvent): void {
    const { state, effects } = onLeadershipEvent(this.scheduler, event, this.options);
    this.scheduler = state;
    for (const effect of effects) this.interpret(effect);
  }

  private interpret(effect: LeadershipEffect): void {
    switch (effect.type) {
      case 'acquire-lease':
        // Not at once: what made this scheduler step down may last for a moment.
        this.lease = undefined;
        return this.later(() => void this.acquire(), REJOIN_MS);
      case 'register':
        return void this.register();
      case 'look':
        return void this.look();
      case 'campaign':
        return void this.campaign();
      case 'lead':
        return this.lead(effect.term);
      case 'step-down':
        return this.stepDown();
      case 'release-lease':
        return this.release();
    }
  }

  private lead(revision: bigint): void {
    const { clock, ttlMs, log } = this.options;
    const term: Term = new Term({
      clock,
      revision,
      trusted: (at) => this.term === term && isTrusted(this.scheduler, at, ttlMs),
      broken: () => this.term === term && this.post({ type: 'broken', term: revision }),
      leader: () => this.leader,
    });
    this.term = term;
    // What is being looked at may be older than this.
    this.heard = this.looks;
    log.info('This scheduler leads', { term: term.number });
    this.options.lead(term);
    this.options.changed();
  }

  private stepDown(): void {
    const { term } = this;
    if (!term) return;
    this.term = undefined;
    this.seen = undefined;
    term.end();
    const { log } = this.options;
    if (this.scheduler.state === 'stopped') log.info('This scheduler gives up the lead', { term: term.number });
    else log.warn('This scheduler leads no longer', { term: term.number });
    this.options.stepDown(term);
    this.options.changed();
  }

  private async acquire(): Promise<void> {
    try {
      const lease = await this.options.state.lease(this.options.ttlMs);
      this.failing = false;
      if (this.scheduler.state !== 'joining') return await lease.release();
      this.lease = lease;
      this.registered = false;
      this.candidacy = undefined;
      void lease.lost.then(() => this.post({ type: 'lease-lost', lease: lease.id }));
      this.post({ type: 'lease', lease: lease.id });
    } catch (thrown) {
      const error = toArbalestError(thrown);
      if (error.family === 'user' || error.family === 'internal') this.options.failed(error);
      else this.failed(thrown);
      this.later(() => void this.acquire(), REJOIN_MS);
    }
  }

  private release(): void {
    const { lease } = this;
    this.lease = undefined;
    this.registered = false;
    if (lease) this.released = lease.release().catch((thrown: unknown) => this.failed(thrown));
  }

  private async register(): Promise<void> {
    const { state, id, address } = this.options;
    const { lease } = this;
    if (!lease) return;
    const value = LiveScheduler.encode({ scheduler: id, address: address() }).finish();
    try {
      await state.commit({
        conditions: [],
        writes: [{ kind: 'put', key: SCHEDULERS + id, value, lease: lease.id }],
        durability: 'process',
      });
      if (this.lease === lease) this.registered = true;
    } catch (thrown) {
      this.writeFailed(lease, thrown);
    }
  }

  private async campaign(): Promise<void> {
    const { state, clock, id, address } = this.options;
    const { lease } = this;
    if (!lease) return;
    const at = clock.monotonic();
    const value = Leader.encode({ scheduler: id, address: address(), sinceMs: clock.now() }).finish();
    this.candidacy = value;
    try {
      const result = await state.commit({
        conditions: [{ kind: 'absent', key: LEADER_KEY }],
        writes: [{ kind: 'put', key: LEADER_KEY, value, lease: lease.id }],
        durability: 'process',
      });
      if (this.lease !== lease) return;
      this.post(result.committed ? { type: 'elected', term: result.revision, at } : { type: 'not-elected' });
    } catch (thrown) {
      if (!this.writeFailed(lease, thrown) && this.lease === lease) this.later(() => this.post({ type: 'not-elected' }));
    }
  }

  /** @returns whether the lease turned out to be gone */
  private writeFailed(lease: StateLease, thrown: unknown): boolean {
    const gone = isArbalestError(thrown) && thrown.code === 'LEASE_NOT_FOUND';
    if (gone) this.post({ type: 'lease-lost', lease: lease.id });
    else this.failed(thrown);
    return gone;
  }

  /** Finds out who leads and who lives. Several may be under way where the store is slow; one that was begun before another that was answered does not count. */
  private async look(): Promise<void> {
    const { state, clock } = this.options;
    const at = clock.monotonic();
    const look = ++this.looks;
    try {
      const entry = await state.get(LEADER_KEY);
      const live = await this.readLive();
      if (look <= this.heard || this.abort.signal.aborted) return;
      this.heard = look;
      this.failing = false;
      this.live = live;
      const before = this.leader;
      this.seen = entry && { address: Leader.decode(entry.value).address };
      const own = entry !== undefined && this.candidacy !== undefined && Buffer.compare(entry.value, this.candidacy) === 0;
      this.post({ type: 'seen', leader: entry && { term: entry.createRevision, own }, at });
      if (before !== this.leader) this.options.changed();
    } catch (thrown) {
      this.failed(thrown);
    }
  }

  private async readLive(): Promise<readonly string[]> {
    const live: string[] = [];
    for await (const { value } of this.options.state.range(SCHEDULERS)) live.push(LiveScheduler.decode(value).address);
    return live;
  }

  /** A watch makes a takeover quick; the looks make it certain. */
  private async follow(): Promise<void> {
    const { state } = this.options;
    const { signal } = this.abort;
    while (!signal.aborted) {
      try {
        const now = await state.commit({ conditions: [], writes: [] });
        const from = now.committed ? now.revision + 1n : 1n;
        this.post({ type: 'tick', at: this.options.clock.monotonic() });
        for await (const _ of state.watch(LEADER_KEY, from, signal)) this.post({ type: 'tick', at: this.options.clock.monotonic() });
      } catch (thrown) {
        if (!signal.aborted) this.failed(thrown);
      }
      if (!signal.aborted) await new Promise<void>((resolve) => this.later(resolve));
    }
  }

  private tickLater(): void {
    this.later(() => {
      if (!this.registered) void this.register();
      this.post({ type: 'tick', at: this.options.clock.monotonic() });
      this.tickLater();
    });
  }

  private later(callback: () => void, ms = this.options.ttlMs / 3): void {
    if (this.abort.signal.aborted) return;
    const cancel = this.options.clock.schedule(ms, () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  private failed(thrown: unknown): void {
    if (!this.failing && !this.abort.signal.aborted) this.options.log.warn('The state store cannot be reached', { cause: String(thrown) });
    this.failing = true;
  }
}
