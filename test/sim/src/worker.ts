import 'apache-arrow';
import { parentPort } from 'node:worker_threads';
import { runSeed } from './run-seed.js';

// Errors are many here, and nobody looks where they were made.
Error.stackTraceLimit = 0;

parentPort!.on('message', (seeds: readonly number[]) => void run(seeds));

async function run(seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) parentPort!.postMessage(await runSeed(seed));
  parentPort!.postMessage('done');
}
