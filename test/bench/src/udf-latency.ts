import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@arbalest/client';
import { median, timed } from './statistics.js';
import { textTable } from './text-table.js';
import { connectWithFunctions, numbersFile, type UdfSetting } from './udf-setting.js';

/** Not counted: the engine's process compiles its hot functions in them. */
const WARM_UP = 700;
const RUNS = 300;

/** One row through functions that are warm. */
export async function runLatency(setting: UdfSetting): Promise<void> {
  await using db = await connectWithFunctions(setting);
  const file = await numbersFile(1);
  const rows = [['SELECT 1', ...(await quantiles(db, () => 'SELECT 1'))]];
  for (const language of setting.languages) {
    rows.push([`SELECT ${language}_x2y(n, 2), another n each time`, ...(await quantiles(db, (n) => `SELECT ${language}_x2y(${n}, 2)`))]);
    rows.push([
      `SELECT ${language}_x2y(x, y) FROM a file of one row`,
      ...(await quantiles(db, () => `SELECT ${language}_x2y(x, y) FROM '${file}'`)),
    ]);
  }
  console.log(`\n${textTable(['One row, embedded, functions warm', 'p50 ms', 'p95 ms'], rows)}`);
}

/** From a statement to its row where a container has to be started first. */
export async function runCold(setting: UdfSetting): Promise<void> {
  const idleMs = 200;
  const rows: string[][] = [];
  for (const language of setting.languages) {
    await using db = await connectWithFunctions({ ...setting, languages: [language] }, { timeouts: { idleMs } });
    const times: number[] = [];
    for (let i = 0; i <= setting.runs + 1; i++) {
      await sleep(idleMs + 3000);
      times.push(await timed(() => db.sql(`SELECT ${language}_x2y(${i}, 2)`).toArray()));
    }
    rows.push([language, median(times.slice(1)).toFixed(0), Math.max(...times.slice(1)).toFixed(0)]);
  }
  console.log(`\n${textTable(['A cold container to its first row', 'p50 ms', 'most ms'], rows)}`);
}

async function quantiles(db: Connection, sql: (run: number) => string): Promise<string[]> {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP; i++) await db.sql(sql(-i)).toArray();
  for (let i = 0; i < RUNS; i++) times.push(await timed(() => db.sql(sql(i + 1)).toArray()));
  times.sort((a, b) => a - b);
  return [median(times), times[Math.floor(RUNS * 0.95)]!].map((ms) => ms.toFixed(2));
}
