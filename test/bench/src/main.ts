import { parseArgs } from 'node:util';

/** A benchmark: prints a table of both sides and their ratio. */
type Bench = (args: string[]) => Promise<void>;

/** By name; loaded only when asked for. */
const BENCHES: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Bench> }>> = {
  tpch: { about: 'TPC-H against plain DuckDB', load: async () => sqlBenchFor('tpch') },
  tpcds: { about: 'TPC-DS against plain DuckDB', load: async () => sqlBenchFor('tpcds') },
  latency: {
    about: 'SELECT 1 and a small aggregate: embedded, to a running scheduler, and the command line',
    load: async () => (await import('./latency.js')).run,
  },
  flight: { about: "DoGet between two Node processes against pyarrow's", load: async () => (await import('./flight-doget.js')).run },
  flightsql: {
    about: 'Ten million rows through ADBC: from Flight SQL, and from DuckDB in the client',
    load: async () => (await import('./flightsql.js')).run,
  },
  arrow: { about: 'Arrow out of and into DuckDB against the row interface', load: async () => (await import('./engine-arrow.js')).run },
  kernel: {
    about: 'Splitting rows by partition: WebAssembly against typed arrays',
    load: async () => (await import('./partition-kernel.js')).run,
  },
  exchange: { about: 'Exchange write: engine, partition, encode', load: async () => (await import('./exchange-write.js')).run },
  udf: {
    about: "Users' functions in Python, C++ and Java against others' ways to call them",
    load: async () => (await import('./udf.js')).run,
  },
  scheduler: {
    about: 'Tasks a second of the scheduler alone, with its state in memory, in LMDB and in etcd',
    load: async () => (await import('./scheduler.js')).run,
  },
  durable: {
    about: 'TPC-H on clusters that differ only in where the scheduler keeps its state',
    load: async () => (await import('./durable-state.js')).run,
  },
  'slow-client': {
    about: 'Memory of every process while ten million rows go to a slow client',
    load: async () => (await import('./slow-client.js')).run,
  },
};

async function sqlBenchFor(name: 'tpch' | 'tpcds'): Promise<Bench> {
  const { runSqlBench } = await import('./sql-bench.js');
  return (args) => runSqlBench(name, args);
}

async function main(argv: string[]): Promise<void> {
  const [name, ...args] = argv;
  const bench = name === undefined ? undefined : BENCHES[name];
  if (!bench) {
    const lines = Object.entries(BENCHES).map(([key, { about }]) => `  npm run bench -- ${key.padEnd(12)} ${about}`);
    console.error(['Usage: npm run bench -- NAME [options]', '', ...lines].join('\n'));
    process.exitCode = name === undefined || parseArgs({ args: argv, strict: false }).values['help'] ? 0 : 2;
    return;
  }
  await (
    await bench.load()
  )(args);
}

await main(process.argv.slice(2));
