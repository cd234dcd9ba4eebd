import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process of this host at a time. A lock that is older than `workMs`, which the work takes at most, was left by a process that died. */
export async function withLock<T>(name: string, workMs: number, work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `arbalest-test-${name}.lock`);
  const until = Date.now() + workMs;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (Date.now() > until) rmSync(lock, { recursive: true, force: true });
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
