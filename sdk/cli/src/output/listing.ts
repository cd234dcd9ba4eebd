import { styleFor, terminalOf } from '../terminal.js';
import { standardOutput } from './sink.js';
import { type Column, TableLayout } from './table-layout.js';
import { prepareWidths } from './text-width.js';

export type ListFormat = 'table' | 'json';

export interface ListColumn<T> {
  readonly name: string;
  readonly text: (item: T) => string | undefined;
  readonly rightAligned?: boolean;
}

/** A list on standard output: all of it as JSON, or its columns as a table; `whenEmpty` goes to standard error instead of an empty one. */
export async function printList<T>(
  items: readonly T[],
  columns: readonly ListColumn<T>[],
  format: ListFormat,
  whenEmpty: string,
): Promise<void> {
  const sink = standardOutput();
  if (format === 'json') return sink.write(`${JSON.stringify(items, null, 2)}\n`);
  if (items.length === 0) return void process.stderr.write(`${whenEmpty}\n`);
  const terminal = terminalOf(process.stdout);
  const style = styleFor(terminal);
  const heads: Column[] = columns.map(({ name, rightAligned = false }) => ({ name, type: '', rightAligned }));
  const rows = items.map((item) => columns.map(({ text }) => text(item) ?? ''));
  await prepareWidths(rows.flat());
  const layout = new TableLayout(heads, rows, terminal.width, { name: (text) => style('bold', text), faint: (text) => style('dim', text) });
  await sink.write(layout.head() + rows.map((row) => layout.row(row)).join('') + layout.foot());
}
