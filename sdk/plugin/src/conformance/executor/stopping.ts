import { expect, it } from 'vitest';
import { rejection, within } from '../deadline.js';
import { endlessInput, longInput, rowsInput, stalledInput } from './inputs.js';
import { type ExecutorPlace, FIELDS, rows } from './place.js';

export function executorStopping(here: () => ExecutorPlace): void {
  it('runs nothing when it was told to stop before', async () => {
    const place = here();
    const input = rowsInput(FIELDS, rows(0, 10));
    const error = await rejection('A fragment whose signal has aborted', place.drained(place.over(input, { signal: AbortSignal.abort() })));
    expect(error).toMatchObject({ family: 'cancelled' });
    expect(input.ended).toBe(input.opened);
  });

  it.each([
    ['rows without end', endlessInput],
    ['an input that hangs', stalledInput],
  ])('throws a cancelled error at once when it is told to stop over %s', async (_, inputOf) => {
    const place = here();
    const controller = new AbortController();
    const running = place.drained(place.over(inputOf(FIELDS, rows(0, 1000)), { signal: controller.signal }));
    running.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    controller.abort();
    expect(await rejection('A fragment that was told to stop', running)).toMatchObject({ family: 'cancelled' });
  });

  it('does not go on after the consumer has returned', async () => {
    const place = here();
    const { batches } = await place.executor.execute(place.over(longInput(FIELDS, rows(0, 1000))));
    const iterator = batches[Symbol.asyncIterator]();
    await iterator.next();
    await within('Returning early', Promise.resolve(iterator.return?.()));
    expect((await within('Reading on after returning', iterator.next())).done).toBe(true);
  });

  it('leaves other fragments alone when one is told to stop', async () => {
    const place = here();
    const controller = new AbortController();
    const stopped = place.drained(place.over(endlessInput(FIELDS, rows(0, 1000)), { signal: controller.signal }));
    stopped.catch(() => undefined);
    const others = Promise.all([
      place.rows(place.over(rowsInput(FIELDS, rows(), 10))),
      place.rows(place.over(rowsInput(FIELDS, rows(), 10))),
    ]);
    controller.abort();
    for (const found of await others) expect(found).toHaveLength(rows().length);
    await rejection('A fragment that was told to stop', stopped);
  });
}
