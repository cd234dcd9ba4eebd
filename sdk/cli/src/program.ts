import { Command, CommanderError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { DEFAULT_URL, type Done, examples, inspection, keyValue, port, positive, seconds, remote } from './command-parts.js';
import type { AttachCommandOptions } from './commands/attach.js';
import type { ExecutorCommandOptions } from './commands/executor.js';
import type { DrainOptions } from './commands/drain.js';
import type { InspectionOptions } from './commands/inspection-options.js';
import type { JobsOptions } from './commands/jobs.js';
import { addPlugins } from './commands/plugin/command.js';
import type { SchedulerCommandOptions } from './commands/scheduler.js';
import type { SqlOptions } from './commands/sql.js';
import type { StandaloneCommandOptions } from './commands/standalone.js';
import { addUdf } from './commands/udf/command.js';
import { addSecurity } from './commands/security-commands.js';
import { EXIT, UsageError } from './exit-code.js';
import { BrokenPipe } from './output/sink.js';

const STREAM_FORMATS = ['table', 'csv', 'json', 'arrow'];
const FORMATS = [...STREAM_FORMATS, 'parquet'];
const STATE =
  'where jobs, views and functions are kept: etcd://host,host/prefix, lmdb:FOLDER or memory (default: lmdb in the data directory)';
const HTTP =
  'where health and metrics are answered, HOST:PORT, or off (default: as configured, else a free port of 127.0.0.1 that the log names)';

const FLIGHT_SQL = 'address for ADBC, JDBC and ODBC clients, HOST:PORT, e.g. 127.0.0.1:32010 (default: as configured, else none)';
const INSECURE = 'listen where others can reach it although nothing protects it';

/** Runs a command line to its end. What a command needs is loaded when it runs: a quick command starts quickly. */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = buildProgram((outcome) => (code = outcome));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return failure(error);
  }
}

async function failure(error: unknown): Promise<number> {
  if (error instanceof BrokenPipe) return EXIT.ok;
  // commander has printed its message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.usage;
  }
  const { drawError } = await import('./output/error-drawing.js');
  process.stderr.write(drawError(error));
  return EXIT.failed;
}

function buildProgram(done: Done): Command {
  const program = new Command('arbalest')
    .description('SQL over your files, from this process to a cluster')
    .version(version(), '-V, --version', 'print the version')
    .helpCommand(true)
    // Options of jobs are not those of jobs cancel.
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText(
      'after',
      examples(['sql -c "SELECT count(*) FROM \'flights/*.parquet\'"', 'sql', 'standalone --executors 2 --port 7070', 'status']),
    )
    .exitOverride();
  addSql(program, done);
  addServers(program, done);
  addInspection(program, done);
  addPlugins(program, done);
  addSecurity(program, done);
  addUdf(program, done);
  return program;
}

function addSql(program: Command, done: Done): void {
  remote(program.command('sql'))
    .description('run SQL, or open an interactive shell')
    .option('-c, --command <sql>', 'statements to run, separated by semicolons')
    .option('-f, --file <path>', 'file with statements; - is standard input')
    .addOption(new Option('--format <format>', 'form of the results').choices(FORMATS).default('table'))
    .option('-o, --output <path>', 'file for the results instead of standard output')
    .option(
      '--connect <url>',
      'scheduler to use, e.g. grpc://host:7070, several of one cluster with commas between them; without it, statements run in this process',
    )
    .option('--detach', 'submit one statement and leave: it goes on, and attach comes back to it')
    .option('--executors <n>', 'executors in this process', positive, 1)
    .option('--threads <n>', 'threads of each executor in this process (default: the cores, divided)', positive)
    .option('--memory <size>', 'memory of each executor in this process, e.g. 4GB')
    .option('--timeout <seconds>', 'cancel a statement that takes longer', seconds)
    .option('--set <key=value>', 'set a session setting; may be repeated', keyValue, {})
    .addHelpText(
      'after',
      examples([
        'sql -c "SELECT origin, count(*) FROM \'flights.parquet\' GROUP BY 1"',
        'sql -f report.sql --format csv -o report.csv',
        'sql --connect grpc://127.0.0.1:7070 --set query_timeout=60s',
        'sql --connect grpc://h1:7070,h2:7070 --detach -c "CREATE TABLE busy AS SELECT * FROM flights WHERE delay > 60"',
        'sql --format parquet -o busy.parquet -c "SELECT * FROM \'flights.parquet\' WHERE delay > 60"',
        'sql < script.sql',
      ]),
    )
    .action(async (options: SqlOptions) => done(await (await import('./commands/sql.js')).sql(options)));
  remote(program.command('attach'))
    .description('show how far a statement is that was submitted with --detach, and then its result')
    .argument('<job>', 'its id, as sql --detach printed it and jobs lists it')
    .addOption(new Option('--format <format>', 'form of the result').choices(STREAM_FORMATS).default('table'))
    .option('-o, --output <path>', 'file for the result instead of standard output')
    .option('--connect <url>', 'scheduler to ask', DEFAULT_URL)
    .option('--release', 'drop the result once it was read, instead of keeping it for its time')
    .addHelpText('after', examples(['attach job-3f2a', 'attach job-3f2a --format csv -o busy.csv --release']))
    .action(async (job: string, options: AttachCommandOptions) => done(await (await import('./commands/attach.js')).attach(job, options)));
}

