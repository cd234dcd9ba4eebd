import { concatColumns } from '../arrow/concat-columns.js';
import { type Column, columnBytes } from '../arrow/column.js';
import { sliceColumn } from '../arrow/slice-column.js';
import { NULL_ROW, takeRows } from '../arrow/take-rows.js';
import type { BatchSizer } from './batch-sizer.js';
import type { Answer } from './calls.js';
import type { SentBatch } from './sent-batch.js';
import type { Trip } from './trip.js';

/** What the rows of one submission became. */
export interface RowAnswers {
  readonly columns: readonly Column[];
  /** Messages of rows that failed, a column for each call; absent when there are none. */
  readonly errors?: readonly Column[];
  /** Gives the memory of all columns back. */
  readonly release: () => void;
}

/** Rows that wait to be sent, and what has come back of them. */
interface Submission {
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly bytesPerRow: number;
  /** Rows that are on their way or back. */
  sent: number;
  answered: number;
  readonly pieces: Answer[];
  readonly resolve: (answers: RowAnswers) => void;
  readonly reject: (error: unknown) => void;
}

interface Segment {
  readonly of: Submission;
  readonly from: number;
  readonly rows: number;
}

/** Cuts are made at whole bytes of bitmaps, so that nothing has to be shifted. */
const ROWS_APART = 64;

/**
 * Makes batches of the size that suits the function of whatever rows come: cuts large submissions, joins small ones as long as the server is busy anyway, and gives each submission its
 * own rows back. For calls that give one row for each row.
 */
export class RowBatcher {
  readonly #trip: Trip;
  readonly #sizer: () => BatchSizer;
  readonly #waiting: Submission[] = [];
  #waitingRows = 0;
  #waitingBytes = 0;
  #inFlight = 0;
  #pumping = false;
  #ended = false;
  #lastAnswer = 0;
  #roomMade: (() => void)[] = [];

  constructor(trip: Trip, sizer: () => BatchSizer) {
    this.#trip = trip;
    this.#sizer = sizer;
  }

  /** Bytes that wait to be sent. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** @param columns the input of the trip's calls */
  submit(rows: number, columns: readonly Column[]): Promise<RowAnswers> {
    const bytesPerRow = rows === 0 ? 0 : columns.reduce((sum, each) => sum + columnBytes(each), 0) / rows;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, columns, bytesPerRow, sent: 0, answered: 0, pieces: [], resolve, reject });
      this.#waitingRows += rows;
      this.#waitingBytes += rows * bytesPerRow;
      void this.#pump();
    });
  }

  /** Nothing more is submitted: what waits for company goes. */
  end(): void {
    this.#ended = true;
    void this.#pump();
  }

  /** Resolves once less than `bytes` wait to be sent. */
  async room(bytes: number): Promise<void> {
    while (this.#waitingBytes >= bytes) await new Promise<void>((resolve) => this.#roomMade.push(resolve));
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#waiting.length > 0 && this.#worthSending()) await this.#sendOne();
    } finally {
      this.#pumping = false;
    }
  }

  /** A batch that is smaller than it should be waits for more rows while the server has something to do. */
  #worthSending(): boolean {
    if (this.#ended || this.#inFlight === 0) return true;
    return this.#waitingRows >= this.#sizer().joinedRowsFor(this.#waiting[0]!.bytesPerRow);
  }

  async #sendOne(): Promise<void> {
    let segments: readonly Segment[] = [];
    try {
      await this.#trip.open();
      segments = this.#cut();
      const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
      this.#inFlight++;
      const sent = await this.#trip.send(rows, joined(segments));
      void this.#collect(sent, segments, performance.now());
    } catch (error) {
      for (const submission of this.#waiting.splice(0)) submission.reject(error);
      for (const segment of segments) segment.of.reject(error);
      this.#took(this.#waitingRows, this.#waitingBytes);
    }
  }

  /** Rows for one batch, taken off what waits. */
  #cut(): readonly Segment[] {
    const segments = [this.#take(this.#sizer().rowsFor(this.#waiting[0]!.bytesPerRow))];
    let rows = segments[0]!.rows;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const room = this.#sizer().joinedRowsFor(next.bytesPerRow) - rows;
      if (next.rows - next.sent > room) break;
      segments.push(this.#take(room));
      rows += segments.at(-1)!.rows;
    }
    return segments;
  }

  /** The first rows that wait, as many as there is room for. */
  #take(room: number): Segment {
    const of = this.#waiting[0]!;
    const left = of.rows - of.sent;
    // A rest of a few rows would be a batch of its own.
    const rows = left <= room * 1.25 ? left : room >= ROWS_APART ? room - (room % ROWS_APART) : room;
    const segment = { of, from: of.sent, rows };
    of.sent += rows;
    this.#took(rows, rows * of.bytesPerRow);
    if (of.sent === of.rows) this.#waiting.shift();
    return segment;
  }

  #took(rows: number, bytes: number): void {
    this.#waitingRows -= rows;
    this.#waitingBytes = Math.max(0, this.#waitingBytes - bytes);
    for (const resolve of this.#roomMade.splice(0)) resolve();
  }

  async #collect(sent: SentBatch, segments: readonly Segment[], since: number): Promise<void> {
    try {
      const found = await sent.next();
      if (found === undefined) throw new Error('A batch came back without an answer');
      const now = performance.now();
      this.#sizer().took(sent.rows, now - Math.max(since, this.#lastAnswer));
      this.#lastAnswer = now;
      distribute(segments, found.answer);
    } catch (error) {
      for (const { of } of segments) of.reject(error);
    } finally {
      this.#inFlight--;
      void this.#pump();
    }
  }
}

function joined(segments: readonly Segment[]): readonly Column[] {
  const slices = segments.map(({ of, from, rows }) => of.columns.map((column) => sliceColumn(column, from, rows)));
  return slices[0]!.map((_, i) => concatColumns(slices.map((columns) => columns[i]!)));
}

function distribute(segments: readonly Segment[], answer: Answer): void {
  let from = 0;
  answer.memory?.share(segments.length - 1);
  for (const { of, rows, from: position } of segments) {
    const part = (column: Column): Column => sliceColumn(column, from, rows);
    of.pieces[position] = { ...answer, rows, columns: answer.columns.map(part), errors: answer.errors?.map(part) };
    from += rows;
    of.answered += rows;
    if (of.answered === of.rows) of.resolve(together(of));
  }
}

function together({ pieces: sparse, rows }: Submission): RowAnswers {
  const pieces = rows === 0 ? sparse.slice(0, 1) : Object.values(sparse);
  const columns = pieces[0]!.columns.map((_, i) => concatColumns(pieces.map((piece) => piece.columns[i]!)));
  const release = (): void => pieces.forEach(({ memory }) => memory?.release());
  if (pieces.every((piece) => piece.errors === undefined)) return { columns, release };
  const calls = pieces.find((piece) => piece.errors !== undefined)!.errors!;
  return {
    columns,
    errors: calls.map((_, i) => concatColumns(pieces.map((piece) => piece.errors?.[i] ?? noMessages(calls[i]!, piece.rows)))),
    release,
  };
}

function noMessages(like: Column, rows: number): Column {
  return takeRows(like, new Int32Array(rows).fill(NULL_ROW));
}
