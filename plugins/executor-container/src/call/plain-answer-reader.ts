import type { ReceivedFrame } from '@arbalest/flight';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { checkValues } from '../arrow/check-values.js';
import { type Column, isNull } from '../arrow/column.js';
import { type Layout, layoutOf } from '../arrow/layout.js';
import { readColumns } from '../arrow/read-columns.js';
import { readSchema } from '../arrow/read-schema.js';
import { NULL_ROW, takeRows } from '../arrow/take-rows.js';
import { printWire, sameWire, type WireField } from '../arrow/wire-field.js';
import { checkMadeFrom } from './answer-reader.js';
import type { Answer, Calls } from './calls.js';
import type { PendingAnswers } from './pending-answers.js';

/** How the answers of such a server lie: it says so itself, and differently for tables of one column and of several. */
interface AnswerShape {
  readonly layouts: readonly Layout[];
  /** The first column says which row each was made from. */
  readonly numbered: boolean;
  /** All columns of the table are one struct. */
  readonly struct: boolean;
  /** The last column holds the errors of rows. */
  readonly messages: boolean;
}

/** Makes answers of what servers without headers send. Throws ArrowFault. */
export class PlainAnswerReader {
  readonly #calls: Calls;
  readonly #databend: boolean;

  constructor(calls: Calls, databend: boolean) {
    this.#calls = calls;
    this.#databend = databend;
  }

  readSchema(frame: ReceivedFrame): AnswerShape {
    if (frame.metadata === undefined) throw new ArrowFault('The first frame holds no schema');
    const { fields } = readSchema(frame.metadata);
    const { output, table } = this.#calls;
    const numbered = table && !this.#databend;
    const rest = fields.slice(numbered ? 1 : 0);
    const struct = table && rest[0]?.format === '+s' && !fits(rest.slice(0, output.length), output) && fits(rest[0].children, output);
    const values = struct ? 1 : output.length;
    const messages = rest.length === values + 1 && rest[values]?.format === 'u' && rest[values].name === 'error';
    const expected = rest.length === values + (messages ? 1 : 0) && (struct || fits(rest.slice(0, values), output));
    if (!expected || (numbered && fields[0]?.format !== 'i')) {
      throw new ArrowFault(
        `It answers with columns of types [${fields.map(printWire).join(' ')}], and [${output.map(printWire).join(' ')}] are declared`,
      );
    }
    return { layouts: this.#layouts(fields, struct), numbered, struct, messages };
  }

  /** What such a server calls narrow and wide is its own choice, so its own schema says how columns lie; what values may be is ours to say. */
  #layouts(fields: readonly WireField[], struct: boolean): readonly Layout[] {
    const { output, table } = this.#calls;
    const first = table && !this.#databend ? 1 : 0;
    if (struct) return fields.map(layoutOf);
    return fields.map((field, i) => layoutOf({ ...field, metadata: output[i - first]?.metadata ?? field.metadata }));
  }

  read(
    { layouts, numbered, struct, messages }: AnswerShape,
    metadata: Uint8Array,
    body: Uint8Array,
    batch: PendingAnswers,
    row: number,
  ): Answer {
    const { rows, columns } = readColumns(metadata, body, layouts, true);
    columns.forEach(checkValues);
    const errors = messages ? columns.slice(-1) : [];
    const values = columns.slice(numbered ? 1 : 0, messages ? -1 : undefined);
    const answer: Answer = {
      rows,
      columns: struct ? unpackStruct(values[0]!) : values,
      errors: errors.some((column) => column.nulls < column.length) ? errors : undefined,
      last: !this.#calls.table,
      bytes: body.byteLength,
      cpuMicros: 0,
    };
    if (numbered) return { ...answer, madeFrom: checkMadeFrom(columns[0]!, batch) };
    return this.#calls.table ? { ...answer, madeFrom: new Int32Array(rows).fill(row) } : answer;
  }

  /** The last answer to a table's batch: no rows. */
  nothing(): Answer {
    return { rows: 0, columns: [], madeFrom: new Int32Array(0), last: true, bytes: 0, cpuMicros: 0 };
  }
}

function fits(fields: readonly WireField[], wanted: readonly WireField[]): boolean {
  return fields.length === wanted.length && fields.every((field, i) => sameWire(narrow(field), narrow(wanted[i]!)));
}

const NARROW: Readonly<Record<string, string>> = { U: 'u', Z: 'z', '+L': '+l' };

function narrow(field: WireField): WireField {
  return { ...field, format: NARROW[field.format] ?? field.format, children: field.children.map(narrow) };
}

/** Where the struct itself is NULL, so are its parts. */
function unpackStruct(struct: Column): readonly Column[] {
  if (struct.nulls === 0) return struct.children;
  const positions = Int32Array.from({ length: struct.length }, (_, row) => (isNull(struct, row) ? NULL_ROW : row));
  return struct.children.map((child) => takeRows(child, positions));
}