function addServers(program: Command, done: Done): void {
  program
    .command('standalone')
    .description('run a scheduler and its executors on this machine, until interrupted')
    .option('--executors <n>', 'executor processes', positive, 2)
    .option('--port <port>', 'port of the scheduler; 0 takes a free one', port)
    .option('--host <address>', 'address that the scheduler listens on')
    .option('--threads <n>', 'threads of each executor (default: the cores, divided)', positive)
    .option('--memory <size>', 'memory of each executor, e.g. 4GB')
    .option('--state <where>', STATE)
    .option('--http <address>', HTTP)
    .option('--flightsql <address>', FLIGHT_SQL)
    .option('--insecure', INSECURE)
    .option('--drain <seconds>', 'time that running statements have when it is stopped', seconds, 0)
    .addHelpText('after', examples(['standalone --executors 2 --port 7070', 'standalone --executors 4 --threads 2 --memory 4GB']))
    .action(async (options: StandaloneCommandOptions) => done(await (await import('./commands/standalone.js')).standalone(options)));
  program
    .command('scheduler')
    .description('run a scheduler, until interrupted')
    .option('--port <port>', 'port to listen on; 0 takes a free one', port)
    .option('--host <address>', 'address to listen on')
    .option('--state <where>', STATE)
    .option('--advertise <url>', 'address at which others reach it, when that is not where it listens')
    .option('--http <address>', HTTP)
    .option('--flightsql <address>', FLIGHT_SQL)
    .option('--insecure', INSECURE)
    .option('--drain <seconds>', 'time that running statements have when it is stopped', seconds, 0)
    .addHelpText(
      'after',
      examples([
        'scheduler --host 10.0.0.1 --port 7070',
        'scheduler --host 10.0.0.1 --state etcd://10.0.1.1:2379,10.0.1.2:2379,10.0.1.3:2379/arbalest',
      ]),
    )
    .action(async (options: SchedulerCommandOptions) => done(await (await import('./commands/scheduler.js')).scheduler(options)));
  const executor = program
    .command('executor')
    .description('run an executor for a scheduler, until interrupted')
    .option(
      '--scheduler <url>',
      `scheduler to serve; several of one cluster with commas between them (default: as configured, else ${DEFAULT_URL})`,
    )
    .option('--threads <n>', 'threads (default: the cores)', positive)
    .option('--memory <size>', 'memory, e.g. 4GB (default: a share of the machine)')
    .option('--host <address>', 'address that other executors and clients reach it at')
    .option('--port <port>', 'port for them; 0 takes a free one', port)
    .option('--http <address>', HTTP)
    .option('--insecure', INSECURE)
    .option('--drain <seconds>', 'how long running tasks and unread outputs are waited for when it is to leave', seconds, 600)
    .addHelpText(
      'after',
      examples(['executor --scheduler grpc://10.0.0.1:7070 --threads 8 --memory 32GB', 'executor --scheduler grpc://h1:7070,h2:7070']),
    )
    .action(async (options: ExecutorCommandOptions) => done(await (await import('./commands/executor.js')).executor(options)));
  inspection(executor.command('drain').description('let an executor finish what it has, and leave').argument('<id>', 'as status lists it'))
    .option('--wait <seconds>', 'how long to wait until it is gone', seconds, 660)
    .addHelpText('after', examples(['executor drain executor-3f2a --connect grpc://10.0.0.1:7070']))
    .action(async (id: string, options: DrainOptions) => done(await (await import('./commands/drain.js')).drain(id, options)));
}

function addInspection(program: Command, done: Done): void {
  inspection(program.command('status').description('list the schedulers of a cluster, which of them leads, and the executors'))
    .addHelpText('after', examples(['status', 'status --connect grpc://10.0.0.1:7070 --format json']))
    .action(async (options: InspectionOptions) => done(await (await import('./commands/status.js')).status(options)));
  const jobs = program.command('jobs');
  inspection(jobs.description('list the statements that run, ran lately, or have a result that is kept'))
    .option('--json', 'the same as --format json')
    .option('--limit <n>', 'at most this many', positive, 20)
    .addHelpText('after', examples(['jobs --limit 5', 'jobs --json', 'jobs cancel job-3f2a']))
    .action(async (options: JobsOptions) => done(await (await import('./commands/jobs.js')).jobs(options)));
  for (const [parent, words] of [
    [program, 'cancel'],
    [jobs, 'jobs cancel'],
  ] as const)
    inspection(parent.command('cancel').description('cancel a statement that runs').argument('<job>', 'its id, as jobs lists it'))
      .addHelpText('after', examples([`${words} job-3f2a`]))
      .action(async (job: string, options: InspectionOptions) => done(await (await import('./commands/cancel.js')).cancel(job, options)));
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
