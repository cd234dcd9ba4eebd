import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { connect, type Connection } from '@arbalest/client';
import { loadConfig } from '@arbalest/kernel';
import { startStandalone } from '@arbalest/server';
import { onInterrupt } from '../interrupt.js';
import { durationText } from '../output/amounts.js';
import { drawError } from '../output/error-drawing.js';
import { standardOutput } from '../output/sink.js';
import { TableWriter } from '../output/table-writer.js';
import { styleFor, terminalOf } from '../terminal.js';
import { barChart } from './bar-chart.js';
import { provideFunction } from './provide-function.js';
import { EXPLAINED, FUNCTION_QUESTION, type Question, QUESTIONS, TABLES } from './questions.js';

const terminal = terminalOf(process.stdout);
const style = styleFor(terminal);
// The package exports its code only, so the data is found from there.
const flightsFolder = join(dirname(createRequire(import.meta.url).resolve('vega-datasets')), '../data');

/** A cluster on this machine, real data, a few questions, and what to type next. */
async function quickstart(signal: AbortSignal): Promise<void> {
  say(`\n${style('bold', 'Arbalest')} starts a scheduler and two executors, each a process of its own …\n`);
  const begun = performance.now();
  await using cluster = await startStandalone(loadConfig({ flags: { scheduler: { port: 0, state: 'memory' }, log: { level: 'error' } } }), {
    executors: 2,
  });
  say(
    style('dim', `  ready at ${cluster.url} after ${durationText(performance.now() - begun)}; executors ${cluster.pids.join(' and ')}\n`),
  );
  await using db = await connect(cluster.url, { signal });
  for await (const result of db.execute(TABLES(flightsFolder), { signal })) await result.run();
  const [counted] = await db.sql('SELECT count(*) AS flights FROM flights', undefined, { signal }).toArray();
  say(style('dim', `  tables: flights (${Number(counted?.flights).toLocaleString('en-US')} rows of Parquet), airports (CSV)\n`));
  for (const question of QUESTIONS) await ask(db, question, signal);
  await explain(db, EXPLAINED, signal);
  await callFunction(db, signal);
  say(next());
}

async function ask(db: Connection, { text, sql, chart }: Question, signal: AbortSignal): Promise<void> {
  announce(text, sql);
  const result = db.sql(sql, undefined, { signal });
  if (chart === undefined) {
    await new TableWriter(standardOutput(), terminal).write(result);
  } else {
    const rows = await result.toArray();
    const bars = rows.map((row) => {
      const [name, value] = Object.values(row);
      return { name: String(name), value: Number(value) };
    });
    say(barChart(bars, chart.unit, 40, style));
  }
  const { elapsedMs = 0, stages = 0 } = result.statistics ?? {};
  say(style('dim', `${durationText(elapsedMs)}, ${stages} ${stages === 1 ? 'stage' : 'stages'}\n`));
}

/** The planner would leave work as small as this whole; here it is told to cut it, so that there is something to see. */
async function explain(db: Connection, question: Question, signal: AbortSignal): Promise<void> {
  await using session = await db.session({ settings: { 'planner.small_query_bytes': 0 } });
  announce(question.text, question.sql);
  const result = session.sql(question.sql, undefined, { signal });
  await new TableWriter(standardOutput(), terminal).write(result);
  say(
    `\n${style('bold', 'How was that computed?')} ${style('dim', 'EXPLAIN ANALYZE shows stages, where they ran and what moved between them')}\n`,
  );
  for await (const values of session.sql(`EXPLAIN ANALYZE ${question.sql}`, undefined, { signal }).values())
    say(`${String(values.at(-1))}\n`);
}

/** A function of one's own: from an image where there is a container engine, in JavaScript where there is none. */
async function callFunction(db: Connection, signal: AbortSignal): Promise<void> {
  const { create, how, why } = await provideFunction((line) => say(style('dim', `${line}\n`)));
  say(`\n${style('bold', 'And a function of your own')} ${style('dim', how)}\n${style('dim', indented(create))}\n`);
  if (why !== undefined) say(style('dim', `It would be in Python, from an image, but: ${why}\n`));
  await db.sql(create, undefined, { signal }).run();
  await ask(db, FUNCTION_QUESTION, signal);
}

function announce(text: string, sql: string): void {
  say(`\n${style('bold', text)}\n${style('dim', indented(sql))}\n`);
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function next(): string {
  const file = relative(process.cwd(), join(flightsFolder, 'flights-3m.parquet'));
  const lines = [
    [
      `npx arbalest sql -c "SELECT origin, count(*) FROM '${file}' GROUP BY 1 ORDER BY 2 DESC LIMIT 5"`,
      'no server: everything in one process',
    ],
    ['npx arbalest sql', 'the same, interactive'],
    ['npx arbalest standalone --executors 2 --port 7070', 'a cluster like this one, to stay'],
    ['npx arbalest sql --connect grpc://127.0.0.1:7070', 'a shell to it, from another terminal'],
    ['npx arbalest udf init acme --language python', 'functions of your own, as an image'],
  ];
  return `\n${style('bold', 'What to type next')}\n${lines.map(([command, what]) => `  ${style('green', command!)}\n      ${style('dim', what!)}\n`).join('')}\n`;
}

function say(text: string): void {
  process.stdout.write(text);
}

const stop = new AbortController();
using _ = onInterrupt(() => stop.abort(new Error('Interrupted')));
try {
  await quickstart(stop.signal);
} catch (error) {
  process.stderr.write(drawError(error));
  process.exitCode = 1;
}
