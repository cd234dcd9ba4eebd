import type { FunctionDefinition } from '@arbalest/spi';
import type { FailedRowMessage, FunctionReport } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { Failure } from './function-activity.js';
import { functionTotals } from './function-totals.js';

/** Characters of arguments and messages that are kept of one function's failures in one job: they travel inside a plan. */
const KEPT_CHARACTERS = 1024 * 1024;

/** Rows that one function failed on, in a job that has ended well. */
export interface FunctionFailures {
  readonly definition: FunctionDefinition;
  readonly count: number;
  /** Those that were kept, the first ones; none where the function's errors are not collected. */
  readonly rows: readonly Failure[];
}

/** Each failed row once, however often its task ran: the reports are those of the attempts whose outputs counted. */
export function functionFailures(graph: GraphRun, now: number): readonly FunctionFailures[] {
  const { functions, job } = graph.spec;
  if (functions.length === 0) return [];
  const reports = graph.stages().flatMap((run) => run.functionReports);
  return functionTotals(reports).flatMap(({ function: id, failedRows: count }) => {
    const definition = functions.find((candidate) => candidate.id === id);
    return definition && count > 0 ? [{ definition, count, rows: failedRows(reports, definition, { job, time: now }) }] : [];
  });
}

function failedRows(
  reports: readonly (FunctionReport | undefined)[],
  { id, name }: FunctionDefinition,
  of: { readonly job: string; readonly time: number },
): readonly Failure[] {
  const kept: Failure[] = [];
  let characters = 0;
  for (const row of reports.flatMap((report) => report?.failedRows ?? [])) {
    if (row.function !== id) continue;
    const failure = { ...of, function: name, ...textsOf(row) };
    characters += failure.arguments.length + failure.message.length;
    if (characters > KEPT_CHARACTERS) break;
    kept.push(failure);
  }
  return kept;
}

function textsOf(row: FailedRowMessage): Pick<Failure, 'arguments' | 'message'> {
  return { arguments: row.arguments ?? '[]', message: row.message ?? '' };
}
