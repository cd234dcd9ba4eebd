import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { entriesOf, put, type StateUnderTest, text, watching, write } from './subject.js';

/** Transactions that the process says it has made before it is killed. */
const SAID = 300;
const SAID_MS = 60_000;

/** Makes one transaction after another, each of two keys, and says the number of each once it is committed. Every third waits for the disk. */
const WRITER = `
const lease = await store.lease(60_000);
await store.commit({ conditions: [], writes: [{ kind: 'put', key: 'crash/leased', value: new Uint8Array(1), lease: lease.id }] });
for (let n = 1; ; n++) {
  const value = new TextEncoder().encode(String(n));
  const writes = [{ kind: 'put', key: 'crash/n', value }, { kind: 'put', key: 'crash/slot/' + (n % 20), value }];
  await store.commit({ conditions: [], writes, durability: n % 3 === 0 ? 'disk' : 'process' });
  process.stdout.write(n + '\\n');
}
`;

/** For stores whose state outlives them. */
export function stateCrashes(subject: StateUnderTest): void {
  it('has everything when it is opened again', async () => {
    const made = await write(subject.store, put('reopened/a', '1'), put('reopened/b', '1'));
    const changed = await write(subject.store, put('reopened/a', '2'), { kind: 'delete', key: 'reopened/b' });
    const lease = await subject.store.lease(subject.leaseMs);
    await write(subject.store, put('reopened/leased', '', lease.id));
    await subject.reopen();
    const { store } = subject;
    expect(await store.get('reopened/a')).toMatchObject({ createRevision: made, revision: changed });
    expect(text((await store.get('reopened/a'))!.value)).toBe('2');
    expect(await store.get('reopened/b')).toBeUndefined();
    await expect.poll(() => store.get('reopened/leased'), { timeout: 20_000 }).toBeUndefined();
    expect(await write(store, put('reopened/c'))).toBeGreaterThan(changed);
    const watch = watching(store, 'reopened/a', changed);
    await expect.poll(() => watch.seen.length, { timeout: 20_000 }).toBe(1);
    await watch.end();
  });

  it('has what a process said it had written when that is killed', { timeout: 180_000 }, async () => {
    const { program } = subject.place;
    if (program === undefined) throw new Error('A place of a durable store has a `program`, which is run and killed');
    await subject.store.close();
    for (let round = 0; round < 3; round++) {
      const said = await killed(program);
      await subject.reopen();
      const { store } = subject;
      const written = Number(text((await store.get('crash/n'))!.value));
      expect(written).toBeGreaterThanOrEqual(said);
      // Each transaction whole: the slot that it wrote has its number, the others those before it.
      const slots = await entriesOf(store, 'crash/slot/');
      expect(slots.map(({ value }) => Number(text(value))).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, i) => written - 19 + i),
      );
      await write(store, put('crash/after', String(round)));
      if (round < 2) await store.close();
    }
  });

  it('is closed once for all, and ends its watches then', async () => {
    const { store } = subject;
    const watch = watching(store, '', 1n + (await write(store, put('closing'))));
    await store.get('closing');
    await store.close();
    await store.close();
    await watch.done;
    await expect(store.get('closing')).rejects.toMatchObject({ code: 'STATE_CLOSED' });
    await expect(write(store, put('closing'))).rejects.toMatchObject({ code: 'STATE_CLOSED' });
    await expect(store.lease(1000)).rejects.toMatchObject({ code: 'STATE_CLOSED' });
    await subject.reopen();
    await write(subject.store, put('closing', 'again'));
  });
}

/** Runs the writer until it has said enough, kills it in the midst of its work, and answers with the last number that it said. */
async function killed(program: string): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${program}\n${WRITER}`], {
    cwd: process.cwd(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const closed = once(child, 'close');
  const lines = () => out.split('\n').slice(0, -1);
  try {
    await until(
      child,
      () => lines().length >= SAID,
      () => err,
    );
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
  return Number(lines().at(-1));
}

async function until(child: ChildProcess, isSo: () => boolean, log: () => string): Promise<void> {
  for (const end = Date.now() + SAID_MS; !isSo();) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The writer ended by itself:\n${log()}`);
    if (Date.now() > end) throw new Error(`The writer did not write ${SAID} transactions in ${SAID_MS} ms:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
