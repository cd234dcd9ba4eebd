import { whyNoEtcd } from '@arbalest/test-kit';
import { type ChaosOptions, parseOptions, USAGE } from './options.js';
import { reportText } from './report.js';
import { runChaos } from './run-chaos.js';

const print = (line: string): void => console.log(line);

/** Exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = await understood(args);
  if (typeof options === 'number') return options;
  print(`Chaos with seed ${options.seed}: ${describe(options)}`);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const report = await runChaos(options, print, interrupted.signal);
  print(`\n${reportText(report)}\n`);
  if (report.complaints.length === 0) return 0;
  print(`${report.complaints.length} that must not be:\n  ${report.complaints.join('\n  ')}`);
  print(`The same faults again: npm run chaos -- ${again(options)}`);
  return 1;
}

async function understood(args: readonly string[]): Promise<ChaosOptions | number> {
  try {
    const options = parseOptions(args, (await whyNoEtcd()) === undefined ? 'etcd' : 'lmdb');
    if (options) return options;
    print(USAGE);
    return 0;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
}

function describe({ minutes, schedulers, state, executors, clients, scale }: ChaosOptions): string {
  return `${minutes} minutes, ${schedulers} scheduler(s) with state in ${state}, ${executors} executor(s), ${clients} client(s), TPC-H at scale ${scale}`;
}

function again({ faults, functions, ...numbers }: ChaosOptions): string {
  const { minutes, seed, state, schedulers, executors, clients, scale } = numbers;
  const flags = Object.entries({ minutes, seed, state, schedulers, executors, clients, scale }).map(
    ([name, value]) => `--${name} ${value}`,
  );
  return [...flags, ...(faults ? [`--faults ${faults.join(',')}`] : []), ...(functions ? [] : ['--no-functions'])].join(' ');
}

process.exitCode = await main(process.argv.slice(2));
