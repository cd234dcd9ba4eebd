import type { FunctionCatalog, Statement } from '@arbalest/spi';
import type { FunctionUse } from '../function/function-activity.js';
import { typesText } from '../function/function-signature.js';
import type { Action } from './action.js';
import { functionNotFound } from './function-not-found.js';
import { booleanColumn, type LocalTable, type LocalValue, textColumn, wholeColumn } from './local-table.js';
import type { StatementContext } from './statement-context.js';

type Show = Statement & { kind: 'show-function' };

/** SHOW FUNCTION STATS, LOGS and ERRORS: what functions have done since the scheduler started. */
export async function showFunctionActivity({ what, name }: Show, context: StatementContext): Promise<Action> {
  const functions = await context.functions.snapshot();
  const table = TABLES[what](context, functions, name);
  // One that was dropped may still have a log; one that never was has nothing.
  if (name !== undefined && table.rows.length === 0 && functions.named(name).length === 0) throw functionNotFound(name, functions);
  return { kind: 'answer', table };
}

type Shown = (context: StatementContext, functions: FunctionCatalog, name: string | undefined) => LocalTable;

const TABLES: Readonly<Record<Show['what'], Shown>> = {
  stats: ({ activity }, functions, name) => ({
    fields: [
      ...['function', 'arguments'].map(textColumn),
      ...['calls', 'rows', 'bytes_in', 'bytes_out', 'milliseconds', 'cpu_milliseconds', 'rows_per_second'].map(wholeColumn),
      ...['failed_rows', 'retries', 'cold_starts'].map(wholeColumn),
      textColumn('last_used'),
      booleanColumn('current'),
    ],
    rows: activity
      .uses()
      .filter(({ definition }) => name === undefined || definition.name === name.toLowerCase())
      .toSorted((a, b) => (a.definition.name < b.definition.name ? -1 : 1))
      .map((use) => statsRow(use, functions)),
  }),
  logs: ({ activity, session }, _, name) => ({
    fields: ['time', 'job', 'function', 'text'].map(textColumn),
    rows: activity.log(session.user, name).map((line) => [timeText(line.time), line.job, line.function, line.text]),
  }),
  errors: ({ activity, session }, _, name) => ({
    fields: ['failed_at', 'job', 'function', 'arguments', 'message'].map(textColumn),
    rows: activity.failures(session.user, name).map((row) => [timeText(row.time), row.job, row.function, row.arguments, row.message]),
  }),
};

/** `calls` are batches; the time is that of all tasks together, so rows per second are those of one stream. */
function statsRow({ definition, metrics, lastUsed }: FunctionUse, functions: FunctionCatalog): readonly LocalValue[] {
  const { batches, rows, bytesIn, bytesOut, elapsedMs, cpuMs, failedRows, retries, starts } = metrics;
  const rate = elapsedMs > 0 ? Math.round((rows * 1000) / elapsedMs) : null;
  return [
    definition.name,
    typesText(definition.arguments.map(({ type }) => type)),
    batches,
    rows,
    bytesIn,
    bytesOut,
    Math.round(elapsedMs),
    Math.round(cpuMs),
    rate,
    failedRows,
    retries,
    starts,
    timeText(lastUsed),
    functions.named(definition.name).some(({ id }) => id === definition.id),
  ];
}

function timeText(time: number): string {
  return new Date(time).toISOString();
}
