import { stat } from 'node:fs/promises';
import {
  checkedOptions,
  userError,
  type ArrowStream,
  type Codec,
  type CodecSplitsRequest,
  type Field,
  type FileRef,
  type Filter,
  type FilterSupport,
  type FormatOptions,
  type OptionTypes,
  type ReadRequest,
  type ScanSource,
  type Split,
  type TableShape,
  type WriteRequest,
  type WrittenFile,
} from '@arbalest/spi';
import { arrowBatch, arrowSchema, type Column } from './arrow.js';
import { converted, isReadable, type ColumnType } from './columns.js';
import { lineWanted, textFilters } from './filters.js';
import { noLine } from './line-error.js';
import { parseLine } from './line.js';
import { linesInRange, type Line } from './lines-in-range.js';
import { sampledColumns } from './sample.js';
import { writeLines } from './write-lines.js';

export interface LineCodecConfig {
  /** Bytes of a file that are read to find out its columns, unless the option `sample_bytes` says otherwise. */
  readonly sampleBytes: number;
}

const OPTIONS: OptionTypes = { sample_bytes: 'number' };

/**
 * Files of lines such as `at=12 level=warn message="disk is full"`: a row for each line, a column for each key, NULL where a line lacks it.
 * Splits are ranges of bytes; a line belongs to the range in which it starts.
 */
export class LineCodec implements Codec {
  readonly id = 'plugin_name';
  readonly extensions = ['.plugin-name'];
  readonly tableFunctions = ['read_plugin_name'];

  constructor(private readonly config: LineCodecConfig) {}

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal, declared?: readonly Field[]): Promise<TableShape> {
    const checked = { sample_bytes: this.config.sampleBytes, ...checkedOptions(this.id, OPTIONS, options) };
    const sample = await sampledColumns(files, Number(checked.sample_bytes), signal);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const fields = declared?.every(({ type }) => isReadable(type)) ? declared : sample.fields;
    const rows = sample.bytesPerRow === undefined ? 0 : Math.ceil(bytes / sample.bytesPerRow);
    return { fields, statistics: { bytes, rows, exact: false }, options: checked };
  }

  async splits({ files, targetBytes }: CodecSplitsRequest): Promise<readonly Split[]> {
    return files.flatMap((file) => {
      const pieces = file.size === 0 ? 0 : Math.max(1, Math.round(file.size / targetBytes));
      const boundary = (piece: number) => Math.floor((file.size * piece) / pieces);
      return Array.from({ length: pieces }, (_, piece) => {
        const bytes = { start: boundary(piece), end: boundary(piece + 1) };
        return { codec: this.id, file, bytes, estimatedBytes: bytes.end - bytes.start };
      });
    });
  }

  /** Lines that cannot hold a text are skipped before they are parsed; the engine looks at the others again. */
  supports(filters: readonly Filter[], source: ScanSource): readonly FilterSupport[] {
    return filters.map((filter) => (textFilters([filter], source.fields).length > 0 ? 'partial' : 'unsupported'));
  }

  async read(split: Split, request: ReadRequest): Promise<ArrowStream> {
    const columns = request.columns.map(({ name, type }) => ({ name, type: type.id as ColumnType }));
    return { schema: arrowSchema(columns), batches: this.batches(split, columns, request) };
  }

  async write({ path, target, stream, signal }: WriteRequest): Promise<WrittenFile> {
    const rows = await writeLines(this.id, path, target.fields, stream, signal);
    return { path, rows, bytes: (await stat(path)).size };
  }

  private async *batches({ file, bytes, partitionValues }: Split, columns: readonly Column[], request: ReadRequest) {
    const { start, end } = bytes ?? { start: 0, end: file.size };
    // Values that the path gives do not stand in the lines.
    const own = request.filters.filter((filter) => !('column' in filter && Object.hasOwn(partitionValues ?? {}, filter.column)));
    const texts = textFilters(own, request.source.fields);
    let values: unknown[][] = columns.map(() => []);
    let rows = 0;
    for await (const lines of linesInRange(file.path, start, end, request.signal)) {
      for (const line of lines) {
        if (line.text.trim() === '' || !lineWanted(line.text, texts)) continue;
        const row = rowOf(line, file.path, columns, partitionValues);
        row.forEach((value, column) => values[column]!.push(value));
        if (++rows < request.batchRows) continue;
        yield arrowBatch(columns, values, rows);
        values = columns.map(() => []);
        rows = 0;
      }
    }
    if (rows > 0) yield arrowBatch(columns, values, rows);
  }
}

function rowOf(line: Line, path: string, columns: readonly Column[], fromPath: Split['partitionValues'] = {}): readonly unknown[] {
  const pairs = parseLine(line.text);
  if (pairs === undefined) throw noLine(path, line);
  return columns.map(({ name, type }) => {
    const text = Object.hasOwn(fromPath, name) ? fromPath[name] : pairs.get(name)?.text;
    if (text === undefined || text === null) return null;
    const value = converted(text, type);
    if (value !== undefined) return value;
    const met = JSON.stringify(text.slice(0, 60));
    throw userError(
      'CODEC_FORMAT',
      `${path} has ${name}=${met} at byte ${line.offset}, which is no ${type}; declare the column as VARCHAR`,
    );
  });
}
