import {
  extensionsFor,
  filterColumns,
  groupByPartition,
  scanSelect,
  type NativeScan,
  type NativeScanRequest,
  type Split,
} from '@arbalest/spi';
import { readParquet } from './read-parquet.js';
import type { ParquetPayload } from './splits.js';

/** Whole files together in one call, each range of rows in one of its own: DuckDB skips row groups fastest so. */
export function duckdbScan(splits: readonly Split[], { source, columns, filters }: NativeScanRequest): NativeScan {
  const { options, fields } = source;
  const wanted = [...columns.map(({ name }) => name), ...filters.flatMap(filterColumns)];
  const selects = groupByPartition(splits.map(withMissing), wanted).flatMap(({ constants, splits: members }) => {
    const select = (from: string, where?: string) => scanSelect({ from, columns, fields, filters, constants, where });
    const ranges = joinedRanges(members);
    const whole = [
      ...members.filter(({ rows }) => rows === undefined).map(({ file }) => file.path),
      ...ranges.filter(isWhole).map(({ path }) => path),
    ];
    return [
      ...(whole.length === 0 ? [] : [select(readParquet(whole, options))]),
      ...ranges
        .filter((range) => !isWhole(range))
        .map(({ path, start, end }) => select(readParquet([path], options), `file_row_number BETWEEN ${start} AND ${end - 1}`)),
    ];
  });
  return { text: selects.join(' UNION ALL '), needs: extensionsFor(splits.map(({ file }) => file)) };
}

/** A column that a file lacks is NULL in all its rows: a constant like those that a path gives. */
function withMissing(split: Split): Split {
  const { missing = [] } = payloadOf(split);
  if (missing.length === 0) return split;
  return { ...split, partitionValues: { ...Object.fromEntries(missing.map((name) => [name, null])), ...split.partitionValues } };
}

interface Range {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly fileRows?: number;
}

function isWhole({ start, end, fileRows }: Range): boolean {
  return start === 0 && end === fileRows;
}

function payloadOf({ payload }: Split): Partial<ParquetPayload> {
  return (payload ?? {}) as Partial<ParquetPayload>;
}

/** Ranges of rows, those that follow each other in one file made one. */
function joinedRanges(splits: readonly Split[]): readonly Range[] {
  const ranges = splits.flatMap((split) =>
    split.rows === undefined ? [] : [{ path: split.file.path, ...split.rows, fileRows: payloadOf(split).fileRows }],
  );
  ranges.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start));
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last?.path === range.path && last.end === range.start) joined[joined.length - 1] = { ...last, end: range.end };
    else joined.push(range);
  }
  return joined;
}
