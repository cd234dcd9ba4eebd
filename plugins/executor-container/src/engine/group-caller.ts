import { concatColumns } from '../arrow/concat-columns.js';
import { type Column, column, columnBytes } from '../arrow/column.js';
import { convertColumn } from '../arrow/convert-column.js';
import { layoutOf } from '../arrow/layout.js';
import type { ColumnBatch } from '../arrow/read-columns.js';
import { sliceColumn } from '../arrow/slice-column.js';
import { NULL_ROW, takeRows } from '../arrow/take-rows.js';
import { toWireField } from '../arrow/sql-type.js';
import { travelField } from '../arrow/travel-field.js';
import type { WireField } from '../arrow/wire-field.js';
import { BatchSizer } from '../call/batch-sizer.js';
import { RowBatcher } from '../call/row-batcher.js';
import type { FoundAnswer } from '../call/sent-batch.js';
import type { Trip } from '../call/trip.js';
import type { FunctionServer } from '../server/function-server.js';
import { type CallGroup, keepsNullsBack, resultFields } from './call-group.js';
import type { FailedRows } from './failed-rows.js';
import { rowsWhere, rowsWithoutNull, scatter } from './selected-rows.js';
import { SentPieces } from './sent-pieces.js';
import { emptyColumn, TableRows } from './table-rows.js';

/** Rows of the input that go to a group's server. */
interface Sending {
  readonly columns: readonly Column[];
  /** Which rows of the input they are; undefined = all. */
  readonly positions: Int32Array | undefined;
  readonly rows: number;
}

/** A part of a table's rows: for the input's rows from `from` on, their lists. */
export interface TablePart {
  readonly from: number;
  readonly lists: Column;
}

/** A column for each call of a group. */
export interface GroupAnswers {
  readonly columns: readonly Column[];
  /** Gives back what they lie in. */
  readonly release: () => void;
}

