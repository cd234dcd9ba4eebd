import type { PlanNode } from '@arbalest/plan';
import type { TableEstimate } from '@arbalest/planner';
import { ArbalestError, isArbalestError, type LogicalPlan, type Statement, type Table, transientError } from '@arbalest/spi';
import { fits } from '../service/job-resumption.js';
import { SessionPlanContext } from '../session/session-plan-context.js';
import type { PlannedQuery } from './action.js';
import type { StatementContext } from './statement-context.js';

/**
 * Binds a query that is part of a statement. Positions in errors are those of the whole text.
 *
 * @throws what the front end throws
 */
export function bindQuery(query: string, statement: Statement, context: StatementContext): Promise<LogicalPlan> {
  return inStatement(query, statement, async () => {
    const catalog = await context.functions.snapshot();
    return context.frontend.plan(query, new SessionPlanContext({ ...context, catalog }));
  });
}

/** Positions in errors that `work` throws are moved from the query into the whole text. */
export async function inStatement<T>(query: string, statement: Statement, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw shifted(thrown, offsetOf(query, statement));
  }
}

/** Cuts a bound query into stages for the executors that there are now. */
export function cutQuery(logical: LogicalPlan, context: StatementContext): PlannedQuery {
  const { resumed } = context;
  if (resumed) {
    if (!fits(logical, resumed)) throw tablesChanged();
    return {
      logical: resumed.plan.functions.length > 0 ? { ...logical, functions: resumed.plan.functions } : logical,
      stages: resumed.plan.stages,
    };
  }
  const stages = context.planning.planStages({
    plan: logical.plan as PlanNode,
    fields: logical.fields,
    tables: logical.tables.map(estimate),
    executors: Math.max(1, context.executors()),
    settings: context.session.settings.planner(),
    ...(logical.whole && logical.tables.every((table) => isReadByEngines(table, context)) ? { whole: logical.whole as PlanNode } : {}),
    ...(logical.functions ? { functions: logical.functions } : {}),
  });
  return { logical, stages };
}

/** The engine sees for itself what it needs of such a table; of another it would get every row and column, did no plan say what is needed. */
function isReadByEngines({ source }: Table, { codecs }: StatementContext): boolean {
  return codecs.get(source.codec)?.nativeScan !== undefined;
}

/** Binds and cuts a query that is to be run, once there is an executor to run it. */
export async function planQuery(query: string, statement: Statement, context: StatementContext): Promise<PlannedQuery> {
  const logical = await bindQuery(query, statement, context);
  await executorFor(logical, context);
  return cutQuery(logical, context);
}

/** Resolves when there is an executor. @throws transient error `NO_EXECUTORS`; user error `NO_FUNCTION_ENGINE` when none can call what the query calls */
export async function executorFor({ functions = [] }: LogicalPlan, context: StatementContext): Promise<void> {
  await context.waitForExecutor();
  if (functions.length > 0) context.requireFunctionEngine([...new Set(functions.map(({ source }) => source.kind))]);
}

/** For whoever started to understand the statement again: the job has to start over, if it can. */
function tablesChanged(): Error {
  return transientError('TABLE_CHANGED', 'A table of the statement has changed while no scheduler led');
}

function estimate({ statistics, source }: Table): TableEstimate {
  const { rows, bytes, columns } = statistics;
  const distinct = Object.entries(columns ?? {}).flatMap(([name, column]) =>
    column.distinct === undefined ? [] : [[name, column.distinct] as const],
  );
  return {
    fields: source.fields,
    ...(rows === undefined ? {} : { rows }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(distinct.length === 0 ? {} : { distinct: Object.fromEntries(distinct) }),
  };
}

/** Where the query begins in the text; 0 when it is not found there as it is written. */
function offsetOf(query: string, { text, position }: Statement): number {
  const within = text.indexOf(query);
  return within < 0 ? 0 : position + within;
}

function shifted(thrown: unknown, offset: number): unknown {
  if (!isArbalestError(thrown) || thrown.details.position === undefined || offset === 0) return thrown;
  const { family, code, message, details } = thrown;
  return new ArbalestError(family, code, message, { ...details, position: thrown.details.position + offset }, { cause: thrown });
}
