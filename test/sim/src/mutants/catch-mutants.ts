import { userError } from '@arbalest/spi';
import type { SimCommand } from '../cli/sim-options.js';
import { runMany } from '../cli/worker-pool.js';
import type { RunReport } from '../run-seed.js';
import { MutatedPackage } from './mutated-package.js';
import { type Mutant, MUTANTS } from './mutants.js';

/** How a mutant was caught. */
export interface Caught {
  readonly mutant: string;
  /** Runs until then, or all of them. */
  readonly runs: number;
  /** Undefined when it was not. */
  readonly report: RunReport | undefined;
}

/** Runs each mutant until a rule is broken. @returns whether all were caught */
export async function catchMutants(command: SimCommand, names: readonly string[], print: (text: string) => void): Promise<boolean> {
  const unknown = names.find((name) => !MUTANTS.some((mutant) => mutant.name === name));
  if (unknown !== undefined)
    throw userError('MUTANT_UNKNOWN', `There is no mutant '${unknown}'; there are: ${MUTANTS.map(({ name }) => name).join(', ')}`);
  let isFine = true;
  for (const mutant of MUTANTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const caught = await catchMutant(mutant, command);
    isFine &&= caught.report !== undefined;
    print(line(caught));
  }
  return isFine;
}

export async function catchMutant(mutant: Mutant, { seed, runs, workers }: Pick<SimCommand, 'seed' | 'runs' | 'workers'>): Promise<Caught> {
  await using mutated = await MutatedPackage.make(mutant);
  let count = 0;
  let report: RunReport | undefined;
  const onReport = (each: RunReport): boolean => {
    count++;
    if (each.violations.length > 0) report ??= each;
    return report === undefined;
  };
  await runMany({ module: mutated.worker, seed, runs, workers, onReport });
  return { mutant: mutant.name, runs: count, report };
}

function line({ mutant, runs, report }: Caught): string {
  const how = report
    ? `caught after ${String(runs).padStart(5)} runs  seed ${report.seed}: ${report.violations[0]}`
    : `NOT CAUGHT in ${runs} runs`;
  return `${mutant.padEnd(28)} ${how.slice(0, 220)}`;
}
