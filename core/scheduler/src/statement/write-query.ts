import type { LogicalPlan, TableWriter } from '@arbalest/spi';
import type { Action } from './action.js';
import { gatherStages } from './gather-stages.js';
import { cutQuery } from './plan-query.js';
import type { StatementContext } from './statement-context.js';

/**
 * The rows of a bound query, written. `begin` comes last: from then on the job owns the write, and ends it with `commit` or `abort`.
 */
export async function writeQuery(
  logical: LogicalPlan,
  writer: TableWriter,
  tag: (rows: number) => string,
  context: StatementContext,
): Promise<Action> {
  const query = cutQuery(logical, context);
  const target = await writer.begin(context.job, context.signal);
  const stages = target.singleFile ? gatherStages(query.stages) : query.stages;
  return { kind: 'run', query: { ...query, stages }, result: { to: 'files', write: { writer, target, tag } } };
}
