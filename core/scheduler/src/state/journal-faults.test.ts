import { silentLog, transientError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { openJournal, put, Source, UnrulyStore } from '../testing/journal-fixture.js';
import { settled, VirtualClock } from '../testing/virtual-clock.js';
import { StateJournal } from './state-journal.js';

test('a store that fails for a moment is tried again after a pause', async () => {
  const { journal, state, clock } = await openJournal();
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
  const { journal, state, clock } = await openJournal();
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
  const { journal, state, clock } = await openJournal();
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
  const { journal, state } = await openJournal();
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
  const { journal, state, fence } = await openJournal();
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
  const { journal, state, fence, clock } = await openJournal();
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
  const { journal, state, fence } = await openJournal();
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
  const { journal, state, clock } = await openJournal();
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
