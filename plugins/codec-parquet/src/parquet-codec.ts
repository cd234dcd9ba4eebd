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
import { describeParquet } from './describe.js';
import { FooterCache } from './footer-cache.js';
import { duckdbScan } from './native-scan.js';
import { parquetOptions, writingOptions } from './options.js';
import { parquetSplits } from './splits.js';
import { storageCasts } from './storage-types.js';

/** Apache Parquet, through DuckDB: its footers are read by the engine of the process, its rows by whichever engine runs the fragment. */
export class ParquetCodec implements Codec {
  readonly id = 'parquet';
  readonly extensions = ['.parquet', '.parq'];
  readonly tableFunctions = ['read_parquet', 'parquet_scan'];
  readonly #services: Services;
  readonly #footers = new FooterCache();

  constructor(services: Services) {
    this.#services = services;
  }

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal, declared?: readonly Field[]): Promise<TableShape> {
    return describeParquet(this.#engine(), files, parquetOptions(options), signal, declared);
  }

  async splits(request: CodecSplitsRequest): Promise<readonly Split[]> {
    return parquetSplits(this.#engine(), this.#footers, request);
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

  nativeWrite(engine: string, { options, fields }: WriteTarget): NativeWrite | undefined {
    if (engine !== 'duckdb') return undefined;
    const given = Object.entries(writingOptions(options)).map(([name, value]) => `, ${name.toUpperCase()} ${jsonToSql(value)}`);
    return { text: `FORMAT parquet${given.join('')}`, extension: '.parquet', casts: storageCasts(fields) };
  }

  async write(request: WriteRequest): Promise<WrittenFile> {
    return this.#engine().write(request);
  }

  #engine(): EngineQuery {
    return engineNamed(this.#services, 'duckdb');
  }
}
