import { expect, it } from 'vitest';
import { within } from '../deadline.js';
import type { GatewayPlace } from './place.js';
import type { GatewaySubject } from './subject.js';

const WINDOW_BYTES = 32 * 1024 * 1024;

export function gatewayFlow(started: () => Promise<GatewayPlace>, { windowBytes = WINDOW_BYTES }: GatewaySubject): void {
  it('takes a result only as fast as its client does, and lets go of it when the client has enough', { timeout: 120_000 }, async () => {
    await using place = await started();
    const client = await place.client();
    if (client.stream === undefined) return;
    const iterator = client.stream('SELECT * FROM endless')[Symbol.asyncIterator]();
    expect((await within('The first rows', iterator.next(), 30_000)).done).not.toBe(true);
    expect(await settled(() => place.sql.bytesTaken)).toBeLessThan(windowBytes);
    await iterator.return?.();
    await expect.poll(() => place.sql.readsEnded, { timeout: 30_000 }).toBe(1);
  });
}

/** Waits until a number does not grow any more, ten seconds at most. */
async function settled(read: () => number): Promise<number> {
  for (let last = -1, tries = 0; tries < 20 && read() !== last; tries++) {
    last = read();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return read();
}
