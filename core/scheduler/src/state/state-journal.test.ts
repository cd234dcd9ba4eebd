import { type StateStore, type StateTransaction, type StateWrite, silentLog, transientError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { ScratchState } from '../testing/scratch-state.js';
import { settled, VirtualClock } from '../testing/virtual-clock.js';
import type { Fence } from './fence.js';
import type { Recorded } from './journal.js';
import { notLeader } from './not-leader.js';
import { StateJournal } from './state-journal.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const put = (key: string, value = ''): StateWrite => ({ kind: 'put', key, value: bytes(value) });

/** A store over which the test has power: it can be slow, fail, lose answers, and be written to by somebody else. */
class UnrulyStore implements StateStore {
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
class Source implements Recorded {
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

class LeaderFence implements Fence {
  trusted = true;
  brokenBy: unknown;

  constructor(readonly condition: Fence['condition']) {}

  holds = () => this.trusted;
  broken = (cause: unknown) => void (this.brokenBy ??= cause);
  refusal = (cause?: unknown) => notLeader('grpc://other', cause);
}

async function open({ limits }: { readonly limits?: StateStore['limits'] } = {}) {
  const state = new UnrulyStore();
  state.limits = limits;
  const clock = new VirtualClock();
  const made = await state.inner.commit({ conditions: [], writes: [put('leader', 'me')] });
  const fence = new LeaderFence({ kind: 'created-at', key: 'leader', revision: made.committed ? made.revision : 0n });
  const journal = new StateJournal({ state, clock, log: silentLog, fence });
  return { state, clock, fence, journal };
}

/** Resolves by hand. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

test('what changes within a tick is kept by one transaction, however often it changes', async () => {
  const { journal, state } = await open();
  const [a, b] = [new Source(), new Source()];
  for (let i = 0; i < 5; i++) {
    journal.changed(a);
    journal.changed(b);
  }
  a.writes.push(put('k/a'));
  b.writes.push(put('k/b'));
  expect(journal.isKept).toBe(false);
  await journal.kept();
  expect(journal.isKept).toBe(true);
  expect([a.collected, b.collected, state.commits.length]).toEqual([1, 1, 1]);
  expect(await state.keys()).toEqual(['k/a', 'k/b']);
});

test('while a slow store works, one transaction gathers what changes meanwhile', async () => {
  const { journal, state } = await open();
  const first = gate();
  state.before = () => first.opened;
  const source = new Source();
  source.writes.push(put('k/0'));
  journal.changed(source);
  const before = journal.kept();
  await settled();
  for (let i = 1; i < 50; i++) {
    source.writes.push(put(`k/${i}`));
    journal.changed(source);
    await settled();
  }
  let later = false;
  const all = journal.kept().then(() => (later = true));
  first.open();
  await before;
  expect([state.commits.length, later]).toEqual([1, false]);
  await all;
  expect(state.commits.length).toBe(2);
  expect(await state.keys()).toHaveLength(50);
});

test('a source that has nothing to write costs no transaction', async () => {
  const { journal, state } = await open();
  journal.changed(new Source());
  await journal.kept();
  expect(state.commits).toEqual([]);
});

test('sources are parted where a transaction is full; the writes of one stay together', async () => {
  // Three operations and 1 KiB of each transaction are the journal's own.
  const { journal, state } = await open({ limits: { operations: 3 + 5, bytes: 1024 + 100 } });
  const sources = [3, 2, 4, 1].map((count, at) => {
    const source = new Source();
    for (let i = 0; i < count; i++) source.writes.push(put(`k/${at}/${i}`));
    journal.changed(source);
    return source;
  });
  await journal.kept();
  expect(state.commits.map(({ writes }) => writes.length - 1)).toEqual([5, 5]);
  expect(state.commits.every(({ conditions, writes }) => conditions.length + writes.length <= 8)).toBe(true);
  for (const source of sources.slice(0, 2)) {
    for (let i = 0; i < 2; i++) source.writes.push(put(`k/big/${i}${sources.indexOf(source)}`, 'x'.repeat(22)));
    journal.changed(source);
  }
  await journal.kept();
  expect(state.commits.slice(2).map(({ writes }) => writes.length - 1)).toEqual([2, 2]);
});

test('a source that fits into no transaction marks its record first as torn and last as whole', async () => {
  const { journal, state } = await open({ limits: { operations: 3 + 4, bytes: 100_000 } });
  const source = new Source({ torn: () => ({ first: put('k/job', 'torn'), last: put('k/job', 'whole') }) });
  source.writes.push(put('k/job', 'collected'), ...Array.from({ length: 9 }, (_, i) => put(`k/task/${i}`)));
  const seen: (string | undefined)[] = [];
  state.after = async () => void seen.push(new TextDecoder().decode((await state.get('k/job'))?.value));
  journal.changed(source);
  await journal.kept();
  expect(seen).toEqual(['torn', 'torn', 'whole']);
  expect(state.commits.map(({ writes }) => writes.length - 1)).toEqual([4, 4, 3]);
});

test('a record that fits into no transaction is refused to its source, and nothing of it is written; the others are kept', async () => {
  const { journal, state } = await open({ limits: { operations: 128, bytes: 1024 + 50 } });
  let refused: unknown;
  const source = new Source({ refused: (error) => (refused = error) });
  source.writes.push(put('k/a'), put('k/huge', 'x'.repeat(60)));
  const other = new Source();
  other.writes.push(put('k/other'));
  for (const each of [source, other]) journal.changed(each);
  await journal.kept();
  expect(refused).toMatchObject({ code: 'STATE_TOO_LARGE', message: expect.stringContaining('k/huge takes 66 bytes') as string });
  expect(await state.keys()).toEqual(['k/other']);
});

test('what one source wants on disk goes to disk', async () => {
  const { journal, state } = await open();
  const [job, view] = [new Source(), new Source({ durability: 'disk' })];
  job.writes.push(put('k/job'));
  journal.changed(job);
  await journal.kept();
  job.writes.push(put('k/job'));
  view.writes.push(put('k/view'));
  for (const each of [job, view]) journal.changed(each);
  await journal.kept();
  expect(state.commits.map(({ durability }) => durability)).toEqual(['process', 'disk']);
});

test('a store that fails for a moment is tried again after a pause', async () => {
  const { journal, state, clock } = await open();
  let failures = 3;
  state.before = () => {
    if (failures-- > 0) throw transientError('STATE_UNAVAILABLE', 'no quorum');
  };
  const source = new Source();
  source.writes.push(put('k/a'));
  journal.changed(source);
  let kept = false;
  void journal.kept().then(() => (kept = true));
  await settled();
  expect(kept).toBe(false);
  await clock.advance(20 + 40 + 80);
  expect(kept).toBe(true);
  expect(await state.keys()).toEqual(['k/a']);
  expect(clock.pending).toBe(0);
});

test.each([true, false])('an answer that was lost: applied %s, and in the end applied once', async (applied) => {
  const { journal, state, clock } = await open();
  const lose = () => {
    state.before = state.after = () => {};
    throw transientError('STATE_UNCERTAIN', 'the answer was lost');
  };
  if (applied) state.after = lose;
  else state.before = lose;
  const result = journal.commit({ conditions: [{ kind: 'absent', key: 'k/view' }], writes: [put('k/view')] });
  await settled();
  await clock.advance(1000);
  expect(await result).toMatchObject({ committed: true });
  expect(state.commits.length).toBe(1);
  expect(clock.pending).toBe(0);
});

test('a transaction that arrives late changes nothing any more', async () => {
  const { journal, state, clock } = await open();
  const source = new Source();
  state.before = () => {
    state.before = () => {};
    throw transientError('STATE_UNCERTAIN', 'nobody knows');
  };
  source.writes.push(put('k/a', 'old'));
  journal.changed(source);
  await settled();
  await clock.advance(1000);
  const late = state.commits[0]!;
  source.writes.push(put('k/a', 'new'));
  journal.changed(source);
  await journal.kept();
  expect(await state.inner.commit(late)).toEqual({ committed: false });
  expect(new TextDecoder().decode((await state.get('k/a'))!.value)).toBe('new');
});

test('a transaction with conditions comes after what had changed before it, and says when they do not hold', async () => {
  const { journal, state } = await open();
  const source = new Source();
  source.writes.push(put('k/job', '1'));
  journal.changed(source);
  const make = () => journal.commit({ conditions: [{ kind: 'absent', key: 'k/view' }], writes: [put('k/view'), put('k/job', '2')] });
  const both = await Promise.all([make(), make()]);
  expect(both.map(({ committed }) => committed)).toEqual([true, false]);
  expect(state.commits.map(({ writes }) => writes.map(({ key }) => key))).toEqual([
    ['k/job', 'journal'],
    ['k/view', 'k/job', 'journal'],
    ['k/view', 'k/job', 'journal'],
  ]);
  expect(journal.isKept).toBe(true);
});

test('a deposed leader writes nothing, and nobody hears that it did', async () => {
  const { journal, state, fence } = await open();
  await state.inner.commit({ conditions: [], writes: [{ kind: 'delete', key: 'leader' }] });
  await state.inner.commit({ conditions: [], writes: [put('leader', 'other')] });
  const source = new Source();
  source.writes.push(put('k/a'));
  journal.changed(source);
  const own = journal.commit({ conditions: [], writes: [put('k/b')] });
  own.catch(() => {});
  await expect(journal.kept()).rejects.toMatchObject({ code: 'NOT_LEADER', family: 'transient', details: { leader: 'grpc://other' } });
  await expect(own).rejects.toMatchObject({ code: 'NOT_LEADER' });
  expect(await state.keys()).toEqual([]);
  expect(fence.brokenBy).toMatchObject({ code: 'NOT_LEADER' });
  expect(journal.isKept).toBe(false);
  await expect(journal.kept()).rejects.toMatchObject({ code: 'NOT_LEADER' });
  journal.changed(source);
  expect(state.commits.length).toBe(1);
});

test('a leader that no longer trusts its lease does not even try', async () => {
  const { journal, state, fence, clock } = await open();
  state.before = () => {
    throw transientError('STATE_UNAVAILABLE', 'no quorum');
  };
  const source = new Source();
  source.writes.push(put('k/a'));
  journal.changed(source);
  const kept = journal.kept();
  kept.catch(() => {});
  await settled();
  fence.trusted = false;
  state.before = () => {};
  await clock.advance(1000);
  await expect(kept).rejects.toMatchObject({ code: 'NOT_LEADER' });
  expect(state.commits).toEqual([]);
  expect(clock.pending).toBe(0);
});

test('a store that fails for good ends the journal, and the leader with it', async () => {
  const { journal, state, fence } = await open();
  state.before = () => {
    throw new Error('the file is gone');
  };
  const source = new Source();
  source.writes.push(put('k/a'));
  journal.changed(source);
  await expect(journal.kept()).rejects.toMatchObject({ code: 'NOT_LEADER' });
  expect(fence.brokenBy).toMatchObject({ message: 'the file is gone' });
});

test('ended while it waits for a store, it leaves neither a timer nor anybody waiting', async () => {
  const { journal, state, clock } = await open();
  state.before = () => {
    throw transientError('STATE_UNAVAILABLE', 'no quorum');
  };
  const source = new Source();
  source.writes.push(put('k/a'));
  journal.changed(source);
  const waiting = [journal.kept(), journal.commit({ conditions: [], writes: [put('k/b')] })];
  for (const each of waiting) each.catch(() => {});
  await settled();
  journal.end();
  for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'NOT_LEADER' });
  await settled();
  expect(clock.pending).toBe(0);
});

test('without a fence, a second scheduler on the same state is found out', async () => {
  const state = new UnrulyStore();
  const clock = new VirtualClock();
  const [one, two] = ['one', 'two'].map((name) => new StateJournal({ state, clock, log: silentLog, name }));
  const source = new Source();
  for (const journal of [one!, two!]) {
    source.writes.push(put('k/a'));
    journal.changed(source);
    await journal.kept();
  }
  source.writes.push(put('k/a'));
  one!.changed(source);
  await expect(one!.kept()).rejects.toMatchObject({ code: 'NOT_LEADER', cause: { code: 'STATE_SHARED' } });
});
