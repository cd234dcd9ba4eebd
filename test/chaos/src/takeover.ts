import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@arbalest/client';

const TRY_MS = 1_000;
const PAUSE_MS = 50;

/**
 * Milliseconds from `at`, in the clock of `performance.now()`, until a new client is answered. Each try is short, so that one that was caught by a process that hangs
 * says nothing about the next.
 *
 * @returns undefined when nobody answers within `limitMs`
 */
export async function untilAnswered(urls: readonly string[], at: number, limitMs: number): Promise<number | undefined> {
  while (performance.now() - at < limitMs) {
    try {
      const signal = AbortSignal.timeout(TRY_MS);
      await using db = await connect(urls.join(','), { connectTimeoutMs: TRY_MS, signal });
      await db.sql('SELECT 1 AS one', undefined, { signal }).toArray();
      return performance.now() - at;
    } catch {
      await sleep(PAUSE_MS);
    }
  }
  return undefined;
}
