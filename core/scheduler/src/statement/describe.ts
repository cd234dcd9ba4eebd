import { type Statement, typeToSql } from '@arbalest/spi';
import type { Action } from './action.js';
import { booleanColumn, textColumn } from './local-table.js';
import { bindQuery } from './plan-query.js';
import type { StatementContext } from './statement-context.js';

/** DESCRIBE: the columns that a table or query has. */
export async function describeQuery(statement: Statement & { kind: 'describe' }, context: StatementContext): Promise<Action> {
  const { fields } = await bindQuery(statement.query, statement, context);
  return {
    kind: 'answer',
    table: {
      fields: [textColumn('column_name'), textColumn('column_type'), booleanColumn('nullable')],
      rows: fields.map(({ name, type, nullable }) => [name, typeToSql(type), nullable]),
    },
  };
}
