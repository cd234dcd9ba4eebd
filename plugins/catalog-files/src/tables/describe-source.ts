import { createHash } from 'node:crypto';
import { sameType, typeToSql, userError, type Field, type FileRef, type FormatOptions, type TableShape } from '@arbalest/spi';
import { hivePartitions, type Partitions } from '../partitions/hive.js';
import type { FileSource } from './file-source.js';

/** What is known of a table's files at one moment. */
export interface Snapshot {
  readonly version: string;
  readonly files: readonly FileRef[];
  readonly partitions: Partitions;
  readonly shape: TableShape;
}

/** Options that are the catalog's, not the codec's. */
const CATALOG_OPTIONS = ['hive_partitioning', 'hive_types', 'hive_types_autocast'];

/** Changes with the files, how they are read, and what was declared. */
export function versionOf(files: readonly FileRef[], { codec, options, fields, partitionBy }: FileSource): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([codec.id, options, fields, partitionBy]));
  for (const { path, version } of files) hash.update(`${path}\0${version}\0`);
  return hash.digest('base64url').slice(0, 22);
}

export async function describeSource(
  source: FileSource,
  files: readonly FileRef[],
  version: string,
  signal: AbortSignal,
): Promise<Snapshot> {
  const { codec, options, fields, partitionBy, partitionRoots } = source;
  const partitions = hivePartitions(files, partitionRoots, options, partitionBy, fields);
  const isPartition = (name: string) => partitions.fields.some((field) => field.name.toLowerCase() === name.toLowerCase());
  const declared = fields.filter(({ name }) => !isPartition(name));
  const inFiles = declared.length === 0 ? undefined : declared;
  const shape =
    files.length === 0 ? emptyShape(source, declared) : await codec.describe(files, withoutCatalogOptions(options), signal, inFiles);
  if (inFiles !== undefined) compareDeclared(source, inFiles, shape.fields);
  return { version, files, partitions, shape: { ...shape, fields: withPartitions(shape.fields, partitions) } };
}

function withoutCatalogOptions(options: FormatOptions): FormatOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !CATALOG_OPTIONS.includes(name)));
}

function emptyShape({ options }: FileSource, fields: readonly Field[]): TableShape {
  return { fields, statistics: { rows: 0, exact: true, bytes: 0 }, options: withoutCatalogOptions(options) };
}

/** A column that both files and folders have comes from the folders. */
function withPartitions(fields: readonly Field[], partitions: Partitions): readonly Field[] {
  const fromPath = new Map(partitions.fields.map((field) => [field.name.toLowerCase(), field]));
  const known = new Set(fields.map(({ name }) => name.toLowerCase()));
  return [
    ...fields.map((field) => {
      const partition = fromPath.get(field.name.toLowerCase());
      return partition === undefined ? field : { ...partition, name: field.name };
    }),
    ...partitions.fields.filter(({ name }) => !known.has(name.toLowerCase())),
  ];
}

/** A codec that does not know of declared columns answers with its own: they must be the same then. */
function compareDeclared({ label, codec }: FileSource, declared: readonly Field[], found: readonly Field[]): void {
  for (const { name, type } of declared) {
    const field = found.find((candidate) => candidate.name === name);
    if (field !== undefined && sameType(field.type, type)) continue;
    const met =
      field === undefined ? `there is none; there are: ${found.map((each) => each.name).join(', ')}` : `it is ${typeToSql(field.type)}`;
    throw userError(
      'SCHEMA_MISMATCH',
      `The table ${label} declares column "${name}" as ${typeToSql(type)}, but in its ${codec.id} files ${met}`,
    );
  }
}
