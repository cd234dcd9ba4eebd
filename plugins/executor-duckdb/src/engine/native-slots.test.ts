import { expect, test } from 'vitest';
import { NativeSlots } from './native-slots.js';

test('who is cancelled while all slots are taken waits no longer, and keeps no slot from others', async () => {
  const slots = new NativeSlots(1);
  const ends: (() => void)[] = [];
  const work = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
  const first = slots.run(work);
  const stop = new AbortController();
  const cancelled = slots.run(work, stop.signal);
  const last = slots.run(work);
  stop.abort();
  await expect(cancelled).rejects.toMatchObject({ family: 'cancelled' });
  ends[0]!();
  await first;
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!();
  await last;
});
