import type { StagePlan } from '@arbalest/planner';
import type { FunctionMetrics } from '@arbalest/spi';
import { functionTotals } from '../function/function-totals.js';
import type { TaskMetrics } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { StageRun } from '../run/stage-run.js';

export interface AnalysedTask {
  readonly task: number;
  readonly executor: string;
  readonly attempts: number;
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly bytesOut: number;
  readonly scannedRows: number;
  readonly scannedBytes: number;
  readonly spilledBytes: number;
  readonly remoteBytes: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
}

export interface AnalysedStage {
  readonly stage: number;
  /** From the first task's launch to the last one's end. */
  readonly elapsedMs: number;
  readonly rows: number;
  readonly bytes: number;
  readonly spilledBytes: number;
  readonly tasks: readonly AnalysedTask[];
  /** Slow tasks that were started once more on another executor; none when absent. */
  readonly twins?: number;
  /** Calls of users' functions, all tasks together; none when absent. `elapsedMs` is the sum of the tasks' times. */
  readonly functions?: readonly FunctionMetrics[];
}

/** What EXPLAIN ANALYZE (FORMAT json) shows: the stages that ran, in the order in which they depend on each other. */
export function analysisJson(graph: GraphRun): { readonly stages: readonly AnalysedStage[]; readonly retries: number } {
  return { stages: graph.stages().map(analysedStage), retries: graph.retries };
}

/** The plan as it was in the end, then a line for each stage and one for each of its tasks. */
export function analysisText(graph: GraphRun, explainText: (plan: StagePlan) => string): string {
  const { stages, retries } = analysisJson(graph);
  const lines = stages
    .toReversed()
    .flatMap((stage) => [stageLine(stage), ...stage.tasks.map(taskLine), ...(stage.functions ?? []).map(functionLine)]);
  return [explainText(graph.stagePlan()), '', 'As it ran', ...lines, ...(retries > 0 ? [`${retries} tasks were run again`] : [])].join(
    '\n',
  );
}

function analysedStage(run: StageRun): AnalysedStage {
  const tasks = run.tasks.map((task) => analysedTask(run, task.id));
  const functions = functionTotals(run.functionReports);
  return {
    stage: run.id,
    elapsedMs: Math.round(((run.endedAt ?? 0) - (run.startedAt ?? 0)) * 1000) / 1000,
    rows: sum(tasks, 'rowsOut'),
    bytes: sum(tasks, 'bytesOut'),
    spilledBytes: sum(tasks, 'spilledBytes'),
    tasks,
    ...(run.twins > 0 ? { twins: run.twins } : {}),
    ...(functions.length > 0 ? { functions } : {}),
  };
}

function analysedTask(run: StageRun, task: number): AnalysedTask {
  const metrics: TaskMetrics = run.metrics[task] ?? {};
  return {
    task,
    executor: run.ranOn[task] ?? '',
    attempts: run.tasks[task]!.attempts,
    rowsIn: metrics.rowsIn ?? 0,
    rowsOut: metrics.rowsOut ?? 0,
    bytesOut: metrics.bytesOut ?? 0,
    scannedRows: metrics.scannedRows ?? 0,
    scannedBytes: metrics.scannedBytes ?? 0,
    spilledBytes: metrics.spilledBytes ?? 0,
    remoteBytes: metrics.remoteBytes ?? 0,
    elapsedMs: metrics.elapsedUs ? metrics.elapsedUs / 1000 : (metrics.elapsedMs ?? 0),
    cpuMs: metrics.cpuMs ?? 0,
  };
}

function stageLine({ stage, rows, bytes, spilledBytes, elapsedMs, tasks, twins = 0 }: AnalysedStage): string {
  const parts = [
    many(tasks.length, 'task', 'tasks'),
    `${count(rows)} rows`,
    size(bytes),
    time(elapsedMs),
    ...(spilledBytes > 0 ? [`${size(spilledBytes)} spilled`] : []),
    ...(twins > 0 ? [many(twins, 'twin of a slow task', 'twins of slow tasks')] : []),
  ];
  return `Stage ${stage}: ${parts.join(', ')}`;
}

function taskLine(task: AnalysedTask): string {
  const parts = [
    `${count(task.rowsOut)} rows`,
    size(task.bytesOut),
    time(task.elapsedMs),
    ...(task.scannedRows > 0 ? [`scanned ${count(task.scannedRows)} rows`] : []),
    ...(task.rowsIn > 0 ? [`read ${count(task.rowsIn)} rows`] : []),
    ...(task.remoteBytes > 0 ? [`${size(task.remoteBytes)} from other hosts`] : []),
    ...(task.spilledBytes > 0 ? [`${size(task.spilledBytes)} spilled`] : []),
    ...(task.attempts > 1 ? [`${task.attempts} attempts`] : []),
  ];
  return `  task ${task.task} on ${task.executor}: ${parts.join(', ')}`;
}

function functionLine({ name, rows, batches, bytesIn, bytesOut, elapsedMs, cpuMs, failedRows, retries, starts }: FunctionMetrics): string {
  const parts = [
    `${count(rows)} rows in ${many(batches, 'batch', 'batches')}`,
    ...(bytesIn + bytesOut > 0 ? [`${size(bytesIn)} in, ${size(bytesOut)} out`] : []),
    time(elapsedMs),
    ...(cpuMs > 0 ? [`${time(cpuMs)} of processor time`] : []),
    ...(failedRows > 0 ? [`${many(failedRows, 'row', 'rows')} failed`] : []),
    ...(retries > 0 ? [`${many(retries, 'batch', 'batches')} sent again`] : []),
    ...(starts > 0 ? [many(starts, 'cold start', 'cold starts')] : []),
  ];
  return `  function ${name}: ${parts.join(', ')}`;
}

function many(of: number, one: string, several: string): string {
  return `${count(of)} ${of === 1 ? one : several}`;
}

function sum(tasks: readonly AnalysedTask[], key: 'rowsOut' | 'bytesOut' | 'spilledBytes'): number {
  return tasks.reduce((total, task) => total + task[key], 0);
}

function count(rows: number): string {
  return rows.toLocaleString('en-US');
}

function time(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(1)} ms`;
}

function size(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}
