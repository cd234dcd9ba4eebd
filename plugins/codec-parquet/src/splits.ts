import {
  askAboutFiles,
  extensionsFor,
  quoteName,
  quotePaths,
  quoteText,
  typeToSql,
  type CodecSplitsRequest,
  type EngineQuery,
  type FileRef,
  type Split,
} from '@arbalest/spi';
import type { FooterCache } from './footer-cache.js';
import { cannotMatch, statisticsColumns } from './pruning.js';
import { CAST_COLUMNS } from './read-parquet.js';

/** Footers of so many files are read to cut and to prune; of more, only those of files that are much larger than a piece. */
const ALL_FOOTERS_LIMIT = 1000;

interface RowGroup {
  readonly start: number;
  readonly end: number;
  readonly bytes: number;
}

/** One or more splits for each file that may hold a match. A split is a range of rows that begins and ends with row groups. */
export async function parquetSplits(engine: EngineQuery, cache: FooterCache, request: CodecSplitsRequest): Promise<readonly Split[]> {
  const { files, targetBytes, source } = request;
  // A real column of that name hides the position of the row, by which ranges are read.
  const cuttable = !source.fields.some(({ name }) => name.toLowerCase() === 'file_row_number');
  const unite = source.options.union_by_name === true;
  const opened = files.length <= ALL_FOOTERS_LIMIT || unite ? files : files.filter(({ size }) => size > 1.5 * targetBytes);
  const footers =
    opened.length === 0
      ? new Map<string, Footer>()
      : await cache.get(opened, request, () => askAboutFiles('Parquet', opened, () => readFooters(engine, opened, request)));
  return files.flatMap((file) => {
    const footer = footers.get(file.path);
    if (footer === undefined) return opened.includes(file) ? [] : [wholeFile(file)];
    const splits = cuttable ? pieces(file, footer, targetBytes) : footer.groups.length === 0 ? [] : [wholeFile(file, footer)];
    return splits.map((split) => ({ ...split, payload: payloadOf(footer) }));
  });
}

/** What a file's footer says about its rows. */
export interface Footer {
  readonly rows: number;
  /** Those that may hold a match. */
  readonly groups: readonly RowGroup[];
  /** Columns of the table that this file does not have. */
  readonly missing: readonly string[];
}

async function readFooters(
  engine: EngineQuery,
  files: readonly FileRef[],
  { filters, source, signal }: CodecSplitsRequest,
): Promise<ReadonlyMap<string, Footer>> {
  const cast = (source.options[CAST_COLUMNS] ?? []) as readonly string[];
  const columns = statisticsColumns(
    filters,
    source.fields.filter(({ name }) => !cast.includes(name)),
  );
  const bounds = columns.flatMap(({ name, type }, index) => {
    const own = `FILTER (WHERE path_in_schema = ${quoteText(name)})`;
    const value = (which: 'min' | 'max') =>
      `any_value(TRY_CAST(stats_${which}_value AS ${typeToSql(type)})) ${own} AS ${quoteName(`${which}${index}`)}`;
    return [
      value('min'),
      value('max'),
      `any_value(num_values - stats_null_count) ${own} AS "values${index}"`,
      `any_value(stats_null_count) ${own} AS "nulls${index}"`,
    ];
  });
  const united = source.options.union_by_name === true ? source.fields : [];
  const present = united.map(({ name }, index) => `bool_or(${isColumn(name)}) AS "present${index}"`);
  const groups =
    `SELECT file_name, row_group_id, any_value(row_group_num_rows) AS rows, sum(total_compressed_size) AS bytes${[...bounds, ...present].map((extra) => `, ${extra}`).join('')} ` +
    `FROM parquet_metadata(${quotePaths(files.map(({ path }) => path))}) GROUP BY ALL`;
  const text =
    `WITH groups AS (${groups}), placed AS (SELECT *, sum(rows) OVER (PARTITION BY file_name ORDER BY row_group_id) AS stop, sum(rows) OVER (PARTITION BY file_name) AS total FROM groups) ` +
    `SELECT file_name, list([stop - rows, stop, bytes]::DOUBLE[] ORDER BY row_group_id) AS groups, any_value(total)::DOUBLE AS rows${united.map((_, index) => `, bool_and("present${index}") AS "present${index}"`).join('')} FROM placed ` +
    `WHERE rows > 0 AND NOT coalesce(${cannotMatch(filters, columns)}, FALSE) GROUP BY file_name`;
  const rows = await engine.rows({ text, needs: extensionsFor(files), signal });
  return new Map(
    rows.map((row) => {
      const groups = (row.groups as readonly (readonly [number, number, number])[]).map(([start, end, bytes]) => ({ start, end, bytes }));
      const missing = united.filter((_, index) => row[`present${index}`] !== true).map(({ name }) => name);
      return [row.file_name as string, { rows: row.rows as number, groups, missing }];
    }),
  );
}

/** What `nativeScan` wants to know: with the rows of the whole file it sees when all pieces of it came together. */
export interface ParquetPayload {
  readonly fileRows: number;
  readonly missing?: readonly string[];
}

function payloadOf({ rows, missing }: Footer): { readonly [Key in keyof ParquetPayload]: ParquetPayload[Key] } {
  return missing.length === 0 ? { fileRows: rows } : { fileRows: rows, missing };
}

/** True of the leaves of one top-level column. */
function isColumn(name: string): string {
  return `lower(path_in_schema) = lower(${quoteText(name)}) OR starts_with(lower(path_in_schema), lower(${quoteText(`${name}, `)}))`;
}

/** Neighbouring row groups together, until a piece is as large as wanted. */
function pieces(file: FileRef, { rows, groups }: Footer, targetBytes: number): readonly Split[] {
  const merged: RowGroup[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    const fits = last !== undefined && last.end === group.start && last.bytes + group.bytes <= targetBytes * 1.1;
    if (fits) merged[merged.length - 1] = { start: last.start, end: group.end, bytes: last.bytes + group.bytes };
    else merged.push(group);
  }
  return merged.map(({ start, end, bytes }) => ({
    codec: 'parquet',
    file,
    ...((start > 0 || end < rows) && { rows: { start, end } }),
    estimatedRows: end - start,
    estimatedBytes: bytes,
  }));
}

function wholeFile(file: FileRef, footer?: Footer): Split {
  return { codec: 'parquet', file, estimatedBytes: file.size, ...(footer && { estimatedRows: footer.rows }) };
}
