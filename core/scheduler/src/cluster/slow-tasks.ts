import type { GraphRun } from '../run/graph-run.js';
import type { StageRun } from '../run/stage-run.js';

/**
 * Tasks of a running stage that take so much longer than those which have finished that a second attempt elsewhere may well be sooner.
 *
 * None where two attempts may not do the same (the stage does not repeat, or writes files), or where the slowness is that of its producers, and no
 * task whose output somebody reads already.
 *
 * @param now milliseconds of the monotonic clock
 */
export function slowTasks(graph: GraphRun, run: StageRun, now: number): readonly number[] {
  const { twins: rule, writeTarget } = graph.spec;
  const { state, finished, tasks } = run.state;
  if (!rule || state !== 'open' || run.underWay.size === 0 || finished === 0 || finished < tasks * rule.quantile) return [];
  if (!run.repeatable || (run === graph.root && writeTarget !== undefined)) return [];
  if (!graph.hasInputs(run) || graph.readsOpenInputs(run)) return [];
  const slowAfter = Math.max(rule.afterMs, (run.durations.median ?? 0) * rule.factor);
  const isRead = graph.readsWhileWritten(run);
  return [...run.underWay].filter((id) => {
    const task = run.tasks[id]!;
    return graph.mayHaveTwin(task) && now - task.running!.since >= slowAfter && !(isRead && task.running!.readable);
  });
}
