import type { FakeExecutor } from './fake-executor.js';
import type { SchedulerFixture } from './scheduler-fixture.js';

/** Who runs that task, and somebody else. */
export function whoRuns(cluster: SchedulerFixture, stageId: number, task: number): readonly [FakeExecutor, FakeExecutor] {
  const runner = cluster.executors.find((executor) => executor.hasLaunched(stageId, task))!;
  return [runner, cluster.executors.find((executor) => executor !== runner)!];
}
