import { arbalest } from '@arbalest/proto';
import type {
  ArbalestError,
  Clock,
  Executor,
  FragmentExecution,
  FragmentMetrics,
  FragmentRequest,
  FunctionSource,
  Split,
} from '@arbalest/spi';
import { internalError, toArbalestError } from '@arbalest/spi';
import { exchangeName, exchangeText } from '../exchange/exchange-name.js';
import type { ExchangeReader } from '../exchange/exchange-source.js';
import type { ExchangeStore } from '../exchange/exchange-store.js';
import type { Exchange } from '../exchange/exchange.js';
import type { KernelPool } from '../partition/kernel-pool.js';
import { executeFragment } from '../pipeline/fragment-pipeline.js';
import { sumMetrics } from '../pipeline/sum-metrics.js';
import { toErrorInfo } from './error-info.js';
import { functionReport } from './function-report.js';
import { PartitionedOutput } from './partitioned-output.js';
import { cutIntoPieces } from './pieces.js';
import type { Fragment } from './stage-fragment.js';
import { TaskInputs } from './task-inputs.js';
import { InlineOutput, type OutputSummary, SingleOutput, type TaskOutput } from './task-output.js';

type LaunchTask = arbalest.scheduler.v1.ILaunchTask;
type TaskStatus = arbalest.scheduler.v1.ITaskStatus;
type TaskMetrics = arbalest.scheduler.v1.ITaskMetrics;
const { State } = arbalest.scheduler.v1.TaskStatus;

/** Code of the cancellation that the scheduler asked for; a deadline has another. */
export const CANCELLED = 'TASK_CANCELLED';

/** What a task takes from the executor it runs on. */
export interface TaskEnvironment {
  readonly store: ExchangeStore;
  readonly kernels: KernelPool;
  readonly reader: ExchangeReader;
  readonly clock: Clock;
  readonly batchBytes: number;
  readonly spillDirectory: string;
  /** @throws internal error `ENGINE_UNKNOWN`, `ENGINE_CANNOT_PARTITION` */
  engine(id: string, request: FragmentRequest): Executor;
  /** @throws user error `NO_FUNCTION_ENGINE` */
  functionEngine(kind: FunctionSource['kind']): Executor;
  /** For launches that say nothing of their share. */
  readonly memoryBytes: number;
  readonly threads: number;
}

/**
 * Runs one attempt from its launch to its last status, which is what it resolves to; it never rejects. `onRunning` is called when its output
 * may be read, at most once.
 */
export async function runTask(
  launch: LaunchTask,
  fragment: () => Fragment,
  environment: TaskEnvironment,
  signal: AbortSignal,
  onRunning: () => void,
): Promise<TaskStatus> {
  return new TaskRun(launch, environment, signal, onRunning).run(fragment);
}

class TaskRun {
  readonly #launch: LaunchTask;
  readonly #environment: TaskEnvironment;
  /** The task's own, so that whatever it started stops with it, however it ends. */
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  readonly #onRunning: () => void;
  readonly #inputs: TaskInputs;
  readonly #started: number;
  readonly #bytes = { local: 0, remote: 0 };
  #exchange: Exchange | undefined;
  /** One after the other; one unless memory was short. */
  readonly #executions: FragmentExecution[] = [];
  #output: TaskOutput | undefined;