/** Hands rows of the input to the server of one group, and makes columns of the fragment's types of what comes back. */
export class GroupCaller {
  readonly #batcher: RowBatcher;
  #sizer: BatchSizer | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(
    readonly group: CallGroup,
    readonly trip: Trip,
    readonly failed: FailedRows,
  ) {
    this.#batcher = new RowBatcher(trip, () => this.#batchSizer());
  }

  /** For groups that give a row for each row. */
  async call(batch: ColumnBatch): Promise<GroupAnswers> {
    const outputs = this.group.calls.map(({ call }) => travelField({ name: '', type: call.type }));
    const nothing = (): GroupAnswers => ({
      columns: outputs.map((field) => takeRows(emptyColumn(layoutOf(field)), new Int32Array(batch.rows).fill(NULL_ROW))),
      release: () => undefined,
    });
    const guarded = this.#select(batch);
    if (guarded.rows === 0) return nothing();
    await this.trip.open();
    const sending = this.#withoutNulls(guarded);
    if (sending.rows === 0) return nothing();
    const { columns, errors, release } = await this.#batcher.submit(sending.rows, this.#converted(sending));
    if (errors !== undefined) this.failed.add(this.group, errors, sending.columns);
    const results = this.#resultFields();
    return {
      columns: columns.map((each, i) => scatter(convertColumn(each, results[i]!, outputs[i]!), sending.positions, batch.rows)),
      release,
    };
  }

  /** For a table group: the lists of all rows, in parts that come as they are made. Batches go in the order of calls of this method. */
  callTable(batch: ColumnBatch): AsyncIterable<TablePart> {
    const guarded = this.#select(batch);
    const sent = new SentPieces();
    const sending = this.#tail.then(async () => {
      if (guarded.rows === 0) return guarded;
      await this.trip.open();
      return this.#withoutNulls(guarded);
    });
    sending.catch(() => undefined);
    this.#tail = sending
      .then((rows) => this.#sendTable(rows, sent))
      .then(
        () => sent.end(),
        (error: unknown) => sent.fail(error),
      );
    return this.#tableParts(batch.rows, sending, sent);
  }

  async #sendTable(sending: Sending, pieces: SentPieces): Promise<void> {
    if (sending.rows === 0) return;
    await this.trip.open();
    const columns = this.#converted(sending);
    const bytes = columns.reduce((sum, each) => sum + columnBytes(each), 0);
    const step = this.#batchSizer().rowsFor(bytes / sending.rows);
    for (let from = 0; from < sending.rows; from += step) {
      const rows = Math.min(step, sending.rows - from);
      const slices = columns.map((each) => sliceColumn(each, from, rows));
      pieces.push({ from, sent: await this.trip.send(rows, slices) });
    }
  }

  /** Resolves when what was submitted is mostly on its way. */
  async room(bytes: number): Promise<void> {
    if (this.group.table) await this.#tail;
    else await this.#batcher.room(bytes);
  }

  end(): void {
    this.#batcher.end();
  }

  async *#tableParts(rows: number, selected: Promise<Sending>, pieces: SentPieces): AsyncGenerator<TablePart> {
    const sending = await selected;
    const made = new TableRows(rows, this.group.calls[0]!.call.type, sending.positions);
    for (let piece = await pieces.next(); piece !== undefined; piece = await pieces.next()) {
      const { sent, from } = piece;
      for (let found = await sent.next(); found !== undefined; found = await sent.next()) {
        const part = this.#tablePart(made, found, from, sending);
        if (part !== undefined) yield part;
      }
    }
    const rest = made.rest();
    if (rest !== undefined) yield rest;
  }

  #tablePart(made: TableRows, { answer, skip }: FoundAnswer, from: number, sending: Sending): TablePart | undefined {
    const kept = answer.rows - skip;
    if (kept === 0) return undefined;
    const fields = this.#resultFields();
    const child = travelField({ name: '', type: this.group.calls[0]!.call.type }).children[0]!;
    let columns = answer.columns.map((each, i) => convertColumn(sliceColumn(each, skip, kept), fields[i]!, child.children[i]!));
    let madeFrom = answer.madeFrom!.subarray(skip).map((row) => row + from);
    if (answer.errors !== undefined) {
      const messages = sliceColumn(answer.errors[0]!, skip, kept);
      const sources = madeFrom;
      this.failed.add(this.group, [messages], sending.columns, (row) => sources[row]!);
      const good = rowsWithout(messages);
      columns = columns.map((each) => takeRows(each, good));
      madeFrom = Int32Array.from(good, (row) => sources[row]!);
    }
    return made.part(columns, madeFrom);
  }

  #select({ rows, columns }: ColumnBatch): Sending {
    const { when, columns: wanted } = this.group;
    const positions = when === undefined ? undefined : rowsWhere(columns[when]!);
    const sent = wanted.map(({ index }) => columns[index]!);
    if (positions === undefined) return { columns: sent, positions, rows };
    return { columns: sent.map((each) => takeRows(each, positions)), positions, rows: positions.length };
  }

  #withoutNulls(sending: Sending): Sending {
    if (!keepsNullsBack(this.group, this.trip.server!)) return sending;
    const rows = rowsWithoutNull(sending.columns);
    if (rows === undefined) return sending;
    const positions = sending.positions === undefined ? rows : rows.map((row) => sending.positions![row]!);
    return { columns: sending.columns.map((each) => takeRows(each, rows)), positions, rows: rows.length };
  }

  #converted({ columns }: Sending): readonly Column[] {
    const { dialect } = this.trip.server!.description;
    return columns.map((each, i) => {
      const { from, type } = this.group.columns[i]!;
      return convertColumn(each, from, toWireField(type, dialect));
    });
  }

  #resultFields(): readonly WireField[] {
    const dialect = this.trip.server?.description.dialect ?? 'arbalest';
    return this.group.calls.flatMap((planned) => resultFields(planned, dialect));
  }

  #batchSizer(): BatchSizer {
    if (this.#sizer !== undefined) return this.#sizer;
    const server = this.trip.server!;
    const kind = this.group.calls.map(({ definition, call }) => `${definition.handler} ${call.operation}`).join(', ');
    return (this.#sizer = this.trip.request.memory.sizer(server, kind, () => makeSizer(this.group, server)));
  }
}

function makeSizer({ calls }: CallGroup, { description: { limits, functions } }: FunctionServer): BatchSizer {
  const offered = functions.filter(({ name }) => calls.some(({ definition }) => definition.handler === name));
  const least = (values: readonly (number | undefined)[]): number | undefined => {
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  return new BatchSizer({
    batchRows: least(offered.map(({ batchRows }) => batchRows)),
    batchBytes: least(offered.map(({ batchBytes }) => batchBytes)),
    inFlightBytes: limits.inFlightBytes,
  });
}

function rowsWithout(messages: Column): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < messages.length; row++) {
    if ((messages.validity[row >> 3]! & (1 << (row & 7))) === 0) rows.push(row);
  }
  return messages.nulls === 0 ? new Int32Array(0) : Int32Array.from(rows);
}

/** All parts of a batch's table as one column of lists. */
export async function wholeLists(parts: AsyncIterable<TablePart>): Promise<Column> {
  const found: TablePart[] = [];
  for await (const part of parts) found.push(part);
  return joinParts(found);
}

/** Parts that begin with the row that the one before ended with have a part of that row's list. */
function joinParts(parts: readonly TablePart[]): Column {
  if (parts.length === 1) return parts[0]!.lists;
  const last = parts.at(-1)!;
  const rows = last.from + last.lists.length;
  const offsets = new Int32Array(rows + 1);
  for (const { from, lists } of parts) {
    for (let i = 0; i < lists.length; i++) offsets[from + i + 1]! += lists.offsets[i + 1]! - lists.offsets[i]!;
  }
  for (let i = 0; i < rows; i++) offsets[i + 1]! += offsets[i]!;
  const children = [concatColumns(parts.map(({ lists }) => lists.children[0]!))];
  return column(last.lists.layout, rows, { offsets, children });
}
