import type { Expression, PlanNode } from '@arbalest/plan';
import { type DataType, type Field, type LogicalPlan, type Table, type TableName, userError } from '@arbalest/spi';
import type { Failure } from '../function/function-activity.js';
import { tableNameText } from '../session/table-name.js';
import type { Action } from './action.js';
import { insertRows } from './insert.js';
import { refuseViewName } from './refuse-view-name.js';
import type { StatementContext } from './statement-context.js';

const FIELDS: readonly Field[] = [
  field('failed_at', { id: 'TIMESTAMP' }),
  field('job', { id: 'VARCHAR' }),
  field('function', { id: 'VARCHAR' }),
  field('arguments', { id: 'VARCHAR' }),
  field('message', { id: 'VARCHAR' }),
];

/** Puts rows that failed in functions into their error table, a managed one that is made when there is none. */
export async function insertFailedRows(name: TableName, rows: readonly Failure[], context: StatementContext): Promise<Action> {
  const table = (await context.names.table(name, context.signal)) ?? (await makeTable(name, context));
  return insertRows({ name, table, columns: FIELDS.map((column) => column.name) }, rowsPlan(rows), context);
}

async function makeTable(name: TableName, context: StatementContext): Promise<Table> {
  await refuseViewName(name, context);
  const place = await context.names.place(name, context.signal);
  if (!place.catalog.create) throw userError('CATALOG_READ_ONLY', `catalog '${place.catalog.id}' makes no tables`);
  const { baseDirectory } = context.session;
  const definition = { name: place.name, ownership: 'managed', baseDirectory, options: {}, fields: FIELDS, partitionBy: [] } as const;
  const made = await place.catalog.create({ ...definition, ifNotExists: true, orReplace: false }, context.signal);
  return (await context.names.table(name, context.signal)) ?? made;
}

function rowsPlan(rows: readonly Failure[]): LogicalPlan {
  const types = FIELDS.map(({ type }) => type);
  const values = rows.map(({ time, job, function: name, arguments: args, message }) =>
    [timestampText(time), job, name, args, message].map((value, i): Expression => ({ kind: 'constant', value, type: types[i]! })),
  );
  const plan: PlanNode = { kind: 'values', types, values };
  return { plan, fields: FIELDS, tables: [] };
}

function timestampText(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').replace('Z', '');
}

function field(name: string, type: DataType): Field {
  return { name, type, nullable: true };
}

/** The text of the statement, for lists of jobs. */
export function insertFailedRowsText(name: TableName, rows: readonly Failure[]): string {
  return `INSERT INTO ${tableNameText(name)} /* ${rows.length} rows that failed in functions */`;
}
