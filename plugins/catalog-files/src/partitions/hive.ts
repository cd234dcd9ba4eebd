import { userError, type DataType, type Field, type FileRef, type FormatOptions } from '@arbalest/spi';

/** A value of a partition as SQL text; null for NULL. */
export type PartitionValues = Readonly<Record<string, string | null>>;

export interface Partitions {
  readonly fields: readonly Field[];
  /** By path. */
  readonly values: ReadonlyMap<string, PartitionValues>;
}

const NULL_FOLDER = '__HIVE_DEFAULT_PARTITION__';
export const NO_PARTITIONS: Partitions = { fields: [], values: new Map() };

/**
 * Columns from folders named `key=value` below `roots` (the base folder for paths that were written relative to it). Without declared columns there are some only if all files agree in their keys; types
 * are BIGINT, DATE or VARCHAR, whichever holds all values.
 *
 * @param declared Names of partition columns that must be there, from PARTITIONED BY.
 * @param fields Declared columns of the table, whose types win over inferred ones.
 */
export function hivePartitions(
  files: readonly FileRef[],
  roots: readonly string[],
  options: FormatOptions,
  declared: readonly string[],
  fields: readonly Field[],
): Partitions {
  if (options.hive_partitioning === false || files.length === 0) return { ...NO_PARTITIONS, fields: declaredFields(declared, fields) };
  const values = new Map(files.map(({ path }) => [path, valuesIn(path, roots)]));
  const keys = Object.keys(values.get(files[0]!.path)!);
  const odd = files.find(({ path }) => !sameKeys(Object.keys(values.get(path)!), keys));
  const missing = declared.find((name) => !keys.includes(name));
  if ((odd !== undefined && (declared.length > 0 || options.hive_partitioning === true)) || missing !== undefined) {
    const wanted = declared.length > 0 ? declared : keys;
    const file = missing === undefined ? odd!.path : files[0]!.path;
    throw userError(
      'PARTITION_MISMATCH',
      `The table is partitioned by ${wanted.join(', ')}, but ${file} is not in folders named ${wanted.map((name) => `${name}=…`).join('/')}`,
    );
  }
  if (odd !== undefined || keys.length === 0) return NO_PARTITIONS;
  const named = declaredTypes(options, fields);
  const types = keys.map((name) => named.get(name.toLowerCase()) ?? inferred([...values.values()].map((entry) => entry[name] ?? null)));
  return { fields: keys.map((name, index) => ({ name, type: types[index]!, nullable: true })), values };
}

function declaredFields(names: readonly string[], fields: readonly Field[]): readonly Field[] {
  return names.map(
    (name) => fields.find((field) => field.name.toLowerCase() === name.toLowerCase()) ?? { name, type: { id: 'VARCHAR' }, nullable: true },
  );
}

function valuesIn(path: string, roots: readonly string[]): PartitionValues {
  const root = roots.find((candidate) => path.startsWith(candidate)) ?? '';
  const folders = path.slice(root.length).split('/').slice(0, -1);
  return Object.fromEntries(
    folders.flatMap((folder) => {
      const at = folder.indexOf('=');
      if (at <= 0) return [];
      const text = decoded(folder.slice(at + 1));
      return [[decoded(folder.slice(0, at)), text === NULL_FOLDER ? null : text]];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** From the option `hive_types = {year: 'INTEGER'}` the simple types, and from declared columns all. */
function declaredTypes({ hive_types: option }: FormatOptions, fields: readonly Field[]): ReadonlyMap<string, DataType> {
  const types = new Map<string, DataType>(fields.map(({ name, type }) => [name.toLowerCase(), type]));
  for (const [name, text] of Object.entries(typeof option === 'object' && option !== null ? option : {})) {
    if (typeof text !== 'string') continue;
    const id = text.toUpperCase();
    types.set(name.toLowerCase(), { id: (id === 'INT' ? 'INTEGER' : id === 'TEXT' || id === 'STRING' ? 'VARCHAR' : id) as 'VARCHAR' });
  }
  return types;
}

function inferred(values: readonly (string | null)[]): DataType {
  const present = values.filter((value) => value !== null);
  if (present.length > 0 && present.every(isBigint)) return { id: 'BIGINT' };
  if (present.length > 0 && present.every(isDate)) return { id: 'DATE' };
  return { id: 'VARCHAR' };
}

/** Only as a number prints: `007` must stay what it is. */
export function isBigint(text: string): boolean {
  return /^(0|-?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
