import { setMaxListeners } from 'node:events';
import type { InvokeNode } from '@arbalest/plan';
import {
  type ArrowBatch,
  cancelledError,
  type FragmentExecution,
  type FragmentRequest,
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
import type { CallMemory } from '../call/call-memory.js';
import type { IdleStreams } from '../call/idle-streams.js';
import { Trip } from '../call/trip.js';
import type { FunctionServer, ServerPool } from '../server/function-server.js';
import { abortable } from './abortable.js';
import { type CallGroup, callsOf, groupCalls, keepsNullsBack, splitGroup } from './call-group.js';
import { constantColumns } from './constant-columns.js';
import { type Entry, EntryQueue } from './entry-queue.js';
import { FailedRows } from './failed-rows.js';
import { GroupCaller, wholeLists } from './group-caller.js';
import { invokeMetrics } from './invoke-metrics.js';

export interface InvokeLimits {
  /** That a batch may take, for functions that set no limit; 0 = none. */
  readonly timeoutMs: number;
}

/** What fragments share. */
export interface InvokeParts extends InvokeLimits {
  readonly pool: ServerPool;
  readonly idle: IdleStreams;
  readonly memory: CallMemory;
}

/** Input that may wait to be sent. */
const MOST_UNSENT_BYTES = 16 * 1024 * 1024;
/** Bodies that are asked of the input. A trip costs about as much as copying a quarter of one. */
const BATCH_BYTES = 4 * 1024 * 1024;

/** Made once: an error's stack takes as long to write down as a row to call for. */
const OVER = cancelledError('CANCELLED', 'The calls of functions are over');

/** One fragment: an invoke node over an input. */
export class InvokeRun {
  readonly #request: FragmentRequest;
  readonly #node: InvokeNode;
  readonly #parts: InvokeParts;
  readonly #ended = new AbortController();
  readonly #failed = new FailedRows();
  readonly #inputLayouts: readonly Layout[];
  #callers: readonly GroupCaller[] = [];
  readonly #entries = new EntryQueue(this.#ended.signal);

  constructor(request: FragmentRequest, node: InvokeNode, parts: InvokeParts) {
    const { input } = node;
    if (input.kind !== 'input' && input.kind !== 'values')
      throw internalError('ENGINE_NODE', `An invoke node runs over an input or over values here, not over a ${input.kind} node`);
    // Each wait of the run listens to it.
    setMaxListeners(0, this.#ended.signal);
    this.#request = request;
    this.#node = node;
    this.#parts = parts;
    this.#inputLayouts = input.kind === 'input' ? input.fields.map((field) => layoutOf(travelField(field))) : [];
  }

  start(): FragmentExecution {
    const { keep, calls } = this.#node;
    const fields = [...keep, ...calls].map(({ type }, i) => travelField({ name: `c${i}`, type }));
    return {
      schema: { message: writeSchema(fields) },
      batches: this.#batches(),
      metrics: () => invokeMetrics(this.#callers, this.#failed),
    };
  }

  async *#batches(): AsyncGenerator<ArrowBatch> {
    const stop = (): void => this.#ended.abort(this.#cancelled());
    if (this.#request.signal.aborted) stop();
    else this.#request.signal.addEventListener('abort', stop, { once: true });
    let failure: unknown;
    const feeding = this.#feed().catch((error: unknown) => {
      failure = error;
      this.#entries.end();
    });
    try {
      for (let entry = await this.#entries.shift(); entry !== undefined; entry = await this.#entries.shift()) yield* this.#finish(entry);
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
    const { input } = this.#node;
    if (input.kind === 'values') {
      this.#callers = await this.#makeCallers();
      this.#submit(constantColumns(input));
    } else await this.#feedInput();
    for (const caller of this.#callers) caller.end();
    this.#entries.end();
  }

  async #feedInput(): Promise<void> {
    const { signal } = this.#ended;
    signal.throwIfAborted();
    const opening = this.#openInput();
    const { batches } = await abortable(opening, signal).catch((error: unknown) => {
      // One that opens too late is returned unread.
      void opening.then((late) => late.batches[Symbol.asyncIterator]().return?.()).catch(() => undefined);
      throw error;
    });
    const iterator = batches[Symbol.asyncIterator]();
    try {
      this.#callers = await this.#makeCallers();
      for (let step = await abortable(iterator.next(), signal); step.done !== true; step = await abortable(iterator.next(), signal)) {
        const batch = step.value;
        this.#submit(this.#readInput(batch.metadata, batch.body), () => this.#releaseInput(batch));
        await this.#room();
      }
    } finally {
      // Not waited for: a generator that waits for its own producer answers only once that wait is over.
      iterator.return?.().catch(() => undefined);
    }
  }

  #openInput() {
    const { input } = this.#node;
    const found = input.kind === 'input' ? this.#request.inputs[input.input] : undefined;
    if (found === undefined) throw internalError('ENGINE_INPUT', 'The input of an invoke node is missing');
    return found.open({ batchBytes: BATCH_BYTES, allocate: (bytes) => this.#allocateInput(bytes) });
  }

  /** Where the server can read it, once there is one; what several servers read lies there for the first. */
  #allocateInput(bytes: number): Uint8Array {
    return this.#callers[0]?.trip.allocate(bytes) ?? this.#parts.memory.bodies.allocate(bytes);
  }

  #releaseInput(batch: ArrowBatch): void {
    this.#callers[0]?.trip.release(batch.body);
    this.#parts.memory.bodies.release(batch.body.buffer);
    batch.release?.();
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
      memory: this.#parts.memory,
      server: { source, requests, user, declared: definitions.map(asDeclared), signal: this.#ended.signal },
      callsFor: (server) => callsOf(group, server, context),
      repeatable: definitions.every(({ repeatable }) => repeatable),
      deterministic: definitions.every(({ volatility }) => volatility !== 'volatile'),
      immutable: definitions.every(({ volatility }) => volatility === 'immutable'),
      streamsFor: (server) => Math.min(this.#request.threads, parallelismOf(group, server)),
    });
  }

  /** @param release gives the memory of the batch back */
  #submit(batch: ColumnBatch, release: () => void = () => undefined): void {
    const bytes = batch.columns.reduce((sum, each) => sum + columnBytes(each), 0);
    const results: Promise<Column>[] = [];
    const answers: (() => void)[] = [];
    let table: Entry['table'];
    const tables = this.#callers.filter(({ group }) => group.table).length;
    for (const caller of this.#callers) {
      const position = caller.group.calls[0]!.position;
      if (!caller.group.table) this.#submitRows(caller, batch, results, answers);
      else if (tables === 1) table = { position, parts: caller.callTable(batch) };
      else results[position] = wholeLists(caller.callTable(batch));
    }
    for (const result of results) result?.catch(() => undefined);
    this.#entries.push({ batch, bytes, release, results, answers, ...(table === undefined ? {} : { table }) });
  }

  #submitRows(caller: GroupCaller, batch: ColumnBatch, results: Promise<Column>[], answers: (() => void)[]): void {
    const answered = caller.call(batch);
    caller.group.calls.forEach(({ position }, i) => {
      results[position] = answered.then(({ columns }) => columns[i]!);
    });
    answered.then(({ release }) => answers.push(release)).catch(() => undefined);
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
    await this.#entries.room();
  }

  async *#finish({ batch, results, answers, table, release }: Entry): AsyncGenerator<ArrowBatch> {
    const { signal } = this.#ended;
    const columns = await abortable(Promise.all(results), signal);
    const releaseAnswers = (): void => answers.forEach((each) => each());
    if (table === undefined) {
      const output = this.#output(batch.rows, batch.columns, columns, releaseAnswers);
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

  /** @param release gives back what the results lie in */
  #output(rows: number, input: readonly Column[], results: readonly Column[], release: () => void = () => undefined): ArrowBatch {
    const { keep } = this.#node;
    const { allocate } = this.#request;
    const { bodies } = this.#parts.memory;
    const pieces = writeBatch(rows, [...keep.map(({ index }) => input[index]!), ...results]);
    const { metadata } = pieces;
    // What has come back in one piece goes on as it is.
    const whole = keep.length === 0 && allocate === undefined ? wholeBody(pieces) : undefined;
    if (whole !== undefined) return { rows, metadata, body: whole, release };
    const body = copyPieces(pieces, allocate?.(pieces.bodyLength) ?? bodies.allocate(pieces.bodyLength));
    release();
    return { rows, metadata, body, release: () => bodies.release(body.buffer) };
  }

  async #close(failure: unknown): Promise<void> {
    const reason = failure instanceof Error ? failure : undefined;
    this.#ended.abort(reason ?? OVER);
    await Promise.all(this.#callers.map(({ trip }) => trip.close(reason)));
  }
}

function parallelismOf({ calls }: CallGroup, { description }: FunctionServer): number {
  const offered = calls.map(({ definition }) => description.functions.find(({ name }) => name === definition.handler)?.parallelism ?? 1);
  return Math.min(...offered);
}

function asDeclared({ handler, kind, arguments: args, returns }: CallGroup['definition']) {
  return { name: handler, kind, arguments: args, returns, parallelism: 1 };
}
