import { type TableName, userError } from '@arbalest/spi';
import type { TableEntry } from '../messages.js';
import type { NameResolution } from '../session/name-resolution.js';
import type { View, ViewStore } from '../session/view-store.js';
import { toErrorInfo } from './error-info.js';

/** Tables without a schema of their own are in this one. */
const DEFAULT_SCHEMA = 'main';

export interface ListTablesOptions {
  readonly names: NameResolution;
  readonly views: ViewStore;
  /** Columns of a view; absent = columns are not asked for. */
  readonly describe?: (view: View) => Promise<string>;
  readonly signal: AbortSignal;
}

/** Tables of all catalogs, and views, which belong to the default one. What cannot be opened now is listed all the same, with the reason. */
export async function listTables(options: ListTablesOptions): Promise<TableEntry[]> {
  const { names, views, describe, signal } = options;
  const catalogs = names.inOrder();
  const lists = await Promise.all(
    catalogs.map(async (catalog) => (await catalog.list(signal)).map((name) => ({ ...name, catalog: catalog.id }))),
  );
  const tables = lists.flat().map((name) => entry(name, false, describe && (() => columnsOf(names, name, signal))));
  const shared = { catalog: catalogs[0]?.id ?? '' };
  const viewed = (await views.list()).map((view) => entry({ ...view.name, ...shared }, true, describe && (() => describe(view))));
  return Promise.all([...tables, ...viewed]);
}

async function entry(
  { catalog = '', schema = DEFAULT_SCHEMA, name }: TableName,
  view: boolean,
  columns: (() => Promise<string>) | undefined,
): Promise<TableEntry> {
  const named = { catalog, schema, name, view };
  if (!columns) return named;
  try {
    return { ...named, fields: await columns() };
  } catch (thrown) {
    return { ...named, error: toErrorInfo(thrown) };
  }
}

async function columnsOf(names: NameResolution, name: TableName, signal: AbortSignal): Promise<string> {
  const table = await names.table(name, signal);
  if (!table) throw userError('TABLE_NOT_FOUND', `Table ${name.name} has been dropped in the meantime`);
  return JSON.stringify(table.source.fields);
}
