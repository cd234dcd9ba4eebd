import {
  askAboutFiles,
  extensionsFor,
  quotePaths,
  userError,
  type EngineQuery,
  type Field,
  type FileRef,
  type FormatOptions,
  type TableShape,
} from '@arbalest/spi';
import { detectDateFormat } from './date-format.js';
import { FILE_COLUMNS, sniffingOptions } from './options.js';
import { namedArguments } from './read-json.js';

/** Of more files than this, only so many are looked into. */
const SAMPLE = 64;

/** Bytes of a record, on average: an estimate of rows needs no better one. */
const BYTES_A_RECORD = 100;
const COMPRESSION_RATIO = 6;

/** Records of one file or of several may each have keys of their own: the columns are those of all records in the sample. */
export async function describeJson(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
  declared?: readonly Field[],
): Promise<TableShape> {
  const written = files.filter(({ size }) => size > 0);
  if (written.length === 0 && declared === undefined) {
    throw userError('SCHEMA_UNKNOWN', `${files[0]!.path} is empty, so its columns cannot be told; declare them`);
  }
  const sampled = sampleOf(written);
  return askAboutFiles('JSON', sampled, async () => {
    const fields = declared ?? (await sniffColumns(engine, sampled, options, signal));
    const inFiles = fields.filter(({ name }) => !(options.filename === true && name === 'filename'));
    const formats = declared === undefined ? await detectDateFormat(engine, sampled, inFiles, options, signal) : {};
    return {
      fields:
        formats.textInstead === undefined
          ? fields
          : fields.map((field) => (formats.textInstead!.includes(field.name) ? { ...field, type: { id: 'VARCHAR' } } : field)),
      statistics: estimate(files),
      options: { ...options, ...formats.options, [FILE_COLUMNS]: inFiles.map(({ name }) => name) },
    };
  });
}

function sampleOf(files: readonly FileRef[]): readonly FileRef[] {
  if (files.length <= SAMPLE) return files;
  return Array.from({ length: SAMPLE }, (_, index) => files[Math.round((index * (files.length - 1)) / (SAMPLE - 1))]!);
}

function sniffColumns(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
): Promise<readonly Field[]> {
  const sniffing = { maximum_sample_files: files.length, ...sniffingOptions(options) };
  const text = `SELECT * FROM read_json(${quotePaths(files.map(({ path }) => path))}, hive_partitioning = false${namedArguments(sniffing)})`;
  return engine.describe({ text, needs: extensionsFor(files), signal });
}

function estimate(files: readonly FileRef[]): TableShape['statistics'] {
  const text = files.reduce((sum, { path, size }) => sum + size * (/\.(gz|zst)$/i.test(path) ? COMPRESSION_RATIO : 1), 0);
  return { bytes: files.reduce((sum, { size }) => sum + size, 0), rows: Math.ceil(text / BYTES_A_RECORD), exact: false };
}
