import { resolve } from 'node:path';
import type { Connection, QueryOptions, Result, Statement, Statistics } from '@arbalest/client';
import { EXIT, UsageError } from './exit-code.js';
import { durationText } from './output/amounts.js';
import { drawError } from './output/error-drawing.js';
import { ProgressLine } from './output/progress-line.js';
import { type ResultWriter, resultWriter, type StreamFormat } from './output/result-writer.js';
import { BrokenPipe, outputFile, type Sink, standardOutput } from './output/sink.js';
import { styleFor, terminalOf } from './terminal.js';

/** Begins statements, one for each step of the loop. */
type Statements = (options: QueryOptions) => AsyncIterable<Result>;

export interface ScriptOptions {
  readonly format: StreamFormat | 'parquet';
  readonly output?: string;
  /** Seconds for each statement. */
  readonly timeout?: number;
  readonly signal: AbortSignal;
  /** Says on standard error what each statement did and how long it took. @default false */
  readonly summary?: boolean;
}

/** Runs the statements of a script one after the other, up to the first error, which is drawn. */
export async function runScript(db: Connection, script: string, options: ScriptOptions): Promise<number> {
  const { format } = options;
  if (format !== 'parquet') return runStatements((query) => db.execute(script, query), script, { ...options, format });
  return drawing(script, (progress) => runToParquet(db, script, options, progress));
}

/** Writes results one after the other, up to the first error, which is drawn in the script. */
export function runStatements(
  statements: Statements,
  script: string,
  options: ScriptOptions & { readonly format: StreamFormat },
): Promise<number> {
  return drawing(script, (progress) => runToSink(statements, options.format, options, progress));
}

async function drawing(script: string, run: (progress: ProgressLine) => Promise<void>): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  try {
    await run(progress);
    return EXIT.ok;
  } catch (error) {
    progress.clear();
    if (error instanceof BrokenPipe || error instanceof UsageError) throw error;
    process.stderr.write(drawError(error, script));
    return EXIT.failed;
  } finally {
    progress.clear();
  }
}

async function runToSink(statements: Statements, format: StreamFormat, options: ScriptOptions, progress: ProgressLine): Promise<void> {
  const sink = options.output === undefined ? standardOutput() : outputFile(options.output);
  const terminal =
    options.output === undefined ? terminalOf(process.stdout) : { interactive: false, colors: false, width: Number.POSITIVE_INFINITY };
  try {
    const writer = await resultWriter(format, quietly(sink, progress), terminal);
    await writeAll(statements(queryOptions(options, progress)), writer, progress, options.summary ?? false);
    await sink.finish();
  } finally {
    await sink.abandon();
  }
}

async function writeAll(results: AsyncIterable<Result>, writer: ResultWriter, progress: ProgressLine, summary: boolean): Promise<void> {
  for await (const result of results) {
    progress.begin();
    const begin = performance.now();
    await using _ = result;
    await writer.write(result);
    progress.clear();
    process.stderr.write(noticesText(result.statistics));
    if (summary && result.statistics) process.stderr.write(summaryText(result.statistics, performance.now() - begin));
  }
}

/** What must not go unnoticed, e.g. rows that failed in a function; whatever is done with the rows. */
function noticesText({ notices = [] }: Partial<Statistics> = {}): string {
  const style = styleFor(terminalOf(process.stderr));
  return notices.map((notice) => `${style('yellow', 'Notice:')} ${notice}\n`).join('');
}

/** The time is the one that the person has waited, until the last row was there. */
function summaryText({ tag, rows, stages, retries }: Statistics, elapsedMs: number): string {
  const what = tag || `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  const how = [
    durationText(elapsedMs),
    ...(stages > 1 ? [`${stages} stages`] : []),
    ...(retries > 0 ? [`${retries} ${retries === 1 ? 'task' : 'tasks'} run again`] : []),
  ];
  return styleFor(terminalOf(process.stderr))('dim', `${what} (${how.join(', ')})\n`);
}

/** The line of progress goes before results come: both may be on one terminal. */
function quietly(sink: Sink, progress: ProgressLine): Sink {
  return {
    ...sink,
    write: (chunk) => {
      progress.clear();
      return sink.write(chunk);
    },
  };
}

/** Parquet is written by the engine, so the query that makes the rows becomes a COPY. The path is one of the machines that write it. */
async function runToParquet(db: Connection, script: string, options: ScriptOptions, progress: ProgressLine): Promise<void> {
  const statements = await db.parse(script, options.signal);
  const queries = statements.filter(({ kind }) => kind === 'query');
  if (queries.length !== 1) throw new UsageError(`--format parquet writes the rows of one query; the script has ${queries.length}`);
  const path = resolve(options.output ?? '').replaceAll("'", "''");
  for (const statement of statements) {
    progress.begin();
    const statistics = await copied(db, statement, path, queryOptions(options, progress)).run();
    progress.clear();
    process.stderr.write(noticesText(statistics));
  }
}

function copied(db: Connection, { text, position, kind }: Statement, path: string, options: QueryOptions): Result {
  if (kind !== 'query') return db.sql(text, undefined, { ...options, position });
  const before = 'COPY (';
  return db.sql(`${before}${text.replace(/[;\s]+$/, '')}\n) TO '${path}' (FORMAT parquet)`, undefined, {
    ...options,
    position: position - before.length,
  });
}

function queryOptions({ timeout, signal }: ScriptOptions, progress: ProgressLine): QueryOptions {
  return {
    signal,
    ...(timeout !== undefined && { timeoutMs: Math.ceil(timeout * 1000) }),
    ...(progress.visible && { onProgress: (state) => progress.show(state) }),
  };
}
