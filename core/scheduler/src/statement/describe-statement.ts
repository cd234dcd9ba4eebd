import { type Field, type QueryDescription, type Statement, type TableName } from '@arbalest/spi';
import { SessionPlanContext } from '../session/session-plan-context.js';
import { booleanColumn, textColumn } from './local-table.js';
import { bindQuery, inStatement } from './plan-query.js';
import type { StatementContext } from './statement-context.js';
import { understand } from './understand.js';

export interface StatementSummary extends QueryDescription {
  /** It answers with rows. */
  readonly query: boolean;
}

/** Says what a statement would answer and which parameters it has. Nothing is run, and nothing is changed. */
export async function describeStatement(statement: Statement, context: StatementContext): Promise<StatementSummary> {
  switch (statement.kind) {
    case 'query':
      return { query: true, ...(await describeQueryText(statement.query, statement, context)) };
    case 'explain': {
      const { parameters } = await describeStatement(statement.statement, context);
      return { query: true, fields: [textColumn('plan')], parameters };
    }
    case 'describe': {
      const { parameters } = await describeQueryText(statement.query, statement, context);
      return { query: true, fields: [textColumn('column_name'), textColumn('column_type'), booleanColumn('nullable')], parameters };
    }
    case 'show-tables':
    case 'show-settings':
    case 'show-functions':
    case 'describe-function':
    case 'show-function': {
      // They change nothing, and are done when they are understood.
      const action = await understand(statement, context);
      return { query: true, fields: (action.kind === 'answer' && action.table?.fields) || [], parameters: [] };
    }
    default:
      return { query: false, fields: [], parameters: await parametersOf(statement, context) };
  }
}

async function parametersOf(statement: Statement, context: StatementContext): Promise<QueryDescription['parameters']> {
  const query = 'query' in statement ? statement.query : undefined;
  if (query === undefined) return [];
  const target = statement.kind === 'insert' ? await targetOf(statement.table, statement.columns, context) : undefined;
  return (await describeQueryText(query, statement, context, target)).parameters;
}

async function targetOf(name: TableName, columns: readonly string[] | undefined, context: StatementContext): Promise<readonly Field[]> {
  const table = await context.names.table(name, context.signal);
  if (!table) return context.names.notFound(name, context.signal);
  const { fields } = table.source;
  if (!columns) return fields;
  const named = columns.map((column) => fields.find((field) => field.name.toLowerCase() === column.toLowerCase()));
  return named.every((field) => field !== undefined) ? named : [];
}

async function describeQueryText(
  query: string,
  statement: Statement,
  context: StatementContext,
  target?: readonly Field[],
): Promise<QueryDescription> {
  const { frontend } = context;
  if (!frontend.describe) return { fields: (await bindQuery(query, statement, context)).fields, parameters: [] };
  const catalog = await context.functions.snapshot();
  const types = target?.map(({ type }) => type);
  return inStatement(query, statement, () => frontend.describe!(query, new SessionPlanContext({ ...context, catalog }), types));
}
