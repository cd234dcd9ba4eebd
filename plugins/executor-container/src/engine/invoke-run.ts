import { setMaxListeners } from 'node:events';
import type { InvokeNode } from '@arbalest/plan';
import {
  type ArrowBatch,
  cancelledError,
  type FragmentExecution,
  type FragmentMetrics,
  type FragmentRequest,
  type FunctionLogLine,
  type FunctionMetrics,
  internalError,
  isArbalestError,
  toArbalestError,
} from '@arbalest/spi';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { type Column, columnBytes } from '../arrow/column.js';
import { type Layout, layoutOf } from '../arrow/layout.js';
import { type ColumnBatch, readColumns } from '../arrow/read-columns.js';
import { sliceColumn } from '../arrow/slice-column.js';
import { travelField } from '../arrow/travel-field.js';
import { copyPieces, wholeBody, writeBatch } from '../arrow/write-batch.js';
import { writeSchema } from '../arrow/write-schema.js';
import { functionsOf } from '../call/call-error.js';
import type { IdleStreams } from '../call/idle-streams.js';
import { Trip } from '../call/trip.js';
import type { FunctionServer, ServerPool } from '../server/function-server.js';
import { abortable } from './abortable.js';
import { type CallGroup, callsOf, groupCalls, keepsNullsBack, splitGroup } from './call-group.js';
import { FailedRows } from './failed-rows.js';
import { GroupCaller, type TablePart, wholeLists } from './group-caller.js';

export interface InvokeLimits {
  /** That a batch may take, for functions that set no limit; 0 = none. */
  readonly timeoutMs: number;
}

/** What fragments share. */
export interface InvokeParts extends InvokeLimits {
  readonly pool: ServerPool;
  readonly idle: IdleStreams;
}

/** Rows of input that are being called for, and what becomes of them. */
interface Entry {
  readonly batch: ColumnBatch;
  readonly bytes: number;
  /** Gives the batch's memory back, once nothing of it is read any more. */
  readonly release: () => void;
  /** By position in the node's calls. */
  readonly results: readonly Promise<Column>[];
  /** The one table call whose rows come in parts. */
  readonly table?: { readonly position: number; readonly parts: AsyncIterable<TablePart> };
}

/** Input that may wait for its answers, whatever the functions take. */
const MOST_WAITING_BYTES = 256 * 1024 * 1024;
/** Input that may wait to be sent. */
const MOST_UNSENT_BYTES = 16 * 1024 * 1024;
const MOST_LOG_LINES = 1000;

/** One fragment: an invoke node over an input. */
export class InvokeRun {
  readonly #request: FragmentRequest;
  readonly #node: InvokeNode;
  readonly #parts: InvokeParts;
  readonly #ended = new AbortController();
  readonly #failed = new FailedRows();
  readonly #inputLayouts: readonly Layout[];
  #callers: readonly GroupCaller[] = [];
  readonly #entries: Entry[] = [];
  #entryBytes = 0;
  #inputEnded = false;
  #changed: (() => void)[] = [];

