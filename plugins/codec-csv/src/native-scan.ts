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
import { readCsv } from './read-csv.js';

/** What a split says of its file where the files of a table differ. */
export interface CsvPayload {
  /** The file's columns in their order. */
  readonly header?: readonly string[];
}

/** One call of read_csv for all files that look alike. */
export function duckdbScan(splits: readonly Split[], { source, columns, filters }: NativeScanRequest): NativeScan {
  const { options, fields } = source;
  const wanted = [...columns.map(({ name }) => name), ...filters.flatMap(filterColumns)];
  const selects = [...byHeader(splits).values()].flatMap((alike) => {
    const inFiles = columnsInFiles(alike[0]!, source);
    const missing = Object.fromEntries(fields.filter((field) => isMissing(field, alike[0]!)).map(({ name }) => [name, null]));
    return groupByPartition(alike, wanted).map(({ constants, splits: members }) =>
      scanSelect({
        from: readCsv(
          members.map(({ file }) => file.path),
          options,
          inFiles,
        ),
        columns,
        fields,
        filters,
        constants: { ...missing, ...constants },
      }),
    );
  });
  return { text: selects.join(' UNION ALL '), needs: extensionsFor(splits.map(({ file }) => file)) };
}

function headerOf({ payload }: Split): readonly string[] | undefined {
  return ((payload ?? {}) as CsvPayload).header;
}

function byHeader(splits: readonly Split[]): ReadonlyMap<string, readonly Split[]> {
  const groups = new Map<string, Split[]>();
  for (const split of splits) {
    const key = JSON.stringify(headerOf(split) ?? null);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [split]);
    else group.push(split);
  }
  return groups;
}

/** The file's own columns in their order. Of one that the path gives too, the path's value counts, so its type in the file does not matter. */
function columnsInFiles(split: Split, { fields, options }: ScanSource): readonly Field[] {
  const names = headerOf(split) ?? (options[FILE_COLUMNS] as readonly string[] | undefined) ?? fields.map(({ name }) => name);
  const fromPath = Object.keys(split.partitionValues ?? {});
  const text = (name: string): Field => ({ name, type: { id: 'VARCHAR' }, nullable: true });
  return names.map((name) => (fromPath.includes(name) ? undefined : fields.find((field) => sameName(field.name, name))) ?? text(name));
}

function isMissing(field: Field, split: Split): boolean {
  return headerOf(split)?.every((name) => !sameName(name, field.name)) ?? false;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
