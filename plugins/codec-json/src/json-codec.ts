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
import { describeJson } from './describe.js';
import { duckdbScan } from './native-scan.js';
import { jsonOptions, writingOptions } from './options.js';

/** JSON, a record a line or an array of records, through DuckDB. Columns are detected once, when a table is described. A file is one split. */
export class JsonCodec implements Codec {
  readonly id = 'json';
  readonly extensions = ['.json', '.jsonl', '.ndjson'].flatMap((ending) => [ending, `${ending}.gz`, `${ending}.zst`]);
  readonly tableFunctions = ['read_json', 'read_json_auto', 'read_ndjson', 'read_ndjson_auto'];
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal, declared?: readonly Field[]): Promise<TableShape> {
    return describeJson(this.#engine(), files, jsonOptions(options), signal, declared);
  }

  splits({ files }: CodecSplitsRequest): Promise<readonly Split[]> {
    const written = files.filter(({ size }) => size > 0);
    return Promise.resolve(written.map((file) => ({ codec: this.id, file, estimatedBytes: file.size })));
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
    const given = writingOptions(options);
    const compressed = given.compression === 'gzip' ? '.gz' : given.compression === 'zstd' ? '.zst' : '';
    const clauses = Object.entries(given).map(([name, value]) => `, ${name.toUpperCase()} ${jsonToSql(value)}`);
    return { text: `FORMAT json${clauses.join('')}`, extension: `.json${compressed}` };
  }

  write(request: WriteRequest): Promise<WrittenFile> {
    return this.#engine().write(request);
  }

  #engine(): EngineQuery {
    return engineNamed(this.#services, 'duckdb');
  }
}
