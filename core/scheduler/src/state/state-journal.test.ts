import { expect, test } from 'vitest';
import { gate, openJournal, put, Source } from '../testing/journal-fixture.js';
import { settled } from '../testing/virtual-clock.js';

test('what changes within a tick is kept by one transaction, however often it changes', async () => {
  const { journal, state } = await openJournal();
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
  const { journal, state } = await openJournal();
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
  const { journal, state } = await openJournal();
  journal.changed(new Source());
  await journal.kept();
  expect(state.commits).toEqual([]);
});

test('sources are parted where a transaction is full; the writes of one stay together', async () => {
  // Three operations and 1 KiB of each transaction are the journal's own.
  const { journal, state } = await openJournal({ limits: { operations: 3 + 5, bytes: 1024 + 100 } });
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
  const { journal, state } = await openJournal({ limits: { operations: 3 + 4, bytes: 100_000 } });
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
  const { journal, state } = await openJournal({ limits: { operations: 128, bytes: 1024 + 50 } });
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
  const { journal, state } = await openJournal();
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

test('where nobody waits, a slow store gets what changes in twice the time that it takes; who waits is not kept waiting', async () => {
  const { journal, state, clock } = await openJournal();
  state.before = () => new Promise<void>((resolve) => clock.schedule(10, resolve));
  const source = new Source();
  const change = async (key: string): Promise<void> => {
    source.writes.push(put(key));
    journal.changed(source);
    await settled();
  };
  await change('k/0');
  await clock.advance(10);
  expect(journal.isKept).toBe(true);
  for (let i = 1; i <= 4; i++) {
    await change(`k/${i}`);
    await clock.advance(4);
  }
  let eventually = false;
  void journal.keptEventually().then(() => (eventually = true));
  await clock.advance(4 + 9);
  expect([state.commits.length, eventually]).toEqual([1, false]);
  await clock.advance(1);
  expect([state.commits.length, eventually]).toEqual([2, true]);
  expect(await state.keys()).toHaveLength(5);
  await change('k/5');
  const kept = journal.kept();
  await settled();
  await clock.advance(10);
  await kept;
  expect(state.commits.length).toBe(3);
  expect(clock.pending).toBe(0);
});

test('a transaction of its own takes along what is being gathered', async () => {
  const { journal, state, clock } = await openJournal();
  state.before = () => new Promise<void>((resolve) => clock.schedule(10, resolve));
  const source = new Source();
  source.writes.push(put('k/0'));
  journal.changed(source);
  await settled();
  await clock.advance(10);
  source.writes.push(put('k/1'));
  journal.changed(source);
  const own = journal.commit({ conditions: [], writes: [put('k/own')] });
  await settled();
  await clock.advance(20);
  expect(await own).toMatchObject({ committed: true });
  expect(await state.keys()).toEqual(['k/0', 'k/1', 'k/own']);
});
