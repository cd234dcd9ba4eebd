import { expect, it } from 'vitest';
import { rejection, within } from '../deadline.js';
import type { GatewayPlace } from './place.js';
import { ROWS } from './scripted-results.js';

export function gatewayStopping(started: () => Promise<GatewayPlace>): void {
  it('lets nobody in once it has stopped', async () => {
    await using place = await started();
    const { subject, address } = place;
    await within('Stopping, with nothing to do', place.stop());
    await rejection(
      'A client that comes after the end',
      (async () => {
        const client = await subject.connect(address);
        try {
          return await client.query('SELECT * FROM numbers');
        } finally {
          await client.close();
        }
      })(),
    );
  });

  it('lets nobody in and open work end while it stops', async () => {
    await using place = await started();
    const client = await place.client();
    const asking = client.query('SELECT * FROM slow');
    asking.catch(() => undefined);
    await expect.poll(() => place.sql.waiting, { timeout: 10_000 }).toBe(1);
    let hasStopped = false;
    const stopping = place.stop().then(() => (hasStopped = true));
    const late = (async () => {
      const other = await place.client();
      return await other.query('SELECT * FROM numbers');
    })();
    await rejection('A client that comes while it stops', late);
    expect(hasStopped).toBe(false);
    place.sql.proceed();
    expect(await within('The open statement', asking)).toHaveLength(ROWS.length);
    await client.close();
    await within('Stopping, once the work has ended', stopping);
  });

  it('ends open work when there is no more time for it', async () => {
    await using place = await started();
    const asking = (await place.client()).query('SELECT * FROM slow');
    asking.catch(() => undefined);
    await expect.poll(() => place.sql.waiting, { timeout: 10_000 }).toBe(1);
    const controller = new AbortController();
    const stopping = place.stop(controller.signal);
    setTimeout(() => controller.abort(), 100);
    await within('Stopping, once the signal has aborted', stopping);
    await rejection('The open statement', asking);
    await expect.poll(() => place.sql.jobs.map(({ state }) => state), { timeout: 10_000 }).toEqual(['cancelled']);
  });
}
