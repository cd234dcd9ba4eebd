import { parseArgs } from 'node:util';
import { startDockerEngine } from '@arbalest/test-kit';
import { runCold, runLatency } from './udf-latency.js';
import type { Language, UdfSetting } from './udf-setting.js';
import { runArithmetic, runGcd, runStrings } from './udf-throughput.js';
import { runTransport } from './udf-transport.js';

const PARTS: Readonly<Record<string, (setting: UdfSetting) => Promise<void>>> = {
  arithmetic: runArithmetic,
  strings: runStrings,
  gcd: runGcd,
  transport: runTransport,
  latency: runLatency,
  cold: runCold,
};

const USAGE = `npm run bench -- udf [options]

  --only a,b          parts: ${Object.keys(PARTS).join(', ')} (default all)
  --languages a,b     python, cpp, java (default all)
  --rows N            rows of the arithmetic; strings take half of them (default 10000000)
  --runs N            runs that count; the best does (default 3)
  --executors N       embedded (default 2)
  --threads N         of each (default 1)
  --no-build          takes the images as they are`;

/** Users' functions in sandboxed containers, and the other ways to call code from SQL. Starts a container engine where none answers; needs python3 and PyPI once, for the others. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: Object.keys(PARTS).join(',') },
      languages: { type: 'string', default: 'python,cpp,java' },
      rows: { type: 'string', default: '10000000' },
      runs: { type: 'string', default: '3' },
      executors: { type: 'string', default: '2' },
      threads: { type: 'string', default: '1' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const parts = values.only.split(',').map(partNamed);
  await using _engine = await startDockerEngine();
  const languages = values.languages.split(',') as Language[];
  const [rows, runs, executors, threads] = [values.rows, values.runs, values.executors, values.threads].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  for (const part of parts) await part({ languages, rows, runs, executors, threads, build: !values['no-build'] });
}

function partNamed(name: string): (setting: UdfSetting) => Promise<void> {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`There is no part ${name}; there are ${Object.keys(PARTS).join(', ')}`);
  return part;
}