  constructor(launch: LaunchTask, environment: TaskEnvironment, signal: AbortSignal, onRunning: () => void) {
    this.#launch = launch;
    this.#environment = environment;
    this.#signal = AbortSignal.any([signal, this.#over.signal]);
    this.#onRunning = onRunning;
    this.#started = environment.clock.monotonic();
    const onBytes = (from: 'local' | 'remote', bytes: number): number => (this.#bytes[from] += bytes);
    this.#inputs = new TaskInputs({ ...environment.reader, onBytes }, this.#signal);
  }

  async run(fragment: () => Fragment): Promise<TaskStatus> {
    try {
      this.#signal.throwIfAborted();
      const summary = await this.#produce(fragment());
      return this.#finished(summary);
    } catch (error) {
      return await this.#failed(error);
    } finally {
      this.#output?.close();
      this.#over.abort(new Error('The task is over'));
    }
  }

  async #produce(fragment: Fragment): Promise<OutputSummary> {
    const output = (this.#output = this.#openOutput(fragment));
    const request = this.#request(fragment);
    const { pieces } = this.#launch;
    for (const piece of pieces ? cutIntoPieces(request, pieces) : [request]) await this.#produceFrom(piece, fragment.engine, output);
    return output.finish();
  }

  async #produceFrom(request: FragmentRequest, engine: string, output: TaskOutput): Promise<void> {
    const relational = (part: FragmentRequest): Executor => this.#environment.engine(engine, part);
    const forFunctions = (kind: FunctionSource['kind']): Executor => this.#environment.functionEngine(kind);
    const execution = await executeFragment(request, { relational, forFunctions });
    if (this.#executions.length === 0) await output.start(execution.schema);
    this.#executions.push(execution);
    for await (const batch of execution.batches) {
      await output.write(batch);
      this.#signal.throwIfAborted();
    }
    this.#signal.throwIfAborted();
  }

  #engineMetrics(): FragmentMetrics {
    return sumMetrics(this.#executions.map((execution) => execution.metrics()));
  }

  #openOutput({ output: { partitions, result, inlineBytes, inlineAlways } }: Fragment): TaskOutput {
    if (inlineAlways) return new InlineOutput(Infinity, () => this.#openExchange(1), this.#environment.clock);
    if (result && inlineBytes > 0 && partitions === 1) {
      return new InlineOutput(inlineBytes, () => this.#openExchange(1), this.#environment.clock);
    }
    const exchange = this.#openExchange(partitions);
    return partitions === 1 ? new SingleOutput(exchange) : new PartitionedOutput(exchange, this.#environment.kernels);
  }

  #openExchange(partitions: number): Exchange {
    this.#exchange = this.#environment.store.create(exchangeName(this.#launch.ref), partitions);
    this.#onRunning();
    return this.#exchange;
  }

  #request(fragment: Fragment): FragmentRequest {
    const { inputs, splits, memoryBytes, threads } = this.#launch;
    const { partitions, keys } = fragment.output;
    const id = exchangeText(exchangeName(this.#launch.ref));
    return {
      id,
      plan: fragment.plan,
      scans: fragment.scanSources.map((source, at) => ({ source, splits: parseSplits(splits?.[at]) })),
      inputs: this.#inputs.toFragmentInputs(inputs ?? [], fragment.inputFields),
      ...(partitions > 1 ? { partition: { keys, count: partitions } } : {}),
      ...(fragment.writeTarget === undefined ? {} : { write: { target: fragment.writeTarget, prefix: id.replaceAll('/', '-') } }),
      ...(fragment.functions.length === 0 ? {} : { functions: fragment.functions, user: fragment.user }),
      settings: fragment.settings,
      memoryBytes: memoryBytes || this.#environment.memoryBytes,
      threads: threads || this.#environment.threads,
      spillDirectory: this.#environment.spillDirectory,
      batchBytes: this.#environment.batchBytes,
      signal: this.#signal,
    };
  }

  #finished({ rows, bytes, inline }: OutputSummary): TaskStatus {
    return {
      ref: this.#launch.ref,
      state: State.FINISHED,
      metrics: this.#metrics(rows, bytes),
      partitionRows: [...rows],
      partitionBytes: [...bytes],
      ...(inline === undefined ? {} : { inline }),
      ...functionReport(this.#engineMetrics()),
    };
  }

  async #failed(thrown: unknown): Promise<TaskStatus> {
    const error = this.#cause(thrown);
    // What frees the output may fail too; the task's own error is what matters.
    await this.#exchange?.fail(error).catch(() => undefined);
    const metrics = this.#metrics(this.#exchange?.rows ?? [], this.#exchange?.bytes ?? []);
    return {
      ref: this.#launch.ref,
      state: error.code === CANCELLED ? State.CANCELLED : State.FAILED,
      error: toErrorInfo(error),
      metrics,
      ...functionReport(this.#engineMetrics()),
    };
  }

  /** What ended the task in the first place: the signal's reason, then a source that was lost, then what the engine said. */
  #cause(thrown: unknown): ArbalestError {
    if (this.#signal.aborted) return toArbalestError(this.#signal.reason);
    return this.#inputs.error ?? toArbalestError(thrown);
  }

  #metrics(rows: readonly number[], bytes: readonly number[]): TaskMetrics {
    const elapsed = this.#environment.clock.monotonic() - this.#started;
    const engine = this.#engineMetrics();
    return {
      rowsIn: this.#inputs.rows,
      rowsOut: sum(rows),
      bytesOut: sum(bytes),
      scannedRows: engine.scannedRows ?? 0,
      scannedBytes: engine.scannedBytes ?? 0,
      spilledBytes: (engine.spilledBytes ?? 0) + (this.#exchange?.spilledBytes ?? 0),
      remoteBytes: this.#bytes.remote,
      localBytes: this.#bytes.local,
      elapsedMs: Math.round(elapsed),
      elapsedUs: Math.round(elapsed * 1000),
      cpuMs: Math.round(engine.cpuMs ?? 0),
    };
  }
}

function parseSplits(text: string | undefined): Split[] {
  if (text === undefined) throw internalError('LAUNCH_INVALID', 'The launch names fewer lists of splits than the fragment has tables');
  return JSON.parse(text) as Split[];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
