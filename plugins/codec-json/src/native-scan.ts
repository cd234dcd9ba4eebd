import {
  extensionsFor,
  filterColumns,
  groupByPartition,
  scanSelect,
  type Field,
  type NativeScan,
  type NativeScanRequest,
  type ScanSource,
  type Split,
} from '@arbalest/spi';
import { FILE_COLUMNS } from './options.js';
import { readJson } from './read-json.js';

/** One call of read_json for all files of a partition. Only the columns that are wanted are parsed. */
export function duckdbScan(splits: readonly Split[], { source, columns, filters }: NativeScanRequest): NativeScan {
  const wanted = new Set([...columns.map(({ name }) => name), ...filters.flatMap(filterColumns)]);
  const selects = groupByPartition(splits, [...wanted]).map(({ constants, splits: members }) =>
    scanSelect({
      from: readJson(
        members.map(({ file }) => file.path),
        source.options,
        columnsInFiles(members[0]!, source, wanted),
      ),
      columns,
      fields: source.fields,
      filters,
      constants,
    }),
  );
  return { text: selects.join(' UNION ALL '), needs: extensionsFor(splits.map(({ file }) => file)) };
}

/** At least one, as read_json will not do with none. */
function columnsInFiles({ partitionValues = {} }: Split, { fields, options }: ScanSource, wanted: ReadonlySet<string>): readonly Field[] {
  const names = (options[FILE_COLUMNS] as readonly string[] | undefined) ?? fields.map(({ name }) => name);
  const inFiles = fields.filter(({ name }) => names.includes(name) && !Object.hasOwn(partitionValues, name));
  const chosen = inFiles.filter(({ name }) => wanted.has(name));
  return chosen.length > 0 ? chosen : inFiles.slice(0, 1);
}
