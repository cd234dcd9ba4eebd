import { type CodecRegistry, type Table, typeToSql } from '@arbalest/spi';
import { returnsText } from '../function/function-signature.js';
import type { FunctionStore } from '../function/function-store.js';
import type { NameEntry } from '../messages.js';
import type { NameResolution } from '../session/name-resolution.js';
import { SETTINGS } from '../session/settings.js';
import { tableNameText } from '../session/table-name.js';
import type { ViewStore } from '../session/view-store.js';

/** Tables whose columns are listed: more of them nobody completes from. */
const DESCRIBED_TABLES = 200;

export interface KnownNames {
  readonly names: NameResolution;
  readonly views: ViewStore;
  readonly functions: FunctionStore;
  readonly codecs: CodecRegistry;
}

/** What a statement may name, for completion: tables with their columns, views, users' functions, table functions that read files, settings. */
export async function listNames({ names, views, functions, codecs }: KnownNames, signal: AbortSignal): Promise<readonly NameEntry[]> {
  const tables = await names.tables(signal);
  const columns = await Promise.all(
    tables.slice(0, DESCRIBED_TABLES).map(async (name) => columnsOf(tableNameText(name), await tableOrNothing(names, name, signal))),
  );
  return [
    ...tables.map((name) => entry(tableNameText(name), 'table')),
    ...(await views.list()).map((view) => entry(tableNameText(view.name), 'view')),
    ...columns.flat(),
    ...(await functions.snapshot()).list().map((made) => entry(made.name, 'function', '', returnsText(made))),
    ...codecs.list().flatMap((codec) => (codec.tableFunctions ?? []).map((name) => entry(name, 'function'))),
    ...[...SETTINGS.keys()].map((name) => entry(name, 'setting')),
  ];
}

/** A table that cannot be opened now is listed all the same, without columns. */
function tableOrNothing(
  names: NameResolution,
  name: Parameters<NameResolution['table']>[0],
  signal: AbortSignal,
): Promise<Table | undefined> {
  return names.table(name, signal).catch(() => undefined);
}

function columnsOf(parent: string, table: Table | undefined): readonly NameEntry[] {
  return (table?.source.fields ?? []).map(({ name, type }) => entry(name, 'column', parent, typeToSql(type)));
}

function entry(name: string, kind: string, parent = '', type = ''): NameEntry {
  return { name, kind, parent, type };
}
