import { readdir, readlink } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rejection, within } from '../deadline.js';
import { type CodecPlace, WHOLE } from './place.js';

export function codecStopping(here: () => CodecPlace): void {
  it('stops when the reader goes away', async () => {
    const place = here();
    const [split] = await place.splits(place.table, WHOLE);
    const stream = await place.codec.read(split!, place.request(place.table.shape.fields, { batchRows: 100 }));
    const iterator = stream.batches[Symbol.asyncIterator]();
    expect((await iterator.next()).done).not.toBe(true);
    await within('Returning early', Promise.resolve(iterator.return?.()));
    expect((await within('Reading on after returning', iterator.next())).done).toBe(true);
  });

  it('stops with an error when it is told to', async () => {
    const place = here();
    const controller = new AbortController();
    const [split] = await place.splits(place.table, WHOLE);
    const reading = async () => {
      const request = place.request(place.table.shape.fields, { batchRows: 100, signal: controller.signal });
      const stream = await place.codec.read(split!, request);
      controller.abort(new Error('told to'));
      let rows = 0;
      for await (const batch of stream.batches) rows += batch.rows;
      return rows;
    };
    await rejection('Reading, once the signal has aborted', reading());
  });

  it('reads nothing when it was told to stop before', async () => {
    const place = here();
    const [split] = await place.splits(place.table, WHOLE);
    const reading = async () => {
      const stream = await place.codec.read(split!, place.request(place.table.shape.fields, { signal: AbortSignal.abort() }));
      for await (const batch of stream.batches) expect(batch.rows).toBe(0);
    };
    await rejection('Reading, with a signal that has aborted', reading());
  });

  // Where the system says which files a process has open.
  it.runIf(process.platform === 'linux')('has no file open any more after a reader has gone, or was told to stop', async () => {
    const place = here();
    const [split] = await place.splits(place.table, WHOLE);
    const before = (await openFiles(split!.file.path)).length;
    for (const end of ['return', 'abort'] as const) {
      const controller = new AbortController();
      const request = place.request(place.table.shape.fields, { batchRows: 100, signal: controller.signal });
      const iterator = (await place.codec.read(split!, request)).batches[Symbol.asyncIterator]();
      await iterator.next();
      if (end === 'abort') {
        controller.abort();
        await iterator.next().catch(() => undefined);
      } else await iterator.return?.();
      await expect.poll(async () => (await openFiles(split!.file.path)).length, { timeout: 10_000 }).toBeLessThanOrEqual(before);
    }
  });
}

async function openFiles(path: string): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd');
  const targets = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => target === path);
}
