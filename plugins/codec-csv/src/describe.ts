import {
  askAboutFiles,
  extensionsFor,
  quotePaths,
  quoteText,
  userError,
  type EngineQuery,
  type Field,
  type FileRef,
  type FormatOptions,
  type TableShape,
} from '@arbalest/spi';
import { headers, refuseDifferentHeaders } from './headers.js';
import { FILE_COLUMNS, sniffingOptions } from './options.js';
import { namedArguments } from './read-csv.js';

/** Of more files than this, the values of only so many are looked into. */
const SAMPLE = 64;

/** Bytes that a value takes in a file, on average: an estimate of rows needs no better one. */
const BYTES_A_VALUE = 8;
const COMPRESSION_RATIO = 4;

export async function describeCsv(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
  declared?: readonly Field[],
): Promise<TableShape> {
  const written = files.filter(({ size }) => size > 0);
  const sampled = written.length === 0 ? files.slice(0, 1) : sampleOf(written);
  return askAboutFiles('CSV', sampled, async () => {
    const dialect = written.length === 0 ? {} : await sniffDialect(engine, sampled[0]!, options, signal);
    const detected = { ...dialect, ...options };
    // Columns go by position: one file with another order would be read wrongly, so every header is read. Where there is none, rows of another
    // length are an error of the scan.
    const named = await headers(engine, detected.header === false ? sampled : written, detected, signal);
    if (options.union_by_name !== true) refuseDifferentHeaders(named);
    const found = await sniffColumns(
      engine,
      options.union_by_name === true ? withEveryHeader(sampled, written, named) : sampled,
      options,
      signal,
    );
    const inFiles = options.filename === true ? found.filter(({ name }) => name !== 'filename') : found;
    const fields = declared === undefined ? found : declaredColumns(sampled[0]!, inFiles, declared, detected.header !== false);
    const names = (declared ?? inFiles).map(({ name }) => name);
    return { fields, statistics: estimate(files, fields.length), options: { ...detected, [FILE_COLUMNS]: names } };
  });
}

function sampleOf(files: readonly FileRef[]): readonly FileRef[] {
  if (files.length <= SAMPLE) return files;
  return Array.from({ length: SAMPLE }, (_, index) => files[Math.round((index * (files.length - 1)) / (SAMPLE - 1))]!);
}

/** A column that only one file has is known by its header; its type takes a look at that file's values. */
function withEveryHeader(
  sampled: readonly FileRef[],
  files: readonly FileRef[],
  named: ReadonlyMap<string, readonly string[]>,
): readonly FileRef[] {
  const known = new Set(sampled.flatMap(({ path }) => named.get(path) ?? []));
  const more = files.filter(({ path }) => {
    const fresh = (named.get(path) ?? []).filter((name) => !known.has(name));
    fresh.forEach((name) => known.add(name));
    return fresh.length > 0;
  });
  return [...sampled, ...more];
}

/** What holds where nothing is to be detected and nothing is said. */
const PLAIN_DIALECT: FormatOptions = { delim: ',', quote: '"', escape: '"', comment: '', skip: 0, header: false };

/** Delimiter, quotes, header and formats, so that no executor has to guess. */
async function sniffDialect(engine: EngineQuery, file: FileRef, options: FormatOptions, signal: AbortSignal): Promise<FormatOptions> {
  if (options.auto_detect === false) return PLAIN_DIALECT;
  // Types do not matter here, and the sniffer refuses those that it would not have found itself.
  const { union_by_name: _united, files_to_sniff: _files, columns: _columns, types: _types, ...sniffing } = sniffingOptions(options);
  const text =
    `SELECT Delimiter, Quote, Escape, Comment, SkipRows::INTEGER AS SkipRows, HasHeader, DateFormat, TimestampFormat ` +
    `FROM sniff_csv(${quoteText(file.path)}${namedArguments(sniffing)})`;
  const [row] = await engine.rows({ text, needs: extensionsFor([file]), signal });
  const { Delimiter, Quote, Escape, Comment, SkipRows, HasHeader, DateFormat, TimestampFormat } = row!;
  // A sample without quotes says nothing of the rows behind it: they may still be quoted as everyone does.
  const orUsual = (value: unknown) => (value === '(empty)' ? '"' : String(value));
  return {
    delim: Delimiter === '(empty)' ? '' : (Delimiter as string),
    quote: orUsual(Quote),
    escape: orUsual(Escape),
    comment: Comment === '(empty)' ? '' : (Comment as string),
    skip: Number(SkipRows),
    header: HasHeader === true,
    ...(typeof DateFormat === 'string' && DateFormat !== '' && { dateformat: DateFormat }),
    ...(typeof TimestampFormat === 'string' && TimestampFormat !== '' && { timestampformat: TimestampFormat }),
  };
}

/** Types that hold the values of all sampled files. */
function sniffColumns(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
): Promise<readonly Field[]> {
  const sniffing = { files_to_sniff: files.length, ...sniffingOptions(options) };
  const text = `SELECT * FROM read_csv(${quotePaths(files.map(({ path }) => path))}, hive_partitioning = false${namedArguments(sniffing)})`;
  return engine.describe({ text, needs: extensionsFor(files), signal });
}

/** Declared columns count by position, as they do in CSV; a header must not contradict them. */
function declaredColumns({ path }: FileRef, found: readonly Field[], declared: readonly Field[], hasHeader: boolean): readonly Field[] {
  if (found.length !== declared.length) {
    throw userError(
      'SCHEMA_MISMATCH',
      `The table declares ${declared.length} columns, but ${path} has ${found.length}: ${found.map(({ name }) => name).join(', ')}`,
    );
  }
  const at = declared.findIndex(({ name }, index) => hasHeader && name.toLowerCase() !== found[index]!.name.toLowerCase());
  if (at < 0) return declared;
  throw userError(
    'SCHEMA_MISMATCH',
    `The table declares column ${at + 1} as "${declared[at]!.name}", but the header of ${path} names it "${found[at]!.name}"`,
  );
}

function estimate(files: readonly FileRef[], columns: number): TableShape['statistics'] {
  const text = (file: FileRef) => file.size * (/\.(gz|zst)$/i.test(file.path) ? COMPRESSION_RATIO : 1);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    bytes,
    rows: Math.ceil(files.reduce((sum, file) => sum + text(file), 0) / (Math.max(1, columns) * BYTES_A_VALUE)),
    exact: false,
  };
}
