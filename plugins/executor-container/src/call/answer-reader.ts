import type { ReceivedFrame } from '@arbalest/flight';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { checkValues } from '../arrow/check-values.js';
import type { Column } from '../arrow/column.js';
import { type Layout, layoutOf } from '../arrow/layout.js';
import { readColumns } from '../arrow/read-columns.js';
import { readSchema } from '../arrow/read-schema.js';
import { printWire, sameWire, type WireField } from '../arrow/wire-field.js';
import type { AnswerHeader } from './batch-header.js';
import type { Answer, Calls } from './calls.js';
import type { PendingAnswers } from './pending-answers.js';

/** The column of a table's answers that says which row of the batch each was made from. */
const ROW: WireField = { name: 'row', format: 'i', nullable: false, children: [], metadata: {} };
const MESSAGE: WireField = { name: 'error', format: 'u', nullable: true, children: [], metadata: {} };

/** Makes answers of what a server sends, and refuses what is not exactly what was agreed on. Throws ArrowFault. */
export class AnswerReader {
  readonly #calls: Calls;
  readonly #fields: readonly WireField[];
  readonly #layouts: readonly Layout[];

  constructor(calls: Calls) {
    const messages = calls.errors === 'rows' ? calls.calls.map(() => MESSAGE) : [];
    this.#calls = calls;
    this.#fields = [...(calls.table ? [ROW] : []), ...calls.output, ...messages];
    this.#layouts = this.#fields.map(layoutOf);
  }

  checkSchema(frame: ReceivedFrame): void {
    if (frame.metadata === undefined) throw new ArrowFault('The first frame holds no schema');
    const { fields } = readSchema(frame.metadata);
    if (fields.length === this.#fields.length && this.#fields.every((field, i) => sameWire(field, fields[i]!))) return;
    throw new ArrowFault(
      `It answers with columns of types [${fields.map(printWire).join(' ')}], and [${this.#fields.map(printWire).join(' ')}] were agreed on`,
    );
  }

  read(metadata: Uint8Array, body: Uint8Array, header: Pick<AnswerHeader, 'last' | 'cpuMicros'>, batch: PendingAnswers): Answer {
    const { rows, columns } = readColumns(metadata, body, this.#layouts, true);
    columns.forEach(checkValues);
    const { table, output } = this.#calls;
    if (!table && rows !== batch.rows) throw new ArrowFault(`It gave ${rows} rows for ${batch.rows}`);
    if (!table && !header.last) throw new ArrowFault('Its only answer to a batch is not marked as the last');
    const first = table ? 1 : 0;
    return {
      rows,
      columns: columns.slice(first, first + output.length),
      errors: messagesOf(columns.slice(first + output.length)),
      ...(table ? { madeFrom: checkMadeFrom(columns[0]!, batch) } : {}),
      last: header.last,
      bytes: body.byteLength,
      cpuMicros: Number.isNaN(header.cpuMicros) ? 0 : header.cpuMicros,
    };
  }
}

function messagesOf(columns: readonly Column[]): readonly Column[] | undefined {
  return columns.some((messages) => messages.nulls < messages.length) ? columns : undefined;
}

/** The rows that a table's rows were made from: they never fall, and are rows of the batch. */
export function checkMadeFrom(of: Column, batch: PendingAnswers): Int32Array {
  if (of.nulls > 0) throw new ArrowFault('A row of its table does not say which row it was made from');
  const madeFrom = new Int32Array(of.data.buffer, of.data.byteOffset, of.length);
  let last = batch.lastMadeFrom;
  for (const row of madeFrom) {
    if (row < last) throw new ArrowFault(`A row of its table was made from row ${row}, and comes after one made from row ${last}`);
    last = row;
  }
  if (last >= batch.rows && of.length > 0) throw new ArrowFault(`A row of its table was made from row ${last} of a batch of ${batch.rows}`);
  batch.lastMadeFrom = last;
  return madeFrom;
}
