import type { Connection } from '@arbalest/client';
import { timed } from './statistics.js';
import { duckdbSeconds, serverRate } from './udf-peers.js';
import { commentsFile, connectWithFunctions, numbersFile, type UdfSetting } from './udf-setting.js';
import { textTable } from './text-table.js';

/** Rows for servers that are slow: the rate does not depend on how many there are. */
const SLOW_ROWS = 400_000;
const SLOW_BATCH = 8192;
/** DuckDB's Python functions get a fifth of the rows, for the same reason. */
const PART = 5;

/** x*2+y over two BIGINT columns. */
export async function runArithmetic(setting: UdfSetting): Promise<void> {
  const { rows } = setting;
  const file = await numbersFile(rows);
  const ours = new Map<string, Measured>();
  {
    await using db = await connectWithFunctions(setting);
    ours.set('the same in plain SQL, no function', await rate(db, `SELECT sum(x * 2 + y) FROM '${file}'`, setting));
    for (const language of setting.languages)
      ours.set(`Arbalest, ${language}`, await rate(db, `SELECT sum(${language}_x2y(x, y)) FROM '${file}'`, setting));
  }
  const part = rows / PART;
  const sql = `SELECT sum(x2y(x, y)) FROM '${await numbersFile(part)}'`;
  const arrow = part / (await duckdbSeconds('x2y', 'arrow', sql));
  print(`x*2+y, ${rows / 1e6} M rows from Parquet, end to end`, "DuckDB's Python function, Arrow kind", arrow, [
    ...ours,
    ["DuckDB's Python function, native kind", { rate: part / (await duckdbSeconds('x2y', 'native', sql)) }],
    ['bare Flight server (pyarrow), 64 Ki rows a batch, no SQL', { rate: await serverRate('flight', rows, 65536) }],
    ["arrow-udf's server, by row, no SQL", { rate: await serverRate('arrow-udf-row', SLOW_ROWS, SLOW_BATCH) }],
    ["arrow-udf's server, by batch, no SQL", { rate: await serverRate('arrow-udf-batch', SLOW_ROWS, SLOW_BATCH) }],
    ["databend's server, by batch, no SQL", { rate: await serverRate('databend-batch', SLOW_ROWS, SLOW_BATCH) }],
  ]);
}

/** Upper case of comments, in Python. */
export async function runStrings(setting: UdfSetting): Promise<void> {
  const rows = setting.rows / 2;
  const file = await commentsFile(rows);
  await using db = await connectWithFunctions({ ...setting, languages: ['python'] });
  const sql = `SELECT sum(strlen(python_upper(text))) FROM '${file}'`;
  const ours = await rate(db, sql, { ...setting, rows });
  const part = rows / PART;
  const theirs = sql.replace(file, await commentsFile(part));
  const arrow = part / (await duckdbSeconds('python_upper', 'arrow', theirs));
  print(`Upper case of ${rows / 1e6} M comments, end to end`, "DuckDB's Python function, Arrow kind", arrow, [
    ['Arbalest, python', ours],
    ["DuckDB's Python function, native kind", { rate: part / (await duckdbSeconds('python_upper', 'native', theirs)) }],
    ['Arbalest, the built-in upper', await rate(db, sql.replace('python_upper', 'upper'), { ...setting, rows })],
  ]);
}

/** Greatest common divisor, in Python: numpy over batches against arrow-udf's way, row by row. */
export async function runGcd(setting: UdfSetting): Promise<void> {
  const file = await numbersFile(setting.rows);
  await using db = await connectWithFunctions({ ...setting, languages: ['python'] });
  const ours = await rate(db, `SELECT sum(python_gcd(x, y)) FROM '${file}'`, setting);
  const theirs = await serverRate('arrow-udf-gcd', SLOW_ROWS, SLOW_BATCH);
  print('gcd of two BIGINTs', "arrow-udf's server, no SQL", theirs, [['Arbalest, python (numpy), end to end', ours]]);
}

interface Measured {
  /** Rows a second. */
  readonly rate: number;
  /** Processor time of this process, which holds the executors, in milliseconds: depends less on what else the machine does. */
  readonly cpuMs?: number;
}

/** The best of the runs; one more goes before them. */
async function rate(db: Connection, sql: string, { rows, runs }: UdfSetting): Promise<Measured> {
  const found: { ms: number; cpuMs: number }[] = [];
  for (let i = 0; i <= runs; i++) {
    const before = process.cpuUsage();
    const ms = await timed(() => db.sql(sql).toArray());
    const { user, system } = process.cpuUsage(before);
    found.push({ ms, cpuMs: (user + system) / 1000 });
  }
  const counted = found.slice(1);
  return { rate: rows / (Math.min(...counted.map(({ ms }) => ms)) / 1000), cpuMs: Math.min(...counted.map(({ cpuMs }) => cpuMs)) };
}

function print(title: string, baseline: string, rateOfBaseline: number, others: readonly (readonly [string, Measured])[]): void {
  const all: readonly (readonly [string, Measured])[] = [[baseline, { rate: rateOfBaseline }], ...others];
  const rows = all.map(([what, { rate: of, cpuMs }]) => [
    what,
    (of / 1e6).toFixed(of < 1e7 ? 2 : 1),
    (of / rateOfBaseline).toFixed(2),
    cpuMs?.toFixed(0) ?? '',
  ]);
  console.log(`\n${textTable([title, 'M rows/s', 'ratio', 'processor ms here'], rows)}`);
}
