import { type TableName, toArbalestError } from '@arbalest/spi';
import type { ResultMode } from '../run/graph-spec.js';
import { tableNameText } from '../session/table-name.js';
import type { Failure } from './function-activity.js';
import type { FunctionFailures } from './function-failures.js';

/** Puts rows into a table. @returns why it could not be done, if it could not */
export type KeepRows = (table: TableName, rows: readonly Failure[]) => Promise<string | undefined>;

/** Puts failed rows into the tables that their functions name, one after the other, and says what became of them, a line for each function. Never rejects. */
export async function reportFailures(failures: readonly FunctionFailures[], mode: ResultMode, keep: KeepRows): Promise<readonly string[]> {
  const reasons = new Map<string, string>();
  for (const [key, { table, rows }] of byErrorTable(failures)) {
    const reason = mode === 'discard' ? 'EXPLAIN ANALYZE writes nothing' : await attempted(keep(table, rows));
    if (reason !== undefined) reasons.set(key, reason);
  }
  return failures.map((failure) => notice(failure, reasons));
}

/** Functions may share a table. */
function byErrorTable(failures: readonly FunctionFailures[]) {
  const tables = new Map<string, { readonly table: TableName; readonly rows: Failure[] }>();
  for (const { definition, rows } of failures) {
    const { errorTable: table } = definition;
    if (!table || rows.length === 0) continue;
    const entry = tables.get(tableKey(table)) ?? { table, rows: [] };
    tables.set(tableKey(table), entry);
    entry.rows.push(...rows);
  }
  return tables;
}

async function attempted(keeping: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await keeping;
  } catch (thrown) {
    return toArbalestError(thrown).message;
  }
}

function notice({ definition, count, rows }: FunctionFailures, reasons: ReadonlyMap<string, string>): string {
  const failed = `${amount(count)} failed in function ${definition.name} and gave NULL`;
  const table = definition.errorTable;
  if (!table) return failed;
  const reason = reasons.get(tableKey(table));
  if (reason !== undefined) return `${failed}; not put into table ${tableNameText(table)}: ${reason}`;
  const kept = rows.length < count ? `, the first ${rows.length.toLocaleString('en-US')} of them` : '';
  return `${failed}; put into table ${tableNameText(table)}${kept}`;
}

function tableKey(name: TableName): string {
  return tableNameText(name).toLowerCase();
}

function amount(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`;
}
