import { type Statement, userError } from '@arbalest/spi';
import { tableNameText } from '../session/table-name.js';
import type { Action } from './action.js';
import { bindQuery } from './plan-query.js';
import type { StatementContext } from './statement-context.js';

type CreateView = Statement & { kind: 'create-view' };

/** CREATE VIEW: the query is bound once, so that a wrong one is refused now; what it refers to may change later. */
export async function createView(statement: CreateView, context: StatementContext): Promise<Action> {
  const { name, ifNotExists, orReplace } = statement;
  const text = tableNameText(name);
  if (!context.names.mayBeView(name)) throw userError('VIEW_CATALOG', `Views belong to the default catalog; ${text} names another`);
  const there = await context.names.relation(name, context.signal);
  if (there?.kind === 'table') throw userError('TABLE_EXISTS', `There is a table ${text} already; a view needs another name`);
  if (there && ifNotExists) return { kind: 'answer', tag: 'CREATE VIEW' };
  const query = await checkedQuery(statement, context);
  const shown = { ...(name.schema === undefined ? {} : { schema: name.schema }), name: name.name };
  const made = await context.views.put({ name: shown, query }, orReplace);
  if (!made && !ifNotExists) throw userError('VIEW_EXISTS', `There is a view ${text} already; CREATE OR REPLACE VIEW replaces it`);
  return { kind: 'answer', tag: 'CREATE VIEW' };
}

/** The query as it is kept: its columns under the names that the statement gives. */
async function checkedQuery(statement: CreateView, context: StatementContext): Promise<string> {
  const { query, columns, name } = statement;
  const { fields } = await bindQuery(query, statement, context);
  if (!columns || columns.length === 0) return query;
  if (columns.length !== fields.length) {
    throw userError('VIEW_COLUMNS', `View ${tableNameText(name)} names ${columns.length} columns, but its query gives ${fields.length}`);
  }
  return `SELECT * FROM (${query}\n) AS "view"(${columns.map(quoted).join(', ')})`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
