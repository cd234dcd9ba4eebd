import { transientError } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { longInput, failingInput, rowsInput } from './inputs.js';
import { type ExecutorPlace, FIELDS, rows } from './place.js';

const GONE_MS = 10_000;

export function executorInputs(here: () => ExecutorPlace): void {
  it('opens an input once, and takes it to its end', async () => {
    const place = here();
    const input = rowsInput(FIELDS, rows());
    await place.drained(place.over(input));
    expect(input).toMatchObject({ opened: 1, ended: 1 });
  });

  it('returns an input early when the consumer returns early', async () => {
    const place = here();
    const input = longInput(FIELDS, rows(0, 1000));
    const { batches } = await place.executor.execute(place.over(input));
    const iterator = batches[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.return?.();
    await expect.poll(() => input.ended, { timeout: GONE_MS }).toBe(1);
  });

  it('returns an input early when it is told to stop', async () => {
    const place = here();
    const controller = new AbortController();
    const input = longInput(FIELDS, rows(0, 1000));
    const { batches } = await place.executor.execute(place.over(input, { signal: controller.signal }));
    const iterator = batches[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort();
    await rejection(
      'Reading on',
      (async () => {
        while (!(await iterator.next()).done);
      })(),
    );
    await expect.poll(() => input.ended, { timeout: GONE_MS }).toBe(1);
  });

  it('lets go of an input that fails', async () => {
    const place = here();
    const input = failingInput(FIELDS, rows(0, 10), transientError('GONE', 'the producer is gone'));
    await rejection('A fragment whose input fails', place.drained(place.over(input)));
    expect(input.opened).toBe(1);
    await expect.poll(() => input.ended, { timeout: GONE_MS }).toBe(1);
  });
}
