import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import type { GatewayPlace } from './place.js';

export function gatewayCancelling(started: () => Promise<GatewayPlace>): void {
  it('cancels a statement when its client does', async () => {
    await using place = await started();
    const client = await place.client();
    const controller = new AbortController();
    const asking = client.query('SELECT * FROM slow', controller.signal);
    asking.catch(() => undefined);
    await expect.poll(() => place.sql.waiting, { timeout: 10_000 }).toBe(1);
    controller.abort();
    await rejection('A statement that its client has cancelled', asking);
    await expect.poll(() => place.sql.jobs.map(({ state }) => state), { timeout: 10_000 }).toEqual(['cancelled']);
  });

  it('goes on with other statements when one is cancelled', async () => {
    await using place = await started();
    const [one, two] = [await place.client(), await place.client()];
    const controller = new AbortController();
    const asking = one.query('SELECT * FROM slow', controller.signal);
    asking.catch(() => undefined);
    const other = two.query('SELECT * FROM slow');
    await expect.poll(() => place.sql.waiting, { timeout: 10_000 }).toBe(2);
    controller.abort();
    await rejection('A statement that its client has cancelled', asking);
    place.sql.proceed();
    expect((await other).length).toBeGreaterThan(0);
  });
}
