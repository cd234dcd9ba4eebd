import type { Result } from '@arbalest/client';
import { Chunks } from './chunks.js';
import type { ResultWriter } from './result-writer.js';
import type { Sink } from './sink.js';
import { csvText } from './value-text.js';

/** RFC 4180 with a header and line feeds. NULL is nothing, the empty text is "". */
export class CsvWriter implements ResultWriter {
  constructor(private readonly sink: Sink) {}

  async write(result: Result): Promise<void> {
    const fields = await result.fields();
    if (fields.length === 0) return void (await result.run());
    const chunks = new Chunks(this.sink);
    await chunks.add(line(fields.map(({ name }) => name)));
    for await (const values of result.values({ temporal: 'text' }))
      await chunks.add(line(fields.map(({ type }, i) => csvText(values[i], type))));
    await chunks.flush();
  }
}

function line(cells: readonly (string | undefined)[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string | undefined): string {
  if (cell === undefined) return '';
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
