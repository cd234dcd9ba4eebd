import { isArbalestError, type StateLease, toArbalestError } from '@arbalest/spi';
import {
  isTrusted,
  type LeadershipEffect,
  type LeadershipEvent,
  type LeadershipState,
  NEW_LEADERSHIP,
  onLeadershipEvent,
} from './leadership-machine.js';
import { type FoundLeader, LEADER_KEY, LeaderRecords } from './leader-records.js';
import type { LeadershipOptions } from './leadership-options.js';
import { Term } from './term.js';

/** Pause before another lease is asked for. */
const REJOIN_MS = 200;

/** Takes part in the choice of the leader. Carries out what `onLeadershipEvent` decides: leases, candidacies, a look at the leader's key whenever it changes and three times in each lease. */
export class Leadership {
  private scheduler: LeadershipState = NEW_LEADERSHIP;
  private readonly records: LeaderRecords;
  private lease: StateLease | undefined;
  private term: Term | undefined;
  private candidacy: Uint8Array | undefined;
  private registered = false;
  private seen: FoundLeader | undefined;
  private watched: { readonly term: bigint; readonly stop: () => void } | undefined;
  private live: readonly string[] = [];
  private looks = 0;
  /** The latest look whose answer counted, or could have. */
  private heard = 0;
  private failing = false;
  private released: Promise<void> = Promise.resolve();
  private readonly abort = new AbortController();
  private readonly cancels = new Set<() => void>();

  constructor(private readonly options: LeadershipOptions) {
    this.records = new LeaderRecords(options.state, options.id);
  }

  /** Begins to take part. */
  start(): void {
    void this.acquire();
    this.tickLater();
    void this.follow();
  }

  /** Steps down, and lets others take over at once. Resolves when that is written, or cannot be. Idempotent. */
  async stop(): Promise<void> {
    this.abort.abort();
    this.watch(undefined);
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
      case 'depose':
        return void this.depose(effect.term);
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
    this.watch(undefined);
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
    const { lease } = this;
    if (!lease) return;
    try {
      await this.records.register(this.options.address(), lease.id);
      if (this.lease === lease) this.registered = true;
    } catch (thrown) {
      this.writeFailed(lease, thrown);
    }
  }

  private async campaign(): Promise<void> {
    const { clock, address } = this.options;
    const { lease } = this;
    if (!lease) return;
    const at = clock.monotonic();
    const candidacy = (this.candidacy = this.records.candidacy(address(), clock.now()));
    try {
      const term = await this.records.campaign(candidacy, lease.id);
      if (this.lease !== lease) return;
      this.post(term === undefined ? { type: 'not-elected' } : { type: 'elected', term, at });
    } catch (thrown) {
      if (!this.writeFailed(lease, thrown) && this.lease === lease) this.later(() => this.post({ type: 'not-elected' }));
    }
  }

  private async depose(term: bigint): Promise<void> {
    this.options.log.warn('The scheduler that leads has ended; its lease is not waited for', { term: Number(term) });
    try {
      await this.records.depose(term);
    } catch (thrown) {
      this.failed(thrown);
    }
    this.post({ type: 'tick', at: this.options.clock.monotonic() });
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
    const at = this.options.clock.monotonic();
    const look = ++this.looks;
    try {
      // Side by side: what proves that this scheduler leads is not to come later than it must.
      const [leader, live] = await Promise.all([this.records.leader(), this.records.live()]);
      if (look <= this.heard || this.abort.signal.aborted) return;
      this.heard = look;
      this.failing = false;
      this.live = live;
      const before = this.leader;
      this.seen = leader;
      const own = leader !== undefined && this.candidacy !== undefined && Buffer.compare(leader.value, this.candidacy) === 0;
      this.post({ type: 'seen', leader: leader && { term: leader.term, own }, at });
      this.watch(this.scheduler.state === 'standby' ? leader : undefined);
      if (before !== this.leader) this.options.changed();
    } catch (thrown) {
      this.failed(thrown);
    }
  }

  /** Whether the process of this leader lives, and of no other. */
  private watch(leader: FoundLeader | undefined): void {
    if (this.watched?.term === leader?.term) return;
    this.watched?.stop();
    this.watched = undefined;
    if (!leader || !this.options.watchProcess) return;
    const { term, address } = leader;
    this.watched = { term, stop: this.options.watchProcess(address, () => this.post({ type: 'gone', term })) };
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
