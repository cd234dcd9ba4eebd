import { type ArrowBatch, cancelledError, type FragmentInput } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { InputReader } from './input-reader.js';

const BATCH: ArrowBatch = { rows: 1, metadata: new Uint8Array(0), body: new Uint8Array(0) };

/** One batch and then a wait without end, and how often it was returned. */
function hanging() {
  const counts = { returned: 0 };
  let given = false;
  const batches: AsyncIterable<ArrowBatch> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        if (given) return new Promise<never>(() => undefined);
        given = true;
        return Promise.resolve({ done: false, value: BATCH });
      },
      return: () => {
        counts.returned++;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  return { counts, batches };
}

it('ends while it waits for a batch that never comes, and returns the input once', async () => {
  const { counts, batches } = hanging();
  const stop = new AbortController();
  const reader = new InputReader(batches, stop.signal);
  expect(await reader.next()).toEqual({ done: false, value: BATCH });
  const waiting = reader.next();
  stop.abort(cancelledError('ENGINE_CLOSED', 'The engine was closed'));
  await expect(waiting).rejects.toMatchObject({ family: 'cancelled', code: 'ENGINE_CLOSED' });
  await expect(reader.next()).rejects.toMatchObject({ family: 'cancelled' });
  await reader.return();
  expect(counts.returned).toBe(1);
});

it('has no more batches once its reader has returned', async () => {
  const { counts, batches } = hanging();
  const reader = new InputReader(batches, new AbortController().signal);
  await reader.next();
  const waiting = reader.next();
  await reader.return();
  expect([await waiting, await reader.next()]).toEqual([
    { done: true, value: undefined },
    { done: true, value: undefined },
  ]);
  expect(counts.returned).toBe(1);
});

it('returns an input unread when the signal aborts before anything is asked for', () => {
  const { counts, batches } = hanging();
  const stop = new AbortController();
  new InputReader(batches, stop.signal);
  stop.abort();
  expect(counts.returned).toBe(1);
});

it('does not wait for an input to open, and returns one that opens too late', async () => {
  const { counts, batches } = hanging();
  const stop = new AbortController();
  let opened = (): void => undefined;
  const input: FragmentInput = {
    fields: [],
    open: () => new Promise((resolve) => (opened = () => resolve({ schema: { message: new Uint8Array(0) }, batches }))),
  };
  const opening = InputReader.open(input, stop.signal);
  stop.abort();
  await expect(opening).rejects.toMatchObject({ family: 'cancelled', code: 'CANCELLED' });
  opened();
  await expect.poll(() => counts.returned).toBe(1);
});

it('passes on what the input throws, and does not return it then', async () => {
  let returned = 0;
  const batches: AsyncIterable<ArrowBatch> = {
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.reject(new Error('gone')),
      return: () => Promise.resolve({ done: true, value: returned++ }),
    }),
  };
  const reader = new InputReader(batches, new AbortController().signal);
  await expect(reader.next()).rejects.toThrow('gone');
  await reader.return();
  expect(returned).toBe(0);
});
