import type { TableName } from '@arbalest/spi';
import type { Action } from './action.js';
import { type LocalValue, textColumn } from './local-table.js';
import type { StatementContext } from './statement-context.js';

/** SHOW TABLES: tables of all catalogs, and views. */
export async function showTables({ names, views, signal }: StatementContext): Promise<Action> {
  const tables = (await names.tables(signal)).map((name) => row(name, 'table'));
  const rows = [...tables, ...(await views.list()).map((view) => row(view.name, 'view'))];
  return {
    kind: 'answer',
    table: { fields: [textColumn('name'), textColumn('schema'), textColumn('catalog'), textColumn('kind')], rows: rows.toSorted(byName) },
  };
}

function row({ name, schema, catalog }: TableName, kind: string): readonly LocalValue[] {
  return [name, schema ?? null, catalog ?? null, kind];
}

function byName(a: readonly LocalValue[], b: readonly LocalValue[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
