import { arrow } from '@arbalest/proto';
import { invalid, notImplemented } from '../errors.js';

const { TableNotExistOption, TableExistsOption } = arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions;

export type IngestCommand = InstanceType<typeof arrow.flight.protocol.sql.CommandStatementIngest>;

/** What is to be done for a table that is there, and for one that is not. */
export interface IngestMode {
  readonly missing: 'create' | 'fail';
  readonly existing: 'fail' | 'append' | 'replace';
}

/** @throws FlightError for options that Flight SQL forbids, or that are not offered */
export function ingestMode({ tableDefinitionOptions, temporary }: IngestCommand): IngestMode {
  if (temporary) throw notImplemented('temporary tables; ingest into a table and drop it when it is not needed any more');
  const { ifNotExist, ifExists } = tableDefinitionOptions ?? {};
  const missing = {
    [TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE]: 'create',
    [TableNotExistOption.TABLE_NOT_EXIST_OPTION_FAIL]: 'fail',
  } as const;
  const existing = {
    [TableExistsOption.TABLE_EXISTS_OPTION_FAIL]: 'fail',
    [TableExistsOption.TABLE_EXISTS_OPTION_APPEND]: 'append',
    [TableExistsOption.TABLE_EXISTS_OPTION_REPLACE]: 'replace',
  } as const;
  const mode = { missing: missing[ifNotExist as 1], existing: existing[ifExists as 1] };
  if (!mode.missing || !mode.existing)
    throw invalid('The table definition options must say what is done when the table exists, and when it does not');
  return mode;
}

export function qualifiedName({ catalog, schema, table }: Pick<IngestCommand, 'catalog' | 'schema' | 'table'>): string {
  if (!table) throw invalid('The command names no table');
  return [catalog, schema, table]
    .filter((part) => part)
    .map((part) => quoted(part!))
    .join('.');
}

export function createText(table: string, path: string, replace: boolean): string {
  return `CREATE ${replace ? 'OR REPLACE ' : ''}TABLE ${table} AS SELECT * FROM ${literal(path)}`;
}

/** Columns are matched by name. */
export function insertText(table: string, path: string, columns: readonly string[]): string {
  const names = columns.map(quoted).join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${literal(path)}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
