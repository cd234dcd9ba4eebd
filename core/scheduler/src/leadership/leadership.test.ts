import { silentLog, type StateTransaction, transientError } from '@arbalest/spi';
import { afterEach, expect, test } from 'vitest';
import { ScratchState } from '../testing/scratch-state.js';
import { settled, VirtualClock } from '../testing/virtual-clock.js';
import { Leadership } from './leadership.js';
import type { Term } from './term.js';

const TTL = 3000;

const members: Member[] = [];
afterEach(async () => {
  await Promise.all(members.splice(0).map((member) => member.leadership.stop()));
});

class Member {
  readonly leadership: Leadership;
  readonly terms: Term[] = [];
  readonly ended: Term[] = [];
  /** Whom it watches, by address. */
  readonly watched = new Map<string, () => void>();

  constructor(
    readonly id: string,
    state: ScratchState,
    readonly clock: VirtualClock,
  ) {
    this.leadership = new Leadership({
      state,
      clock,
      log: silentLog,
      id,
      address: () => `grpc://${id}`,
      ttlMs: TTL,
      watchProcess: (address, gone) => {
        this.watched.set(address, gone);
        return () => this.watched.delete(address);
      },
      lead: (term) => this.terms.push(term),
      stepDown: (term) => this.ended.push(term),
      changed: () => {},
      failed: () => {},
    });
    members.push(this);
    this.leadership.start();
  }

  get term(): Term {
    return this.terms.at(-1)!;
  }
}

class UnrulyState extends ScratchState {
  before: (transaction: StateTransaction) => void = () => {};
  after: (transaction: StateTransaction) => void = () => {};
  unreachable = false;
  lateBy: (answer: () => void) => void = (answer) => answer();

  override async get(key: string) {
    await new Promise<void>((resolve) => this.lateBy(resolve));
    if (this.unreachable) throw transientError('STATE_UNAVAILABLE', 'no answer');
    return super.get(key);
  }

  override async commit(transaction: StateTransaction) {
    if (this.unreachable) throw transientError('STATE_UNAVAILABLE', 'no answer');
    this.before(transaction);
    const result = await super.commit(transaction);
    this.after(transaction);
    return result;
  }
}

async function two() {
  const state = new UnrulyState();
  const clock = new VirtualClock();
  const a = new Member('a', state, clock);
  await settled();
  const b = new Member('b', state, clock);
  await settled();
  return { state, clock, a, b };
}

const campaigns = ({ writes }: StateTransaction) => writes[0]?.key === 'leader';

test('the first one leads, the second one waits and knows who leads', async () => {
  const { a, b, clock } = await two();
  expect([a, b].map(({ leadership }) => leadership.state)).toEqual(['leading', 'standby']);
  expect([a, b].map(({ leadership }) => leadership.leader)).toEqual(['grpc://a', 'grpc://a']);
  await clock.advance(20_000);
  expect([a.terms.length, a.ended.length, b.terms.length]).toEqual([1, 0, 0]);
  expect(a.leadership.schedulers()).toEqual(['grpc://a', 'grpc://b']);
  expect(b.leadership.schedulers()).toEqual(['grpc://b', 'grpc://a']);
});

test('a leader that stops lets the other one lead at once', async () => {
  const { a, b } = await two();
  await a.leadership.stop();
  await settled();
  expect([a.leadership.state, b.leadership.state]).toEqual(['stopped', 'leading']);
  expect(b.term.number).toBeGreaterThan(a.term.number);
  expect(a.term.holds()).toBe(false);
});

test('a leader whose lease has ended steps down before it acts, and the other one leads', async () => {
  const { a, b, state } = await two();
  state.expire(state.leaseIds()[0]!);
  await settled();
  expect(a.ended).toEqual(a.terms);
  expect(b.leadership.state).toBe('leading');
  expect(a.leadership.leader).toBe('grpc://b');
});

test('a leader that slept is not trusted when it wakes, before any of its timers has run', async () => {
  const { a, b, state } = await two();
  // Nobody tells it, since it sleeps; the clock goes on without its timers.
  state.expire(state.leaseIds()[0]!, { silently: true });
  const { term } = a;
  expect(term.holds()).toBe(true);
  a.clock.monotonic = () => 30_000;
  expect(term.holds()).toBe(false);
  expect(a.ended).toEqual([term]);
  await settled();
  expect(b.leadership.state).toBe('leading');
});

