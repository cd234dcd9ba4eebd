import {
  type CreateTable,
  type Field,
  type LogicalPlan,
  type Statement,
  type Table,
  type TableDefinition,
  type TableWriter,
  userError,
} from '@arbalest/spi';
import { tableNameText } from '../session/table-name.js';
import type { LocatedName } from '../session/name-resolution.js';
import type { Action } from './action.js';
import { bindQuery, executorFor } from './plan-query.js';
import { refuseViewName } from './refuse-view-name.js';
import type { StatementContext } from './statement-context.js';
import { writeQuery } from './write-query.js';

type Create = Statement & CreateTable;

/** CREATE TABLE with columns: an empty managed table. CREATE TABLE … AS: one that appears together with its rows. */
export async function createTable(statement: Create, context: StatementContext): Promise<Action> {
  await refuseViewName(statement.name, context);
  const place = await context.names.place(statement.name, context.signal);
  if (!place.catalog.create)
    throw userError(
      'CATALOG_READ_ONLY',
      `Catalog '${place.catalog.id}' makes no tables, so ${tableNameText(statement.name)} cannot be made there`,
    );
  const exists = (await place.catalog.table(place.name, context.signal)) !== undefined;
  const begun = context.resumed?.writeTarget !== undefined;
  if (exists && !begun && statement.ifNotExists) return { kind: 'answer', tag: 'CREATE TABLE' };
  // Of a table without rows the catalog knows whether it was made for this very job, by a scheduler that could not say so any more.
  if (exists && !begun && !statement.orReplace && statement.query !== undefined)
    throw userError('TABLE_EXISTS', `There is a table ${tableNameText(statement.name)} already; CREATE OR REPLACE TABLE replaces it`);
  if (statement.query === undefined) return createEmpty(statement, place, context);
  return createAs(statement, statement.query, place, context);
}

async function createEmpty(statement: Create, place: LocatedName, context: StatementContext): Promise<Action> {
  await place.catalog.create!({ ...definition(statement, place, statement.fields ?? [], context), job: context.job }, context.signal);
  return { kind: 'answer', tag: 'CREATE TABLE' };
}

async function createAs(statement: Create, query: string, place: LocatedName, context: StatementContext): Promise<Action> {
  const logical = await bindQuery(query, statement, context);
  refuseDoubleNames(logical);
  await executorFor(logical, context);
  return writeQuery(
    logical,
    () => pendingTable(statement, place, logical, context),
    (rows) => `CREATE TABLE ${rows}`,
    context,
  );
}

async function pendingTable(
  statement: Create,
  place: LocatedName,
  { fields }: LogicalPlan,
  context: StatementContext,
): Promise<TableWriter> {
  const table: Table = await place.catalog.create!({ ...definition(statement, place, fields, context), pending: true }, context.signal);
  if (table.writer) return table.writer;
  throw userError('TABLE_READ_ONLY', `Nothing can be written to table ${tableNameText(statement.name)} of catalog '${place.catalog.id}'`);
}

function definition(
  { options, partitionBy, ifNotExists, orReplace }: Create,
  { name }: LocatedName,
  fields: readonly Field[],
  context: StatementContext,
): TableDefinition {
  return { name, ownership: 'managed', baseDirectory: context.session.baseDirectory, options, fields, partitionBy, ifNotExists, orReplace };
}

function refuseDoubleNames({ fields }: LogicalPlan): void {
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name.toLowerCase()))
      throw userError(
        'COLUMN_TWICE',
        `The query has two columns called "${name}"; a table's columns need different names, so give one of them another with AS`,
      );
    seen.add(name.toLowerCase());
  }
}
