import type { GraphSpec, ResultMode } from '../run/graph-spec.js';
import type { Session } from '../session/session.js';
import type { RunAction } from '../statement/action.js';
import { isGathered } from '../statement/gather-stages.js';

const MODES: Readonly<Record<RunAction['result']['to'], ResultMode>> = {
  client: 'deliver',
  report: 'discard',
  scheduler: 'collect',
  files: 'collect',
};

/** A statement's stages with what its session says of how they are run. */
export function graphSpec(job: string, { query, result }: RunAction, { id, user, settings }: Session): GraphSpec {
  return {
    job,
    session: id,
    plan: query.stages,
    tables: query.logical.tables,
    functions: query.logical.functions ?? [],
    sources: query.sources ?? [],
    user,
    settings: settings.engine(),
    mode: MODES[result.to],
    ...(result.to === 'files' ? { writeTarget: result.write.target } : {}),
    weight: settings.number('queue_weight'),
    sessionTasks: settings.number('session_tasks'),
    executorWaitMs: settings.number('executor_wait_ms'),
    resultTtlMs: settings.milliseconds('result_ttl'),
    ...settings.twins(),
    adaptive: settings.planner().adaptive && !isGathered(query.stages),
  };
}
