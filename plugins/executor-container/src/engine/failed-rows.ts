import { type FailedRow, type FunctionDefinition, userError } from '@arbalest/spi';
import { type Column, isNull } from '../arrow/column.js';
import { rowJson } from '../arrow/value-json.js';
import type { CallGroup, PlannedCall } from './call-group.js';

/** Failed rows that are kept: the first. All are counted. */
const MOST_ROWS = 10_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** What failed in a fragment, of functions whose policy lets it. */
export class FailedRows {
  readonly rows: FailedRow[] = [];
  readonly #counts = new Map<string, number>();
  #bytes = 0;

  countOf(definition: FunctionDefinition): number {
    return this.#counts.get(definition.id) ?? 0;
  }

  /**
   * Takes in what calls of a group said.
   *
   * @param messages a column for each call; a text where the row failed
   * @param sent the group's columns as they were sent; `rowOf` says which of their rows a message belongs to
   * @throws user error `FUNCTION_FAILED` for a function whose policy is `fail`
   */
  add(group: CallGroup, messages: readonly Column[], sent: readonly Column[], rowOf: (row: number) => number = (row) => row): void {
    messages.forEach((texts, i) => {
      const planned = group.calls[i]!;
      for (let row = 0; row < texts.length; row++) {
        if (!isNull(texts, row)) this.#addRow(group, planned, textAt(texts, row), sent, rowOf(row));
      }
    });
  }

  #addRow(group: CallGroup, { definition, call }: PlannedCall, message: string, sent: readonly Column[], row: number): void {
    const { id, name, onError } = definition;
    this.#counts.set(id, this.countOf(definition) + 1);
    if (onError === 'null' || this.rows.length >= MOST_ROWS || this.#bytes >= MOST_BYTES) return;
    const positions = call.args.map((argument) => group.columns.findIndex(({ index }) => index === argument.index));
    const text = rowJson(
      positions.map((position) => group.columns[position]!.from),
      positions.map((position) => sent[position]!),
      row,
    );
    if (onError === 'fail')
      throw userError('FUNCTION_FAILED', `Function "${name}" failed for the arguments ${text.slice(0, 1000)}: ${message}`);
    this.rows.push({ function: id, arguments: text, message });
    this.#bytes += text.length + message.length;
  }
}

function textAt({ data, offsets }: Column, row: number): string {
  return Buffer.from(data.buffer, data.byteOffset + offsets[row]!, offsets[row + 1]! - offsets[row]!).toString('utf8');
}
