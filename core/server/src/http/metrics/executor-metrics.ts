import type { EndedTask, ExecutorFigures, ExecutorObserver } from '@arbalest/executor';
import type { arbalest } from '@arbalest/proto';
import { VERSION } from '../../version.js';
import { TASK_SECONDS } from './buckets.js';
import { MetricsRegistry } from './metrics-registry.js';

type FunctionMetrics = arbalest.scheduler.v1.IFunctionMetrics;

/** Names of functions are users' to choose: of more than so many the rest is counted together. */
const NAMED_FUNCTIONS = 200;
const THE_REST = 'other';

/** What is measured of an executor. */
export class ExecutorMetrics implements ExecutorObserver {
  private readonly registry = new MetricsRegistry('executor', VERSION);
  private readonly functions = new Set<string>();
  private readonly duration = this.registry.histogram(
    'arbalest_executor_task_duration_seconds',
    "Time of an attempt of a task, by the kind of its stage's last operator",
    TASK_SECONDS,
    ['stage'],
  );
  private readonly attempts = this.registry.counter(
    'arbalest_executor_task_attempts_total',
    "Attempts of tasks that have ended here, by the kind of the stage's last operator and by how: finished, failed, cancelled",
    ['stage', 'outcome'],
  );
  private readonly perStage = this.stageCounters();
  private readonly readBytes = this.registry.counter(
    'arbalest_executor_exchange_read_bytes_total',
    'Bytes of inputs that tasks read from exchanges, by where they came from: local (this host), remote',
    ['from'],
  );
  private readonly perFunction = this.functionCounters();

  /** @param figures of the executor, once it is there */
  constructor(private readonly figures: () => ExecutorFigures | undefined) {
    this.now();
  }

  taskEnded({ stage, outcome, metrics, functions }: EndedTask): void {
    this.attempts.inc({ stage, outcome });
    this.duration.observe({ stage }, (metrics.elapsedUs ?? 0) / 1_000_000);
    for (const { counter, of } of this.perStage) counter.inc({ stage }, of(metrics));
    this.readBytes.inc({ from: 'local' }, metrics.localBytes ?? 0);
    this.readBytes.inc({ from: 'remote' }, metrics.remoteBytes ?? 0);
    for (const called of functions) this.called(called);
  }

  scrape(): ReturnType<MetricsRegistry['scrape']> {
    return this.registry.scrape();
  }

  private called(metrics: FunctionMetrics): void {
    const label = { function: this.nameOf(metrics.name ?? '') };
    for (const { counter, of } of this.perFunction) counter.inc(label, of(metrics));
  }

  private nameOf(name: string): string {
    if (this.functions.has(name)) return name;
    if (this.functions.size >= NAMED_FUNCTIONS) return THE_REST;
    this.functions.add(name);
    return name;
  }

  private stageCounters() {
    const { registry } = this;
    const by = (name: `${string}_total`, help: string, of: (metrics: EndedTask['metrics']) => number) => ({
      counter: registry.counter(`arbalest_executor_${name}`, `${help}, by the kind of the stage's last operator`, ['stage']),
      of,
    });
    return [
      by('scanned_rows_total', 'Rows that tasks read from tables', ({ scannedRows }) => scannedRows ?? 0),
      by('scanned_bytes_total', 'Bytes that tasks read from tables', ({ scannedBytes }) => scannedBytes ?? 0),
      by('input_rows_total', 'Rows that tasks read from exchanges', ({ rowsIn }) => rowsIn ?? 0),
      by('output_rows_total', 'Rows that tasks made', ({ rowsOut }) => rowsOut ?? 0),
      by('output_bytes_total', 'Bytes that tasks made', ({ bytesOut }) => bytesOut ?? 0),
      by(
        'spilled_bytes_total',
        'Bytes that tasks and their outputs wrote to disk for want of memory',
        ({ spilledBytes }) => spilledBytes ?? 0,
      ),
      by('task_cpu_seconds_total', 'Processor time of tasks, as far as their engine knows', ({ cpuMs }) => (cpuMs ?? 0) / 1000),
    ];
  }

  private functionCounters() {
    const { registry } = this;
    const by = (name: `${string}_total`, help: string, of: (metrics: FunctionMetrics) => number) => ({
      counter: registry.counter(`arbalest_function_${name}`, `${help}, by the function's name`, ['function']),
      of,
    });
    return [
      by('calls_total', "Batches that users' functions were called with", ({ batches }) => batches ?? 0),
      by('rows_total', "Rows that users' functions were called with", ({ rows }) => rows ?? 0),
      by('failed_rows_total', 'Rows that failed in them', ({ failedRows }) => failedRows ?? 0),
      by('retries_total', 'Batches that went to them again', ({ retries }) => retries ?? 0),
      by('starts_total', 'Processes that were started for them', ({ starts }) => starts ?? 0),
      by('duration_seconds_total', 'Time that calls of them took', ({ elapsedMs }) => (elapsedMs ?? 0) / 1000),
      by('cpu_seconds_total', 'Processor time of them, as far as it is known', ({ cpuMs }) => (cpuMs ?? 0) / 1000),
      by('sent_bytes_total', 'Bytes that were sent to them', ({ bytesIn }) => bytesIn ?? 0),
      by('received_bytes_total', 'Bytes that came back from them', ({ bytesOut }) => bytesOut ?? 0),
    ];
  }

  private now(): void {
    const { registry } = this;
    registry.gauge('arbalest_executor_registered', '1 while a scheduler has this executor, else 0', [], (gauge) =>
      gauge.set(this.figures()?.registered ? 1 : 0),
    );
    registry.gauge('arbalest_executor_draining', '1 while this executor takes no new tasks, else 0', [], (gauge) =>
      gauge.set(this.figures()?.draining ? 1 : 0),
    );
    registry.gauge('arbalest_executor_tasks', 'Tasks here, by state: waiting (for a slot), running', ['state'], (gauge) => {
      const { waiting = 0, running = 0 } = this.figures() ?? {};
      gauge.set({ state: 'waiting' }, waiting);
      gauge.set({ state: 'running' }, running);
    });
    registry.gauge('arbalest_executor_exchanges', 'Outputs of tasks that are held for whoever reads them', [], (gauge) =>
      gauge.set(this.figures()?.exchanges ?? 0),
    );
    registry.gauge('arbalest_executor_exchange_memory_bytes', 'Bytes of such outputs in memory', [], (gauge) =>
      gauge.set(this.figures()?.exchangeMemoryBytes ?? 0),
    );
    registry.gauge('arbalest_executor_exchange_spilled_bytes', 'Bytes of such outputs on disk', [], (gauge) =>
      gauge.set(this.figures()?.exchangeSpilledBytes ?? 0),
    );
  }
}
