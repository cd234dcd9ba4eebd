import { expect, it } from 'vitest';
import { entriesOf, put, type StateUnderTest, write, writeMany } from './subject.js';

const MANY = 10_500;

export function stateRanges(subject: StateUnderTest): void {
  it('gives a range in the order of the bytes, and of its prefix only', async () => {
    const { store } = subject;
    const inOrder = ['p/', 'p/A', 'p/a', 'p/a/b', 'p/b', 'p/\u00e9', 'p/\uFFFD', 'p/\u{1F600}'];
    await write(store, ...[...inOrder].reverse().map((key) => put(key, key)), put('o/z'), put('p'), put('p0'), put('q/a'));
    expect((await entriesOf(store, 'p/')).map(({ key }) => key)).toEqual(inOrder);
    expect(await entriesOf(store, 'none/')).toEqual([]);
    const all = (await entriesOf(store, '')).map(({ key }) => key);
    expect(all).toEqual(all.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(all).toEqual(expect.arrayContaining([...inOrder, 'o/z', 'p', 'p0', 'q/a']));
  });

  it(`gives ${MANY} entries of one moment, whatever is written while they are read`, { timeout: 120_000 }, async () => {
    const { store } = subject;
    const keys = Array.from({ length: MANY }, (_, i) => `many/${String(i).padStart(6, '0')}`);
    await writeMany(
      store,
      keys.map((key) => put(key, key)),
    );
    const met: string[] = [];
    for await (const { key, value } of store.range('many/')) {
      expect(Buffer.from(value).toString()).toBe(key);
      met.push(key);
      if (met.length === 10) await write(store, put('many/999999'), { kind: 'delete', key: keys[MANY - 1]! }, put(keys[MANY - 2]!, 'new'));
    }
    expect(met).toEqual(keys);
    expect((await entriesOf(store, 'many/')).map(({ key }) => key)).toEqual([...keys.slice(0, -1), 'many/999999']);
  });

  it('gives large values, more than one message holds', async () => {
    const { store } = subject;
    const value = new Uint8Array(1_000_000).map((_, i) => i * 31);
    for (let i = 0; i < 8; i++) await write(store, put(`large/${i}`, value));
    const entries = await entriesOf(store, 'large/');
    expect(entries.map(({ key }) => key)).toEqual(Array.from({ length: 8 }, (_, i) => `large/${i}`));
    expect(entries.every((entry) => Buffer.compare(entry.value, value) === 0)).toBe(true);
  });

  it('can be left before its end', async () => {
    const { store } = subject;
    await write(store, put('left/1'), put('left/2'));
    for await (const { key } of store.range('left/')) {
      expect(key).toBe('left/1');
      break;
    }
    await write(store, put('left/3'));
    expect(await entriesOf(store, 'left/')).toHaveLength(3);
  });
}
