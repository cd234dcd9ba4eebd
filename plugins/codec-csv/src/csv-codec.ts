import {
  engineNamed,
  jsonToSql,
  type ArrowStream,
  type Codec,
  type CodecSplitsRequest,
  type EngineQuery,
  type Field,
  type FileRef,
  type Filter,
  type FilterSupport,
  type FormatOptions,
  type NativeScan,
  type NativeScanRequest,
  type NativeWrite,
  type ReadRequest,
  type Services,
  type Split,
  type TableShape,
  type WriteRequest,
  type WriteTarget,
  type WrittenFile,
} from '@arbalest/spi';
import { describeCsv } from './describe.js';
import { headers } from './headers.js';
import { duckdbScan } from './native-scan.js';
import { csvOptions, writingOptions } from './options.js';

/**
 * Comma-separated values and their relatives, through DuckDB. What a file looks like is detected once, when it is described. A file is one
 * split: where a record begins cannot be told from the middle of a file, because a line break may be part of a quoted value.
 */
export class CsvCodec implements Codec {
  readonly id = 'csv';
  readonly extensions = ['.csv', '.tsv', '.csv.gz', '.tsv.gz', '.csv.zst', '.tsv.zst'];
  readonly tableFunctions = ['read_csv', 'read_csv_auto'];
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal, declared?: readonly Field[]): Promise<TableShape> {
    return describeCsv(this.#engine(), files, csvOptions(options), signal, declared);
  }

  async splits({ files, source, signal }: CodecSplitsRequest): Promise<readonly Split[]> {
    const written = files.filter(({ size }) => size > 0);
    const unite = source.options.union_by_name === true;
    const named = unite ? await headers(this.#engine(), written, source.options, signal) : undefined;
    return written.map((file) => {
      const header = named?.get(file.path);
      return { codec: this.id, file, estimatedBytes: file.size, ...(header && { payload: { header } }) };
    });
  }

  supports(filters: readonly Filter[]): readonly FilterSupport[] {
    return filters.map(() => 'exact');
  }

  nativeScan(engine: string, splits: readonly Split[], request: NativeScanRequest): NativeScan | undefined {
    return engine === 'duckdb' && splits.length > 0 ? duckdbScan(splits, request) : undefined;
  }

  async read(split: Split, request: ReadRequest): Promise<ArrowStream> {
    return this.#engine().stream({ ...duckdbScan([split], request), batchRows: request.batchRows, signal: request.signal });
  }

  nativeWrite(engine: string, { options }: WriteTarget): NativeWrite | undefined {
    if (engine !== 'duckdb') return undefined;
    const given: FormatOptions = { header: true, ...writingOptions(options) };
    const compressed = given.compression === 'gzip' ? '.gz' : given.compression === 'zstd' ? '.zst' : '';
    return {
      text: `FORMAT csv${Object.entries(given)
        .map(([name, value]) => `, ${name.toUpperCase()} ${jsonToSql(value)}`)
        .join('')}`,
      extension: `.csv${compressed}`,
    };
  }

  write(request: WriteRequest): Promise<WrittenFile> {
    return this.#engine().write(request);
  }

  #engine(): EngineQuery {
    return engineNamed(this.#services, 'duckdb');
  }
}
