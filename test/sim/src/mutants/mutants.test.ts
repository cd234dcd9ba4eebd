import { expect, test } from 'vitest';
import { catchMutant } from './catch-mutants.js';
import { MUTANTS } from './mutants.js';

/** From a seed that has caught the mutant before: one run while the scheduler is what it was then, and afterwards enough to meet another such seed. */
const RUNS = 3000;

test.each(MUTANTS)('$name is caught: $breaks', { timeout: 600_000 }, async (mutant) => {
  const { report, runs } = await catchMutant(mutant, { seed: mutant.seed, runs: RUNS, workers: 1 });
  expect(report?.violations[0], `not caught in ${runs} runs`).toBeDefined();
  if (report!.seed !== mutant.seed)
    console.info(`${mutant.name}: seed ${report!.seed} would catch it at once, ${mutant.seed} no longer does`);
});
