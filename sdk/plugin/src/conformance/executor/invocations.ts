import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { longInput, rowsInput } from './inputs.js';
import { type ExecutorPlace, FIELDS, INPUT_ROWS, rows } from './place.js';

export function executorInvocations(here: () => ExecutorPlace): void {
  it('calls a function for each row, in their order, where it calls functions', { timeout: 120_000 }, async () => {
    const place = here();
    if (!place.can('invoke')) return;
    const input = rows();
    const found = await place.rows(place.calling(place.functions.addOne, rowsInput(FIELDS, input)));
    expect(found).toHaveLength(INPUT_ROWS);
    expect(found.map(([i, , one]) => [Number(i), Number(one)])).toEqual(input.map(([i]) => [Number(i), Number(i) + 1]));
  });

  it('gives the function NULLs as it declares, where it calls functions', { timeout: 120_000 }, async () => {
    const place = here();
    if (!place.can('invoke')) return;
    const found = await place.rows(place.calling(place.functions.addOne, rowsInput(FIELDS, [[1, 'a'], [null, 'b'], [3, null]]))); // prettier-ignore
    expect(found.map(([, , one]) => (one === null ? null : Number(one)))).toEqual([2, null, 4]);
  });

  it('says what a function that fails said, as the user\u2019s error, where it calls functions', { timeout: 120_000 }, async () => {
    const place = here();
    if (!place.can('invoke')) return;
    const { failing, failure } = place.functions;
    const input = longInput(FIELDS, rows(0, 10));
    const error = await rejection('A function that fails', place.drained(place.calling(failing, input)), 60_000);
    expect(error).toMatchObject({ family: 'user', message: expect.stringContaining(failure) as string });
    await expect.poll(() => input.ended, { timeout: 10_000 }).toBe(1);
  });

  it('stops a function that never answers when it is told to, and calls others afterwards', { timeout: 180_000 }, async () => {
    const place = here();
    if (!place.can('invoke')) return;
    const { addOne, endless } = place.functions;
    // The first call may have to start the process that the function runs in.
    await place.drained(place.calling(addOne, rowsInput(FIELDS, rows(0, 1))));
    const controller = new AbortController();
    const running = place.drained(place.calling(endless, rowsInput(FIELDS, rows(0, 1)), { signal: controller.signal }));
    running.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    controller.abort();
    expect(await rejection('A function that never answers', running)).toMatchObject({ family: 'cancelled' });
    expect(await place.rows(place.calling(addOne, rowsInput(FIELDS, [[1, 'a']])))).toEqual([['1', 'a', '2']]);
  });

  it('counts what it called, where it calls functions', { timeout: 120_000 }, async () => {
    const place = here();
    if (!place.can('invoke')) return;
    const { addOne } = place.functions;
    const execution = await place.drained(place.calling(addOne, rowsInput(FIELDS, rows(0, 100))));
    expect(execution.metrics().functions).toMatchObject([{ function: addOne.id, rows: 100, failedRows: 0 }]);
  });
}
