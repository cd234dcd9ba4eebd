import { extensionsFor, isArbalestError, quoteName, type EngineQuery, type Field, type FileRef, type FormatOptions } from '@arbalest/spi';
import { sniffingOptions } from './options.js';
import { namedArguments, readJson } from './read-json.js';
import { quotePaths } from '@arbalest/spi';

/** Ways to write a date that DuckDB detects in JSON besides ISO 8601; it does not say which it took. */
const CANDIDATES = ['%d-%m-%Y', '%m-%d-%Y', '%d-%m-%y', '%m-%d-%y', '%y-%m-%d'];
const SAMPLE_ROWS = 20_480;

export interface DateFormat {
  readonly options?: FormatOptions;
  /** Columns that stay text, because no one format reads them. */
  readonly textInstead?: readonly string[];
}

/**
 * Finds the format of detected dates and times, so that a scan which detects nothing reads what detection read: none when they are ISO 8601,
 * else the first candidate that gives the same values over the sample.
 */
export async function detectDateFormat(
  engine: EngineQuery,
  files: readonly FileRef[],
  fields: readonly Field[],
  options: FormatOptions,
  signal: AbortSignal,
): Promise<DateFormat> {
  const temporal = fields.filter(({ type }) => type.id === 'DATE' || type.id.startsWith('TIMESTAMP'));
  if (temporal.length === 0 || options.dateformat !== undefined || options.timestampformat !== undefined) return {};
  const paths = files.map(({ path }) => path);
  const needs = extensionsFor(files);
  const valuesOf = async (from: string): Promise<string | undefined> => {
    const list = temporal.map(
      ({ name }) => `[min(${quoteName(name)})::VARCHAR, max(${quoteName(name)})::VARCHAR, count(${quoteName(name)})::VARCHAR]`,
    );
    const text = `SELECT ${list.map((item, index) => `${item} AS "v${index}"`).join(', ')} FROM (SELECT * FROM ${from} LIMIT ${SAMPLE_ROWS})`;
    return engine.rows({ text, needs, signal }).then(
      ([row]) => JSON.stringify(row),
      (thrown: unknown) => {
        if (isArbalestError(thrown) && thrown.code === 'ENGINE_QUERY') return undefined;
        throw thrown;
      },
    );
  };
  const detected = await valuesOf(`read_json(${quotePaths(paths)}, hive_partitioning = false${namedArguments(sniffingOptions(options))})`);
  if ((await valuesOf(readJson(paths, options, fields))) === detected) return {};
  for (const dateformat of CANDIDATES) {
    if ((await valuesOf(readJson(paths, { ...options, dateformat }, fields))) === detected) return { options: { dateformat } };
  }
  return { textInstead: temporal.map(({ name }) => name) };
}
