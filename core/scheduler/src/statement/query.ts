import type { Statement } from '@arbalest/spi';
import type { Action } from './action.js';
import { planQuery } from './plan-query.js';
import type { StatementContext } from './statement-context.js';

/** SELECT and what else yields rows. */
export async function runQuery(statement: Statement & { kind: 'query' }, context: StatementContext): Promise<Action> {
  return { kind: 'run', query: await planQuery(statement.query, statement, context), result: { to: 'client' } };
}
