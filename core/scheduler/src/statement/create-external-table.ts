import { type CreateExternalTable, type Statement, userError } from '@arbalest/spi';
import { tableNameText } from '../session/table-name.js';
import type { Action } from './action.js';
import { refuseViewName } from './refuse-view-name.js';
import type { StatementContext } from './statement-context.js';

/** CREATE EXTERNAL TABLE: a name for files that others own. */
export async function createExternalTable(statement: Statement & CreateExternalTable, context: StatementContext): Promise<Action> {
  const { fields, codec, location, options, partitionBy, ifNotExists, orReplace } = statement;
  await refuseViewName(statement.name, context);
  const { catalog, name } = await context.names.place(statement.name, context.signal);
  if (!catalog.create)
    throw userError(
      'CATALOG_READ_ONLY',
      `Catalog '${catalog.id}' makes no tables, so ${tableNameText(statement.name)} cannot be made there`,
    );
  await catalog.create(
    {
      name,
      ownership: 'external',
      location,
      baseDirectory: context.session.baseDirectory,
      options,
      partitionBy,
      ifNotExists,
      orReplace,
      ...(codec === undefined ? {} : { codec }),
      ...(fields === undefined ? {} : { fields }),
    },
    context.signal,
  );
  return { kind: 'answer', tag: 'CREATE TABLE' };
}
