import { parseArgs } from 'node:util';
import { runConformance } from './run-conformance.js';
import type { CaseResult, ConformanceOptions, Target } from './target.js';

const USAGE = `usage: node main.js LOCATION [--input-dir DIR --output-dir DIR] [--functions all|described] [--group NAME]... [--no-drain]
  LOCATION      grpc://host:port or grpc+unix:///path of a running server
  --input-dir   its ARBALEST_UDF_INPUT_DIR, and --output-dir its ARBALEST_UDF_OUTPUT_DIR; without them shared memory is left out
  --functions   all: it offers the functions of FUNCTIONS.md (default); described: whatever it describes is called
  --group       only these groups of cases
  --no-drain    leaves the server able to take calls`;

const MARKS = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' } as const;

async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === undefined) {
    console.error(USAGE);
    return 2;
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const result of runConformance(asked.target, asked.options)) {
    counts[result.outcome]++;
    console.log(line(result));
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 ? 1 : 0;
}

function line({ group, name, outcome, message }: CaseResult): string {
  const rest = message === '' ? '' : outcome === 'failed' ? `\n       ${message}` : ` (${message})`;
  return `${MARKS[outcome]} ${group}: ${name}${rest}`;
}

function readArguments(): { target: Target; options: ConformanceOptions } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'input-dir': { type: 'string' },
        'output-dir': { type: 'string' },
        functions: { type: 'string', default: 'all' },
        group: { type: 'string', multiple: true },
        'no-drain': { type: 'boolean', default: false },
      },
    });
    const [location, ...rest] = positionals;
    const { 'input-dir': input, 'output-dir': output, functions, group } = values;
    if (location === undefined || rest.length > 0 || (input === undefined) !== (output === undefined)) return undefined;
    if (functions !== 'all' && functions !== 'described') return undefined;
    return {
      target: { location, ...(input === undefined || output === undefined ? {} : { inputDirectory: input, outputDirectory: output }) },
      options: { functions, drain: !values['no-drain'], ...(group === undefined ? {} : { groups: group }) },
    };
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
}

process.exitCode = await main();
