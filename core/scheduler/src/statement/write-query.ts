import type { LogicalPlan, TableWriter } from '@arbalest/spi';
import type { Action, PendingWrite } from './action.js';
import { gatherStages } from './gather-stages.js';
import { cutQuery } from './plan-query.js';
import type { StatementContext } from './statement-context.js';

/**
 * The rows of a bound query, written. `begin` comes last: from then on the job owns the write, and ends it with `commit` or `abort`.
 *
 * @param writer not asked for when another scheduler has begun the write
 */
export async function writeQuery(
  logical: LogicalPlan,
  writer: () => Promise<TableWriter> | TableWriter,
  tag: (rows: number) => string,
  context: StatementContext,
): Promise<Action> {
  const query = cutQuery(logical, context);
  const write = await begin(writer, tag, context);
  // Stages that another scheduler ran are what they were, gathered or not.
  const stages = write.target.singleFile && !context.resumed ? gatherStages(query.stages) : query.stages;
  return { kind: 'run', query: { ...query, stages }, result: { to: 'files', write } };
}

async function begin(
  writer: () => Promise<TableWriter> | TableWriter,
  tag: PendingWrite['tag'],
  { resumed, resumeWrite, job, signal }: StatementContext,
): Promise<PendingWrite> {
  const target = resumed?.writeTarget;
  if (target) return { writer: resumeWrite(target), target, tag };
  const fresh = await writer();
  return { writer: fresh, target: await fresh.begin(job, signal), tag };
}
