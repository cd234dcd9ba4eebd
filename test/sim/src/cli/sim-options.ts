import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { userError } from '@arbalest/spi';

/** What the command line asks for. */
export interface SimCommand {
  /** Of the first run; the others follow. */
  readonly seed: number;
  readonly runs: number;
  readonly workers: number;
  /** One run, with its history. */
  readonly only: boolean;
  /** The history also of a run that went well. */
  readonly trace: boolean;
  /** Mutants in place of the code as it is: all, or those whose names are given. */
  readonly mutants: readonly string[] | undefined;
}

export const USAGE = `npm run sim -- [options]

  --runs N        so many clusters (default 1000; with --mutants: at most so many for each, default 10000)
  --seed S        seed of the first one; the others follow (default 1)
  --workers N     threads (default: one for each core)
  --only-seed S   one cluster, and its history when it breaks a rule
  --trace         its history in any case
  --mutants       shows that each mutant is caught; --mutant NAME for one`;

/** @throws user error `SIM_OPTIONS` */
export function parseSimCommand(args: readonly string[]): SimCommand {
  const { values } = parse(args);
  const only = values['only-seed'];
  const mutants = values.mutants || values.mutant ? (values.mutant ?? []) : undefined;
  return {
    seed: whole('seed', only ?? values.seed ?? '1'),
    runs: only === undefined ? whole('runs', values.runs ?? (mutants ? '10000' : '1000')) : 1,
    workers: whole('workers', values.workers ?? String(availableParallelism())),
    only: only !== undefined,
    trace: values.trace ?? false,
    mutants,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        runs: { type: 'string' },
        seed: { type: 'string' },
        workers: { type: 'string' },
        'only-seed': { type: 'string' },
        trace: { type: 'boolean' },
        mutants: { type: 'boolean' },
        mutant: { type: 'string', multiple: true },
      },
    });
  } catch (thrown) {
    throw userError('SIM_OPTIONS', `${(thrown as Error).message}\n\n${USAGE}`);
  }
}

function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw userError('SIM_OPTIONS', `--${name} must be a whole number, not '${text}'\n\n${USAGE}`);
}
