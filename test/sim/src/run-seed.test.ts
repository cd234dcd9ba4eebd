import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runSeed } from './run-seed.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/** Of the command, in the tests. */
const RUNS = 2000;

test('the same seed gives the same trace, another one another', { timeout: 120_000 }, async () => {
  const hashes: string[] = [];
  for (const seed of [1, 2, 3, 1, 2, 3]) hashes.push((await runSeed(seed)).hash);
  expect(hashes.slice(3)).toEqual(hashes.slice(0, 3));
  expect(new Set(hashes).size).toBe(3);
});

test('a run tells who said what when', { timeout: 120_000 }, async () => {
  const { history, events } = await runSeed(5, true);
  expect(history.length).toBeGreaterThan(20);
  expect(events).toBeGreaterThan(history.length);
  expect(history.join('\n')).toMatch(/ ms {2}scheduler\d → executor\S+ +registered/);
});

test('clusters that fail at random keep every promise', { timeout: 900_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, '--runs', String(RUNS), '--workers', '2']).catch(
    (failed: { stdout: string; stderr: string }) => ({ stdout: failed.stdout + failed.stderr }),
  );
  expect(stdout, stdout).toContain('0 clusters broke a rule');
  const counts = new Map([...stdout.matchAll(/^ +(\d+) {2}(.+)$/gm)].map(([, count, kind]) => [kind, Number(count)]));
  // The faults were there, and most statements got over them.
  for (const kind of ['executor killed', 'scheduler killed', 'store cut off', 'scheduler stopped', 'disk lost', 'answer lost'])
    expect(counts.get(kind), kind).toBeGreaterThan(50);
  expect(counts.get('finished')).toBeGreaterThan(RUNS * 2);
});
