import { ArrowEncoder, decodeBatches, messageKind, singleBody } from '@arbalest/flight';
import type { InvokeCall, InvokeNode } from '@arbalest/plan';
import {
  type ArrowBatch,
  type FailedRow,
  type FragmentExecution,
  type FragmentRequest,
  type FunctionDefinition,
  type FunctionMetrics,
  internalError,
  userError,
} from '@arbalest/spi';
import { type Data, Field, RecordBatch, Schema, type Vector } from 'apache-arrow';
import { unlessAborted } from './cancellation.js';
import { InputReader } from './input-reader.js';
import { arrowType } from './values/arrow-type.js';
import { crossingOf, readColumn, readGroups, readStates } from './values/read-column.js';
import { writeColumn } from './values/write-column.js';
import type { FunctionWorker } from './worker/function-worker.js';
import type { Crossing, Primitive, WorkerAnswer } from './worker/worker-main.js';
import type { WorkerPool } from './worker/worker-pool.js';

/** Failed rows that are kept; all are counted. */
const KEPT_FAILURES = 1000;

/** One call of a node, with the thread that serves it. */
interface Callee {
  readonly call: InvokeCall;
  readonly definition: FunctionDefinition;
  readonly worker: FunctionWorker;
  readonly metrics: { -readonly [K in keyof FunctionMetrics]: FunctionMetrics[K] };
}

/** The calls of one invoke node over its input, batch by batch; the calls of a batch run at the same time. */
export class InvokeRun {
  readonly #failedRows: FailedRow[] = [];
  #callees: readonly Callee[] = [];

  constructor(
    private readonly request: FragmentRequest,
    private readonly node: InvokeNode,
    private readonly workers: WorkerPool,
  ) {}

  async start(): Promise<FragmentExecution> {
    const { input } = this.node;
    if (input.kind !== 'input') throw internalError('ENGINE_NODE', `Calls read an input, not a ${input.kind} node`);
    const { signal } = this.request;
    this.#callees = await unlessAborted(Promise.all(this.node.calls.map((call) => this.#callee(call))), signal);
    const { schema, batches } = await InputReader.open(this.request.inputs[input.input]!, signal);
    const encoder = new ArrowEncoder(this.#schema());
    return {
      schema: { message: encoder.schema.metadata },
      batches: endingInput(this.#batches(schema.message, batches, encoder), batches),
      metrics: () => ({ functions: this.#callees.map(({ metrics }) => metrics), failedRows: this.#failedRows }),
    };
  }

  async #callee(call: InvokeCall): Promise<Callee> {
    const definition = this.request.functions?.[call.function];
    if (definition === undefined) throw internalError('FUNCTION_MISSING', `The fragment has no function ${call.function}`);
    const { worker, started } = await this.workers.worker(definition, this.request.user ?? '');
    return { call, definition, worker, metrics: emptyMetrics(definition, started) };
  }

  #schema(): Schema {
    const types = [...this.node.keep, ...this.node.calls].map(({ type }) => type);
    return new Schema(types.map((type, i) => new Field(`c${i}`, arrowType(type), true)));
  }

  async *#batches(schema: Uint8Array, input: InputReader, encoder: ArrowEncoder): AsyncGenerator<ArrowBatch, void, undefined> {
    const output = this.#schema();
    for await (const batch of decodeBatches(frames(schema, input))) {
      if (batch.numRows === 0) continue;
      const results = await Promise.all(this.#callees.map((callee) => this.#call(callee, batch)));
      const kept = this.node.keep.map(({ index }) => batch.getChildAt(index)!.data[0]!);
      const children = [...kept, ...results];
      const whole = new RecordBatch(output, batch.data.clone(batch.data.type, 0, batch.numRows, 0, undefined, children));
      for (const { metadata, body } of encoder.encode(whole)) {
        if (messageKind(metadata) === 'batch') yield { rows: batch.numRows, metadata, body: singleBody(body) };
      }
    }
  }

  async #call(callee: Callee, batch: RecordBatch): Promise<Data> {
    const { call, definition, worker, metrics } = callee;
    const columns = argumentsOf(callee, batch);
    const called = this.#called(callee, batch, columns);
    const began = performance.now();
    const answer = await worker.call(
      {
        operation: call.operation,
        arguments: call.args.map(({ type }) => (isAggregate(call) ? 'json' : crossingOf(type))),
        result: resultCrossing(call),
        rows: batch.numRows,
        columns,
        ...(called === undefined ? {} : { called }),
        eachRow: definition.onError !== 'fail',
      },
      definition.timeoutMs || this.workers.options.timeoutMs,
      this.request.signal,
    );
    metrics.elapsedMs += performance.now() - began;
    metrics.batches++;
    metrics.rows += batch.numRows;
    this.#note(callee, answer, columns);
    return writeColumn(answer.values.map(bytesOfState(call)), call.type, definition.name);
  }

  /** Which rows are called: those that the guard lets through and, where NULL propagates, that have no NULL argument. Absent = all. */
  #called({ call, definition }: Callee, batch: RecordBatch, columns: readonly (readonly unknown[])[]): readonly boolean[] | undefined {
    const guard: Vector | undefined = call.when && batch.getChildAt(call.when.index)!;
    const propagates = definition.nulls === 'propagate' && (call.operation === 'scalar' || call.operation === 'table');
    if (guard === undefined && !propagates) return undefined;
    return Array.from(
      { length: batch.numRows },
      (_, row) => (guard === undefined || guard.get(row) === true) && !(propagates && columns.some((column) => column[row] === null)),
    );
  }