  constructor(request: FragmentRequest, node: InvokeNode, parts: InvokeParts) {
    if (node.input.kind !== 'input')
      throw internalError('ENGINE_NODE', `An invoke node runs over an input here, not over a ${node.input.kind} node`);
    // Each wait of the run listens to it.
    setMaxListeners(0, this.#ended.signal);
    this.#request = request;
    this.#node = node;
    this.#parts = parts;
    this.#inputLayouts = node.input.fields.map((field) => layoutOf(travelField(field)));
  }

  start(): FragmentExecution {
    const { keep, calls } = this.#node;
    const fields = [...keep, ...calls].map(({ type }, i) => travelField({ name: `c${i}`, type }));
    return { schema: { message: writeSchema(fields) }, batches: this.#batches(), metrics: () => this.#metrics() };
  }

  async *#batches(): AsyncGenerator<ArrowBatch> {
    const stop = (): void => this.#ended.abort(this.#cancelled());
    if (this.#request.signal.aborted) stop();
    else this.#request.signal.addEventListener('abort', stop, { once: true });
    let failure: unknown;
    const feeding = this.#feed().catch((error: unknown) => {
      failure = error;
      this.#inputEnded = true;
      this.#wake();
    });
    try {
      for (let entry = await this.#nextEntry(); entry !== undefined; entry = await this.#nextEntry()) yield* this.#finish(entry);
      if (failure !== undefined) throw toArbalestError(failure);
    } catch (error) {
      failure = error;
      if (this.#ended.signal.aborted) throw this.#ended.signal.reason as Error;
      throw error;
    } finally {
      this.#request.signal.removeEventListener('abort', stop);
      await this.#close(failure);
      await feeding;
    }
  }

  #cancelled(): Error {
    const reason: unknown = this.#request.signal.reason;
    if (isArbalestError(reason)) return reason;
    return cancelledError('CANCELLED', 'The calls of functions were cancelled', { cause: reason });
  }

  /** Pulls the input and submits it, as far ahead of the answers as memory allows. */
  async #feed(): Promise<void> {
    const { signal } = this.#ended;
    const { batches } = await abortable(this.#openInput(), signal);
    const iterator = batches[Symbol.asyncIterator]();
    try {
      this.#callers = await this.#makeCallers();
      for (let step = await abortable(iterator.next(), signal); step.done !== true; step = await abortable(iterator.next(), signal)) {
        this.#submit(step.value);
        await this.#room();
      }
      for (const caller of this.#callers) caller.end();
    } finally {
      await iterator.return?.();
    }
    this.#inputEnded = true;
    this.#wake();
  }

  #openInput() {
    const { input } = this.#node;
    const found = input.kind === 'input' ? this.#request.inputs[input.input] : undefined;
    if (found === undefined) throw internalError('ENGINE_INPUT', 'The input of an invoke node is missing');
    return found.open();
  }

  /** Servers without headers take one call at a time, and rows with NULLs may have to be kept back for one of several. That is known once they were asked. */
  async #makeCallers(): Promise<readonly GroupCaller[]> {
    const groups = groupCalls(this.#node.calls, this.#request.functions ?? []);
    const callers = await Promise.all(groups.map((group) => this.#makeCaller(group)));
    return callers.flat();
  }

  async #makeCaller(group: CallGroup): Promise<GroupCaller[]> {
    const caller = new GroupCaller(group, this.#makeTrip(group), this.#failed);
    if (group.calls.length === 1) return [caller];
    await caller.trip.open();
    const server = caller.trip.server!;
    if (server.description.dialect === 'arbalest' && !keepsNullsBack(group, server)) return [caller];
    await caller.trip.close();
    return splitGroup(group).map((part) => new GroupCaller(part, this.#makeTrip(part), this.#failed));
  }

  #makeTrip(group: CallGroup): Trip {
    const { source, requests } = group.definition;
    const user = this.#request.user ?? '';
    const context = { query: this.#request.id.split('/')[0]!, user, timeoutMs: this.#parts.timeoutMs };
    const definitions = group.calls.map(({ definition }) => definition);
    return new Trip({
      who: functionsOf(definitions),
      pool: this.#parts.pool,
      idle: this.#parts.idle,
      server: { source, requests, user, declared: definitions.map(asDeclared), signal: this.#ended.signal },
      callsFor: (server) => callsOf(group, server, context),
      repeatable: definitions.every(({ repeatable }) => repeatable),
      deterministic: definitions.every(({ volatility }) => volatility !== 'volatile'),
      immutable: definitions.every(({ volatility }) => volatility === 'immutable'),
      streamsFor: (server) => Math.min(this.#request.threads, parallelismOf(group, server)),
    });
  }

  #submit(source: ArrowBatch): void {
    const { metadata, body } = source;
    const batch = this.#readInput(metadata, body);
    const bytes = batch.columns.reduce((sum, each) => sum + columnBytes(each), 0);
    const results: Promise<Column>[] = [];
    let table: Entry['table'];
    const tables = this.#callers.filter(({ group }) => group.table).length;
    for (const caller of this.#callers) {
      const position = caller.group.calls[0]!.position;
      if (!caller.group.table) this.#submitRows(caller, batch, results);
      else if (tables === 1) table = { position, parts: caller.callTable(batch) };
      else results[position] = wholeLists(caller.callTable(batch));
    }
    for (const result of results) result?.catch(() => undefined);
    this.#entries.push({ batch, bytes, release: () => source.release?.(), results, ...(table === undefined ? {} : { table }) });
    this.#entryBytes += bytes;
    this.#wake();
  }

  #submitRows(caller: GroupCaller, batch: ColumnBatch, results: Promise<Column>[]): void {
    const answered = caller.call(batch);
    caller.group.calls.forEach(({ position }, i) => {
      results[position] = answered.then((columns) => columns[i]!);
    });
  }

  #readInput(metadata: Uint8Array, body: Uint8Array): ColumnBatch {
    try {
      return readColumns(metadata, body, this.#inputLayouts, false);
    } catch (error) {
      if (!(error instanceof ArrowFault)) throw error;
      throw internalError('ARROW_FORMAT', `A batch for calls of functions is not as its fields say. ${error.message}`, { cause: error });
    }
  }

  async #room(): Promise<void> {
    const { signal } = this.#ended;
    for (const caller of this.#callers) await abortable(caller.room(MOST_UNSENT_BYTES), signal);
    while (this.#entryBytes > MOST_WAITING_BYTES && this.#entries.length > 1) await abortable(this.#change(), signal);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#changed.push(resolve));
  }

  #wake(): void {
    for (const resolve of this.#changed.splice(0)) resolve();
  }

  async #nextEntry(): Promise<Entry | undefined> {
    while (this.#entries.length === 0 && !this.#inputEnded) await abortable(this.#change(), this.#ended.signal);
    const entry = this.#entries.shift();
    if (entry !== undefined) this.#entryBytes -= entry.bytes;
    this.#wake();
    return entry;
  }

  async *#finish({ batch, results, table, release }: Entry): AsyncGenerator<ArrowBatch> {
    const { signal } = this.#ended;
    const columns = await abortable(Promise.all(results), signal);
    if (table === undefined) {
      const output = this.#output(batch.rows, batch.columns, columns);
      release();
      yield output;
      return;
    }
    const parts = table.parts[Symbol.asyncIterator]();
    for (let step = await abortable(parts.next(), signal); step.done !== true; step = await abortable(parts.next(), signal)) {
      const { from, lists } = step.value;
      const part = (column: Column): Column => sliceColumn(column, from, lists.length);
      const made = columns.map((column) => (column === undefined ? column : part(column)));
      made[table.position] = lists;
      yield this.#output(lists.length, batch.columns.map(part), made);
    }
  }

  #output(rows: number, input: readonly Column[], results: readonly Column[]): ArrowBatch {
    const { keep } = this.#node;
    const pieces = writeBatch(rows, [...keep.map(({ index }) => input[index]!), ...results]);
    // What has come back in one piece goes on as it is.
    const whole = keep.length === 0 && this.#request.allocate === undefined ? wholeBody(pieces) : undefined;
    if (whole !== undefined) return { rows, metadata: pieces.metadata, body: whole };
    const body = this.#request.allocate?.(pieces.bodyLength) ?? allocate(pieces.bodyLength);
    return { rows, metadata: pieces.metadata, body: copyPieces(pieces, body) };
  }

  async #close(failure: unknown): Promise<void> {
    const reason = failure instanceof Error ? failure : undefined;
    this.#ended.abort(reason ?? this.#cancelled());
    await Promise.all(this.#callers.map(({ trip }) => trip.close(reason)));
  }

  #metrics(): FragmentMetrics {
    const functionLogs = this.#callers.flatMap(({ group, trip }): FunctionLogLine[] =>
      trip.logs.map((line) => ({ function: group.definition.id, ...line })),
    );
    return { functions: this.#functionMetrics(), functionLogs: functionLogs.slice(-MOST_LOG_LINES), failedRows: this.#failed.rows };
  }

  #functionMetrics(): readonly FunctionMetrics[] {
    const found = new Map<string, FunctionMetrics>();
    for (const { group, trip } of this.#callers) {
      for (const { definition } of group.calls) {
        const { id, name } = definition;
        const before = found.get(id);
        const sums = before === undefined ? trip.metrics : addMetrics(before, trip.metrics);
        found.set(id, { ...sums, function: id, name, failedRows: this.#failed.countOf(definition) });
      }
    }
    return [...found.values()];
  }
}

type Sums = Omit<FunctionMetrics, 'function' | 'name'>;

function addMetrics(a: Sums, b: Sums): Sums {
  return {
    batches: a.batches + b.batches,
    rows: a.rows + b.rows,
    bytesIn: a.bytesIn + b.bytesIn,
    bytesOut: a.bytesOut + b.bytesOut,
    elapsedMs: Math.max(a.elapsedMs, b.elapsedMs),
    cpuMs: a.cpuMs + b.cpuMs,
    failedRows: 0,
    retries: a.retries + b.retries,
    starts: a.starts + b.starts,
  };
}

function parallelismOf({ calls }: CallGroup, { description }: FunctionServer): number {
  const offered = calls.map(({ definition }) => description.functions.find(({ name }) => name === definition.handler)?.parallelism ?? 1);
  return Math.min(...offered);
}

function asDeclared({ handler, kind, arguments: args, returns }: CallGroup['definition']) {
  return { name: handler, kind, arguments: args, returns, parallelism: 1 };
}

/** Memory for a body. Not cleared: every byte of it is written. */
function allocate(bytes: number): Uint8Array {
  const memory = Buffer.allocUnsafeSlow(bytes);
  return new Uint8Array(memory.buffer, memory.byteOffset, bytes);
}
