import { Worker } from 'node:worker_threads';
import type { RunReport } from '../run-seed.js';

/** Seeds that one worker is given at a time. */
const BATCH = 10;

export interface PoolOptions {
  /** The worker's module: that of the code as it is, or of a mutant. */
  readonly module: URL;
  readonly seed: number;
  readonly runs: number;
  readonly workers: number;
  /** Called in the order in which runs end. @returns false when it is enough */
  readonly onReport: (report: RunReport) => boolean;
}

/** Runs many seeds on several threads. @throws what makes a worker fail as a whole */
export async function runMany({ module, seed, runs, workers, onReport }: PoolOptions): Promise<void> {
  let next = seed;
  let enough = false;
  const threads: Worker[] = [];
  const take = (): readonly number[] => {
    const seeds = enough ? [] : Array.from({ length: Math.min(BATCH, seed + runs - next) }, (_, i) => next + i);
    next += seeds.length;
    return seeds;
  };
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      // Who runs this from sources has conditions for that, and workers run what is built.
      const worker = new Worker(module, { execArgv: [] });
      threads.push(worker);
      const give = (): void => {
        const seeds = take();
        if (seeds.length > 0) worker.postMessage(seeds);
        else void worker.terminate();
      };
      worker.on('message', (report: RunReport | 'done') => {
        if (report === 'done') give();
        else if (!enough && !onReport(report)) {
          enough = true;
          // Nobody waits for the seeds that they still have.
          for (const each of threads) void each.terminate();
        }
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      give();
    });
  await Promise.all(Array.from({ length: Math.min(workers, runs) }, work));
}