  #note({ definition, metrics }: Callee, { failures }: WorkerAnswer, columns: readonly (readonly unknown[])[]): void {
    const [first] = failures;
    if (first === undefined) return;
    if (definition.onError === 'fail')
      throw userError('FUNCTION_FAILED', `Function ${definition.name} failed: ${first.message}`, { notes: [first.stack] });
    metrics.failedRows += failures.length;
    if (definition.onError !== 'collect') return;
    for (const { row, message } of failures.slice(0, KEPT_FAILURES - this.#failedRows.length)) {
      const values = columns.map((column) => (typeof column[row] === 'bigint' ? String(column[row]) : column[row]));
      this.#failedRows.push({ function: definition.id, arguments: JSON.stringify(values), message });
    }
  }
}

/** Ends the input with the output: also when nobody has asked for any of it, where a generator would run nothing, or while a batch is waited for. */
function endingInput(output: AsyncGenerator<ArrowBatch, void, undefined>, input: InputReader): AsyncIterableIterator<ArrowBatch, void> {
  return {
    next: () => output.next(),
    return: async () => {
      await input.return();
      return output.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function isAggregate({ operation }: InvokeCall): boolean {
  return operation !== 'scalar' && operation !== 'table';
}

function argumentsOf({ call, definition }: Callee, batch: RecordBatch): readonly (readonly Primitive[])[] {
  return call.args.map(({ index, type }) => {
    const column = batch.getChildAt(index)!;
    if (!isAggregate(call)) return readColumn(column, type);
    if (call.operation === 'merge' || call.operation === 'finish') return readStates(column);
    return readGroups(column, type, { arity: definition.arguments.length, propagates: definition.nulls === 'propagate' });
  });
}

function isState({ operation }: InvokeCall): boolean {
  return operation === 'update' || operation === 'merge';
}

function resultCrossing(call: InvokeCall): Crossing {
  if (isState(call)) return 'plain';
  return call.operation === 'table' ? 'json' : crossingOf(call.type);
}

/** States are JSON text, and travel as bytes. */
function bytesOfState(call: InvokeCall) {
  return (value: Primitive) => (isState(call) && typeof value === 'string' ? Buffer.from(value, 'utf8').toString('latin1') : value);
}

async function* frames(schema: Uint8Array, batches: AsyncIterable<ArrowBatch>) {
  yield { metadata: schema, body: new Uint8Array(0) };
  for await (const { metadata, body } of batches) yield { metadata, body };
}

function emptyMetrics({ id, name }: FunctionDefinition, started: boolean): Callee['metrics'] {
  return {
    function: id,
    name,
    batches: 0,
    rows: 0,
    bytesIn: 0,
    bytesOut: 0,
    elapsedMs: 0,
    cpuMs: 0,
    failedRows: 0,
    retries: 0,
    starts: started ? 1 : 0,
  };
}
