import { expect, it } from 'vitest';
import { rejection, within } from '../deadline.js';
import { endlessInput } from './inputs.js';
import { type ExecutorPlace, FIELDS, rows } from './place.js';

export function executorClosing(made: () => Promise<ExecutorPlace>): void {
  it('interrupts what runs when it is closed, and lets go of the inputs', { timeout: 120_000 }, async () => {
    const place = await made();
    const input = endlessInput(FIELDS, rows(0, 1000));
    const running = place.drained(place.over(input));
    running.catch(() => undefined);
    await expect.poll(() => input.opened, { timeout: 60_000 }).toBe(1);
    await within('Closing', place.executor.close());
    await rejection('A fragment whose engine was closed', running);
    await expect.poll(() => input.ended, { timeout: 10_000 }).toBe(1);
    await place.open.close?.();
    await place.folder[Symbol.asyncDispose]();
  });
}
