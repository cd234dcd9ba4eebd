import { expect, it } from 'vitest';
import type { GatewayPlace } from './place.js';

export function gatewayStarting(started: () => Promise<GatewayPlace>): void {
  it('says where it is, and is there', async () => {
    await using place = await started();
    const { protocol, port, hostname } = new URL(place.address.url);
    expect(protocol).toMatch(/^[a-z][a-z0-9+.-]*:$/);
    expect(hostname).not.toBe('');
    expect(Number(port)).toBeGreaterThan(0);
    const client = await place.client();
    expect(await client.query('SELECT * FROM numbers')).not.toEqual([]);
  });

  it('is content with another of its kind beside it', async () => {
    await using one = await started();
    await using two = await started();
    expect(two.address.url).not.toBe(one.address.url);
    const [first, second] = [await one.client(), await two.client()];
    await Promise.all([first.query('SELECT * FROM others'), second.query('SELECT * FROM numbers')]);
    expect(one.sql.jobs.map(({ sql }) => sql)).toEqual([expect.stringContaining('others')]);
    expect(two.sql.jobs.map(({ sql }) => sql)).toEqual([expect.stringContaining('numbers')]);
  });
}
