import { internalError, type PlanContext, type Statement, type TableWriter, userError, type WriteTarget } from '@arbalest/spi';
import type { Coordinator } from '../cluster/coordinator.js';
import type { FunctionActivity } from '../function/function-activity.js';
import type { FunctionStore } from '../function/function-store.js';
import type { NameResolution } from '../session/name-resolution.js';
import type { Session } from '../session/session.js';
import type { ViewStore } from '../session/view-store.js';
import type { Action } from '../statement/action.js';
import { appliedTag } from '../statement/applied-tag.js';
import { describeStatement, type StatementSummary } from '../statement/describe-statement.js';
import type { StatementContext } from '../statement/statement-context.js';
import { understand } from '../statement/understand.js';
import type { JobRequest } from './job-request.js';
import type { Resumption } from './job-resumption.js';
import type { JobRun } from './job-run.js';
import type { ResolvedSchedulerOptions } from './scheduler-options.js';

export interface UnderstandingParts {
  readonly options: ResolvedSchedulerOptions;
  readonly coordinator: Coordinator;
  readonly names: NameResolution;
  readonly views: ViewStore;
  readonly functions: FunctionStore;
  readonly activity: FunctionActivity;
}

/** From the text of a job to what is to be done for it. */
export class Understanding {
  constructor(private readonly parts: UnderstandingParts) {}

  /** @param resumed what another scheduler has done for it already */
  async action(
    job: JobRun,
    { sql, session, parameters }: Pick<JobRequest, 'sql' | 'session' | 'parameters'>,
    resumed: Resumption | undefined,
  ): Promise<Action> {
    const statement = onlyStatement(await this.parts.options.frontend.parse(sql));
    const context = this.context(job, session, parameters);
    const tag = appliedTag(statement);
    const action = await job.changing(tag, () => understand(statement, resumed ? { ...context, resumed } : context));
    if (action.kind !== 'run') return action;
    const { query, result } = action;
    const goesOn = query.stages === resumed?.plan.stages;
    if (result.to !== 'scheduler') return { ...action, resumed: goesOn };
    return { ...action, resumed: goesOn, result: { ...result, answer: (graph) => job.changing(tag, () => result.answer(graph)) } };
  }

  /** @throws internal error `WRITE_UNKNOWN` when no catalog knows the write */
  resumeWrite(target: WriteTarget): TableWriter {
    for (const catalog of this.parts.options.catalogs) {
      const writer = catalog.resumeWrite?.(target);
      if (writer) return writer;
    }
    throw internalError('WRITE_UNKNOWN', `No catalog of this scheduler knows the write to ${target.directory} that another one has begun`);
  }

  /** What the statement would answer. Nothing is run. */
  async describe(sql: string, session: Session, signal: AbortSignal): Promise<StatementSummary> {
    const statement = onlyStatement(await this.parts.options.frontend.parse(sql));
    const job = { id: this.parts.options.randomness.id('describe'), signal, waiting: () => undefined };
    return describeStatement(statement, this.context(job, session, []));
  }

  context(job: Pick<JobRun, 'id' | 'signal' | 'waiting'>, session: Session, parameters: PlanContext['parameters']): StatementContext {
    const { options, coordinator, names, views, functions, activity } = this.parts;
    const { frontend, codecs, planning, randomness } = options;
    return {
      job: job.id,
      ...{ session, frontend, names, views, functions, activity, codecs, planning, parameters },
      signal: job.signal,
      resumeWrite: (target) => this.resumeWrite(target),
      executors: () => coordinator.usableExecutors(),
      requireFunctionEngine: (sources) => coordinator.requireFunctionEngine(sources),
      newId: (prefix) => randomness.id(prefix),
      waitForExecutor: async () => {
        if (coordinator.usableExecutors() > 0) return;
        job.waiting('waiting for an executor');
        await coordinator.waitForExecutor(session.settings.number('executor_wait_ms'), job.signal);
      },
    };
  }
}

function onlyStatement(statements: readonly Statement[]): Statement {
  const [statement, second] = statements;
  if (!statement) throw userError('NO_STATEMENT', 'The text holds no statement');
  if (second) {
    throw userError(
      'SEVERAL_STATEMENTS',
      `The text holds ${statements.length} statements, but one is run at a time; cut it with Parse and run them one by one`,
      { position: second.position },
    );
  }
  return statement;
}
