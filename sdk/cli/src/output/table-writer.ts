import { type Result, type ResultField, sqlTypeName } from '@arbalest/client';
import { styleFor, type Terminal } from '../terminal.js';
import { Chunks } from './chunks.js';
import type { ResultWriter } from './result-writer.js';
import type { Sink } from './sink.js';
import { type Cells, TableLayout, type TableStyle } from './table-layout.js';
import { prepareWidths } from './text-width.js';
import { displayText, isNumber } from './value-text.js';

/** Rows from the start and from the end that a person is shown. */
const SHOWN = { head: 20, tail: 20 } as const;
/** Rows that widths are taken from where all rows are written; wider ones that follow stick out. */
const MEASURED_ROWS = 1_000;
/** A cell that a person is shown is no longer; where nobody looks all of it is written. */
const LONGEST_CELL = 200;

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/**
 * A frame of lines, with the type under each name, numbers to the right. On a terminal it fits, and leaves out what is in the middle.
 * One text of several lines that is all of a result, such as a plan as JSON, is written as it is.
 */
export class TableWriter implements ResultWriter {
  readonly #style: TableStyle;

  constructor(
    private readonly sink: Sink,
    private readonly terminal: Terminal,
  ) {
    const style = styleFor(terminal);
    this.#style = { name: (text) => style('bold', text), faint: (text) => style('dim', text) };
  }

  async write(result: Result): Promise<void> {
    const fields = await result.fields();
    if (fields.length === 0) return void (await result.run());
    const values = result.values({ temporal: 'text' });
    const first = await values.next();
    const second = first.done ? first : await values.next();
    const text = fields.length === 1 && second.done && !first.done ? first.value[0] : undefined;
    if (typeof text === 'string' && text.includes('\n')) return this.sink.write(`${text.trimEnd().split('\n').map(oneLine).join('\n')}\n`);
    const rows = cellsOf(putBack([first, second], values), fields, this.terminal.interactive);
    await (this.terminal.interactive ? this.#writeEnds(fields, rows) : this.#writeAll(fields, rows));
  }

  async #writeEnds(fields: readonly ResultField[], rows: AsyncIterable<Cells>): Promise<void> {
    const head: Cells[] = [];
    const tail: Cells[] = [];
    let count = 0;
    for await (const row of rows) {
      count++;
      if (head.length < SHOWN.head) head.push(row);
      else if (tail.push(row) > SHOWN.tail) tail.shift();
    }
    const layout = await this.#layout(fields, [...head, ...tail]);
    const hidden = count - head.length - tail.length;
    const middle = hidden > 0 ? [layout.gap(), layout.gap()] : [];
    const foot = hidden > 0 ? this.#style.faint(`${grouped(hidden)} of ${grouped(count)} rows are not shown\n`) : '';
    const lines = [
      layout.head(),
      ...head.map((row) => layout.row(row)),
      ...middle,
      ...tail.map((row) => layout.row(row)),
      layout.foot(),
      foot,
    ];
    await this.sink.write(lines.join(''));
  }

  async #writeAll(fields: readonly ResultField[], rows: AsyncIterable<Cells>): Promise<void> {
    const chunks = new Chunks(this.sink);
    let measured: Cells[] = [];
    let layout: TableLayout | undefined;
    const begin = async (): Promise<TableLayout> => {
      const begun = await this.#layout(fields, measured);
      await chunks.add(begun.head());
      for (const row of measured) await chunks.add(begun.row(row));
      measured = [];
      return begun;
    };
    for await (const row of rows) {
      if (layout !== undefined) await chunks.add(layout.row(row));
      else if (measured.push(row) === MEASURED_ROWS) layout = await begin();
    }
    layout ??= await begin();
    await chunks.add(layout.foot());
    await chunks.flush();
  }

  async #layout(fields: readonly ResultField[], rows: readonly Cells[]): Promise<TableLayout> {
    const columns = fields.map(({ name, type }) => ({
      name: oneLine(name),
      type: sqlTypeName(type).toLowerCase(),
      rightAligned: isNumber(type),
    }));
    await prepareWidths([...columns.map(({ name }) => name), ...rows.flat().filter((cell) => cell !== undefined)]);
    return new TableLayout(columns, rows, this.terminal.width, this.#style);
  }
}

async function* putBack<T>(taken: readonly IteratorResult<T, void>[], rest: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  for (const item of taken) if (!item.done) yield item.value;
  yield* rest;
}

async function* cellsOf(
  rows: AsyncIterable<unknown[]>,
  fields: readonly ResultField[],
  cut: boolean,
): AsyncGenerator<Cells, void, undefined> {
  for await (const values of rows) {
    yield fields.map(({ type }, i) => {
      if (values[i] === null) return undefined;
      const text = displayText(values[i], type);
      return cut ? oneLine(text.slice(0, LONGEST_CELL)) : oneLine(text);
    });
  }
}

/** Control characters as escapes: a line feed would break the frame, an escape sequence the terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
