import { parseSimCommand, type SimCommand } from './cli/sim-options.js';
import { Totals } from './cli/totals.js';
import { runMany } from './cli/worker-pool.js';
import { catchMutants } from './mutants/catch-mutants.js';
import { type RunReport, runSeed } from './run-seed.js';

/** Seeds of which is said what rule they broke; of the others only how many there are. */
const SHOWN_FAILURES = 10;
const PROGRESS_MS = 10_000;

async function main(): Promise<boolean> {
  const command = parseSimCommand(process.argv.slice(2));
  if (command.mutants) return catchMutants(command, command.mutants, print);
  return command.only ? runOne(command) : runAll(command);
}

async function runOne({ seed, trace }: SimCommand): Promise<boolean> {
  await import('apache-arrow');
  const report = await runSeed(seed, true);
  const isFine = report.violations.length === 0;
  if (trace || !isFine) print(report.history.join('\n'));
  print(`Seed ${seed}: ${isFine ? 'no rule was broken' : report.violations.join('\n  ')}\nTrace ${report.hash}, ${report.events} events`);
  return isFine;
}

async function runAll({ seed, runs, workers }: SimCommand): Promise<boolean> {
  const totals = new Totals();
  const start = performance.now();
  let saidAt = start;
  const onReport = (report: RunReport): boolean => {
    totals.add(report);
    if (report.violations.length > 0 && totals.failed.length <= SHOWN_FAILURES) print(failure(report));
    if (performance.now() - saidAt > PROGRESS_MS) {
      saidAt = performance.now();
      print(
        `${totals.runs} of ${runs}, ${(totals.runs / ((saidAt - start) / 1000)).toFixed(0)} a second, ${totals.failed.length} broke a rule`,
      );
    }
    return true;
  };
  await runMany({ module: new URL('./worker.js', import.meta.url), seed, runs, workers, onReport });
  print(totals.table(performance.now() - start));
  return totals.failed.length === 0;
}

function failure({ seed, violations }: RunReport): string {
  return `Seed ${seed}: ${violations.join('\n  ')}\n  npm run sim -- --only-seed ${seed}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  (isFine) => (process.exitCode = isFine ? 0 : 1),
  (thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exitCode = 2;
  },
);
