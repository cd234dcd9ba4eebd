import type { JobProgress, StageProgress } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import { stageLabel } from '../run/stage-label.js';
import type { StageRun } from '../run/stage-run.js';

/** How far a graph is. `fraction` counts tasks; what runs counts half. */
export function progressOf(graph: GraphRun, elapsedMs: number): JobProgress {
  const runs = graph.stages();
  const total = sum(runs, (run) => run.state.tasks);
  const finished = sum(runs, (run) => run.state.finished);
  const running = sum(runs, (run) => run.state.running);
  return {
    stagesTotal: runs.length,
    stagesFinished: runs.filter((run) => run.state.finished === run.state.tasks).length,
    tasksTotal: total,
    tasksFinished: finished,
    tasksRunning: running,
    fraction: total === 0 ? 0 : (finished + running / 2) / total,
    elapsedMs: Math.round(elapsedMs),
    stages: runs.map(stageProgress),
  };
}

/** While there is nothing to count yet: `label` says what is waited for. */
export function waitingProgress(label: string, elapsedMs: number): JobProgress {
  return {
    stagesTotal: 0,
    stagesFinished: 0,
    tasksTotal: 0,
    tasksFinished: 0,
    tasksRunning: 0,
    fraction: 0,
    elapsedMs: Math.round(elapsedMs),
    stages: [{ stage: 0, label, tasksTotal: 0, tasksFinished: 0, tasksRunning: 0, rowsOut: 0, bytesOut: 0 }],
  };
}

function stageProgress(run: StageRun): StageProgress {
  return {
    stage: run.id,
    label: stageLabel(run.stage),
    tasksTotal: run.state.tasks,
    tasksFinished: run.state.finished,
    tasksRunning: run.state.running,
    rowsOut: run.metrics.reduce((total, metrics) => total + (metrics?.rowsOut ?? 0), 0),
    bytesOut: run.metrics.reduce((total, metrics) => total + (metrics?.bytesOut ?? 0), 0),
  };
}

function sum(runs: readonly StageRun[], of: (run: StageRun) => number): number {
  return runs.reduce((total, run) => total + of(run), 0);
}
