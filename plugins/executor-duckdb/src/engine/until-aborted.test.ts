import { type ArrowBatch, cancelledError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { unlessAborted, untilAborted } from './until-aborted.js';

/** Batches whose turn comes when the test says so. */
function controlled() {
  const counts = { returned: 0, released: 0 };
  let give: (batch: ArrowBatch) => void = () => undefined;
  const batch: ArrowBatch = { rows: 1, metadata: new Uint8Array(0), body: new Uint8Array(0), release: () => counts.released++ };
  const batches: AsyncIterable<ArrowBatch> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise((resolve) => (give = (value) => resolve({ done: false, value }))),
      return: () => Promise.resolve({ done: true, value: counts.returned++ }),
    }),
  };
  return { counts, batches, give: () => give(batch) };
}

test('an input is returned while its batch is waited for, and the batch that comes too late is released', async () => {
  const { counts, batches, give } = controlled();
  const stop = new AbortController();
  const waiting = untilAborted(batches, stop.signal).next();
  stop.abort(cancelledError('ENGINE_CLOSED', 'The engine was closed'));
  await expect(waiting).rejects.toMatchObject({ family: 'cancelled', code: 'ENGINE_CLOSED' });
  expect(counts).toEqual({ returned: 1, released: 0 });
  give();
  await expect.poll(() => counts.released).toBe(1);
});

test('an input is returned by a reader that has enough', async () => {
  const { counts, batches, give } = controlled();
  const reading = untilAborted(batches, new AbortController().signal);
  const first = reading.next();
  give();
  expect(await first).toMatchObject({ done: false });
  await reading.return();
  expect(counts).toEqual({ returned: 1, released: 0 });
});

test('a promise that nothing aborts is what it becomes, and leaves no listener behind', async () => {
  const { signal } = new AbortController();
  const dropped: number[] = [];
  const drop = (late: number): void => void dropped.push(late);
  expect(await unlessAborted(Promise.resolve(7), signal, drop)).toBe(7);
  await expect(unlessAborted(Promise.reject(new Error('gone')), signal, drop)).rejects.toThrow('gone');
  await expect(unlessAborted(Promise.resolve(8).finally(), AbortSignal.abort(), drop)).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect.poll(() => dropped).toEqual([8]);
});