test('a leader that cannot reach the store steps down when its lease must have ended', async () => {
  const { a, state, clock } = await two();
  state.unreachable = true;
  await clock.advance(TTL - 1);
  expect(a.term.holds()).toBe(true);
  await clock.advance(TTL);
  expect(a.term.holds()).toBe(false);
  expect(a.ended).toEqual(a.terms.slice(0, 1));
  state.unreachable = false;
  await clock.advance(2 * TTL);
  expect(members.filter(({ leadership }) => leadership.state === 'leading')).toHaveLength(1);
});

test('a store that answers late, but within the lease, deposes nobody', async () => {
  const { a, b, state, clock } = await two();
  state.lateBy = (answer) => clock.schedule(TTL / 2, answer);
  await clock.advance(20 * TTL);
  expect([a.leadership.state, b.leadership.state]).toEqual(['leading', 'standby']);
  expect([a.terms.length, a.ended.length]).toEqual([1, 0]);
  state.lateBy = (answer) => clock.schedule(2 * TTL, answer);
  await clock.advance(2 * TTL);
  expect(a.ended).toHaveLength(1);
});

test('who was elected and did not hear of it finds out', async () => {
  const state = new UnrulyState();
  const clock = new VirtualClock();
  state.after = (transaction) => {
    if (!campaigns(transaction)) return;
    state.after = () => {};
    throw transientError('STATE_UNCERTAIN', 'the answer was lost');
  };
  const a = new Member('a', state, clock);
  await settled();
  await clock.advance(TTL);
  expect(a.leadership.state).toBe('leading');
  expect(BigInt(a.term.number)).toBe((await state.get('leader'))!.createRevision);
});

test('a write that failed for good makes room for others', async () => {
  const { a, b } = await two();
  a.term.broken(new Error('disk'));
  await settled();
  expect([a.leadership.state, b.leadership.state]).toEqual(['joining', 'leading']);
  await a.clock.advance(1000);
  expect(a.leadership.state).toBe('standby');
});

test('of many that want to lead there is one at a time, and each term is greater than the last', async () => {
  const state = new UnrulyState();
  const clock = new VirtualClock();
  const all = Array.from({ length: 5 }, (_, i) => new Member(`s${i}`, state, clock));
  const terms: number[] = [];
  for (let round = 0; round < 20; round++) {
    await clock.advance(1000);
    const leaders = all.filter(({ leadership }) => leadership.state === 'leading');
    expect(leaders).toHaveLength(1);
    expect(leaders[0]!.term.holds()).toBe(true);
    terms.push(leaders[0]!.term.number);
    state.expire(state.leaseIds()[round % state.leaseIds().length]!);
    await settled();
  }
  expect(terms).toEqual(terms.toSorted((x, y) => x - y));
  expect(new Set(terms).size).toBeGreaterThan(1);
});

test('one that has stopped leaves no timer and no lease', async () => {
  const { a, b, state, clock } = await two();
  await Promise.all([a, b].map(({ leadership }) => leadership.stop()));
  expect(state.leaseIds()).toEqual([]);
  expect(clock.pending).toBe(0);
  expect(await state.get('leader')).toBeUndefined();
});

test('a leader whose process has ended is replaced before its lease is over, and one that lives after all steps down', async () => {
  const { a, b } = await two();
  expect([a, b].map(({ watched }) => [...watched.keys()])).toEqual([[], ['grpc://a']]);
  const { term } = a;
  b.watched.get('grpc://a')!();
  await settled();
  expect(b.leadership.state).toBe('leading');
  expect(b.watched.size).toBe(0);
  expect(term.holds()).toBe(false);
  expect(a.ended).toEqual([term]);
});

test('nobody is deposed for a leader that was replaced before', async () => {
  const { a, b, state } = await two();
  const gone = b.watched.get('grpc://a')!;
  state.expire(state.leaseIds()[0]!);
  await settled();
  expect(b.leadership.state).toBe('leading');
  gone();
  await settled();
  await a.clock.advance(TTL);
  expect([b.leadership.state, b.ended.length]).toEqual(['leading', 0]);
});
