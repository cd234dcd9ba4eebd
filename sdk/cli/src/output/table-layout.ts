import { cutToWidth, textWidth } from './text-width.js';

export interface Column {
  readonly name: string;
  /** Shown under the name; none where it is empty. */
  readonly type: string;
  readonly rightAligned: boolean;
}

/** A row's texts; undefined for NULL. */
export type Cells = readonly (string | undefined)[];

export interface TableStyle {
  readonly name: (text: string) => string;
  readonly faint: (text: string) => string;
}

const NULL = 'NULL';
/** A column is never made narrower for lack of room: what is cut shorter says nothing. */
const LEAST_WIDTH = 6;
/** Between two columns, and at the edges. */
const FRAME = { column: 3, edges: 4 } as const;

/** Columns that fit into a width, and how wide each is drawn. A gap stands for those that do not fit. */
export class TableLayout {
  readonly #columns: readonly Column[];
  readonly #shown: readonly (number | 'gap')[];
  readonly #widths: readonly number[];
  readonly #style: TableStyle;

  constructor(columns: readonly Column[], rows: readonly Cells[], maxWidth: number, style: TableStyle) {
    const natural = columns.map((column, i) =>
      Math.max(textWidth(column.name), textWidth(column.type), ...sample(rows).map((row) => textWidth(row[i] ?? NULL))),
    );
    this.#columns = columns;
    this.#style = style;
    this.#shown = columnsThatFit(natural, maxWidth);
    this.#widths = narrowed(
      this.#shown.map((column) => (column === 'gap' ? 1 : natural[column]!)),
      maxWidth,
    );
  }

  head(): string {
    const types = this.#columns.some(({ type }) => type !== '') ? this.#line((column) => column?.type ?? '…', this.#style.faint) : '';
    return `${this.#rule('┌┬┐')}${this.#line((column) => column?.name ?? '…', this.#style.name)}${types}${this.#rule('├┼┤')}`;
  }

  row(cells: Cells): string {
    const texts = this.#shown.map((column, i) => {
      if (column === 'gap') return this.#style.faint('…');
      const cell = cells[column];
      const text = this.#cell(cell ?? NULL, i, this.#columns[column]!.rightAligned);
      return cell === undefined ? this.#style.faint(text) : text;
    });
    return `│ ${texts.join(' │ ')} │\n`;
  }

  /** A line in place of rows that are not shown. */
  gap(): string {
    return this.#line(() => '·', this.#style.faint);
  }

  foot(): string {
    return this.#rule('└┴┘');
  }

  #line(textOf: (column: Column | undefined) => string, style: (text: string) => string): string {
    const texts = this.#shown.map((shown, i) => {
      const column = shown === 'gap' ? undefined : this.#columns[shown]!;
      return style(this.#cell(textOf(column), i, column?.rightAligned ?? false));
    });
    return `│ ${texts.join(' │ ')} │\n`;
  }

  #cell(text: string, position: number, rightAligned: boolean): string {
    const cut = cutToWidth(text, this.#widths[position]!);
    const padding = ' '.repeat(Math.max(0, this.#widths[position]! - textWidth(cut)));
    return rightAligned ? padding + cut : cut + padding;
  }

  #rule(corners: string): string {
    const [left, middle, right] = corners;
    return `${left}${this.#widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}\n`;
  }
}

/** Enough rows to know how wide columns are. */
function sample(rows: readonly Cells[]): readonly Cells[] {
  return rows.slice(0, 10_000);
}

/** Leaves out columns from the middle until the rest fits at its narrowest. */
function columnsThatFit(natural: readonly number[], maxWidth: number): (number | 'gap')[] {
  const all = natural.map((_, i) => i);
  const least = (columns: readonly number[]): number =>
    columns.reduce((sum, i) => sum + Math.min(natural[i]!, LEAST_WIDTH) + FRAME.column, FRAME.edges - FRAME.column);
  if (least(all) <= maxWidth) return all;
  let count = natural.length - 1;
  while (count > 2 && least(ends(all, count)) + 1 + FRAME.column > maxWidth) count--;
  const kept = ends(all, count);
  const firstOfTail = Math.ceil(count / 2);
  return [...kept.slice(0, firstOfTail), 'gap', ...kept.slice(firstOfTail)];
}

function ends(all: readonly number[], count: number): number[] {
  return [...all.slice(0, Math.ceil(count / 2)), ...all.slice(all.length - Math.floor(count / 2))];
}

/** Takes room from the widest columns until the table fits. */
function narrowed(widths: readonly number[], maxWidth: number): number[] {
  const result = [...widths];
  let excess = result.reduce((sum, width) => sum + width + FRAME.column, FRAME.edges - FRAME.column) - maxWidth;
  while (excess > 0) {
    const widest = result.indexOf(Math.max(...result));
    if (result[widest]! <= LEAST_WIDTH) return result;
    result[widest]!--;
    excess--;
  }
  return result;
}
