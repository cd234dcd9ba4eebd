import { expect, test } from 'vitest';
import { catchMutant } from './catch-mutants.js';
import { MUTANTS } from './mutants.js';

/** Of the 10,000 that a mutant may take; most take far fewer. */
const RUNS = 3000;

test.each(MUTANTS)('$name is caught: $breaks', { timeout: 600_000 }, async (mutant) => {
  const { report, runs } = await catchMutant(mutant, { seed: 1, runs: RUNS, workers: 2 });
  expect(report?.violations[0], `not caught in ${runs} runs`).toBeDefined();
});
