import { silentLog, type StateStore, type StateTransaction, type StateWrite } from '@arbalest/spi';
import type { Fence } from '../state/fence.js';
import type { Recorded } from '../state/journal.js';
import { notLeader } from '../state/not-leader.js';
import { StateJournal } from '../state/state-journal.js';
import { ScratchState } from './scratch-state.js';
import { VirtualClock } from './virtual-clock.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const put = (key: string, value = ''): StateWrite => ({ kind: 'put', key, value: bytes(value) });

/** A store over which the test has power: it can be slow, fail, lose answers, and be written to by somebody else. */
export class UnrulyStore implements StateStore {
  readonly inner = new ScratchState();
  readonly commits: StateTransaction[] = [];
  limits: StateStore['limits'];
  /** Called for each commit, before it is applied (`before`) and before it is answered (`after`). */
  before: () => Promise<void> | void = () => {};
  after: () => Promise<void> | void = () => {};

  get = (key: string) => this.inner.get(key);
  range = (prefix: string) => this.inner.range(prefix);
  watch = (prefix: string, from: bigint, signal: AbortSignal) => this.inner.watch(prefix, from, signal);
  lease = (ttlMs: number) => this.inner.lease(ttlMs);
  close = () => this.inner.close();

  async commit(transaction: StateTransaction) {
    await this.before();
    this.commits.push(transaction);
    const result = await this.inner.commit(transaction);
    await this.after();
    return result;
  }

  async keys(prefix = 'k'): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { key } of this.inner.range(prefix)) keys.push(key);
    return keys;
  }
}

/** Collects whatever it was given. */
export class Source implements Recorded {
  writes: StateWrite[] = [];
  collected = 0;

  constructor(private readonly more: Partial<Recorded> = {}) {}

  collect(): readonly StateWrite[] {
    this.collected++;
    return this.writes.splice(0);
  }

  get durability() {
    return this.more.durability ?? 'process';
  }

  get torn() {
    return this.more.torn;
  }

  get refused() {
    return this.more.refused;
  }
}

export class LeaderFence implements Fence {
  trusted = true;
  brokenBy: unknown;

  constructor(readonly condition: Fence['condition']) {}

  holds = () => this.trusted;
  broken = (cause: unknown) => void (this.brokenBy ??= cause);
  refusal = (cause?: unknown) => notLeader('grpc://other', cause);
}

export async function openJournal({ limits }: { readonly limits?: StateStore['limits'] } = {}) {
  const state = new UnrulyStore();
  state.limits = limits;
  const clock = new VirtualClock();
  const made = await state.inner.commit({ conditions: [], writes: [put('leader', 'me')] });
  const fence = new LeaderFence({ kind: 'created-at', key: 'leader', revision: made.committed ? made.revision : 0n });
  const journal = new StateJournal({ state, clock, log: silentLog, fence });
  return { state, clock, fence, journal };
}

/** Resolves by hand. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
