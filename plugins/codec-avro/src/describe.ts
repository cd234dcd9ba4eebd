import { sameType, typeToSql, userError, type Field, type FileRef, type TableShape } from '@arbalest/spi';
import { readHeader } from './container/header.js';
import { LocalFile } from './container/local-file.js';
import { avroOptions } from './options.js';
import { parseSchema } from './schema/parse-schema.js';
import { sqlFields } from './schema/sql-type.js';
import { unitedFields } from './schema/unite.js';

/** Of more files than this only a sample is opened, unless all are to be united. */
const ALL_FILES_LIMIT = 256;
const SAMPLE = 32;

/** Columns of a file. */
export interface DescribedFile {
  readonly path: string;
  readonly fields: readonly Field[];
}

/** Reads headers only; rows are not counted, because each block says its own. */
export async function describeAvro(files: readonly FileRef[], options: TableShape['options'], signal: AbortSignal): Promise<TableShape> {
  const { union_by_name: unites } = avroOptions(options);
  const written = files.filter(({ size }) => size > 0);
  if (written.length === 0) throw userError('CODEC_FORMAT', `${files[0]!.path} is empty: not even a schema is in it`);
  const described: DescribedFile[] = [];
  for (const file of unites || written.length <= ALL_FILES_LIMIT ? written : sampleOf(written)) {
    signal.throwIfAborted();
    described.push(await describeFile(file.path));
  }
  const fields = unites ? unitedFields(described) : agreedFields(described);
  return { fields, statistics: { bytes: files.reduce((sum, { size }) => sum + size, 0) }, options };
}

function sampleOf(files: readonly FileRef[]): readonly FileRef[] {
  return Array.from({ length: SAMPLE }, (_, index) => files[Math.round((index * (files.length - 1)) / (SAMPLE - 1))]!);
}

async function describeFile(path: string): Promise<DescribedFile> {
  await using file = await LocalFile.open(path);
  const { schema } = await readHeader(file);
  return { path, fields: sqlFields(parseSchema(schema, path), path) };
}

/** The columns of all files, where they have the same; NULL may be in a column of one and not in that of another. */
function agreedFields(files: readonly DescribedFile[]): readonly Field[] {
  const [first, ...others] = files as [DescribedFile, ...DescribedFile[]];
  for (const other of others) refuseDifferent(first, other);
  return first.fields.map((field, i) => ({ ...field, nullable: files.some(({ fields }) => fields[i]!.nullable) }));
}

function refuseDifferent(a: DescribedFile, b: DescribedFile): void {
  const count = Math.max(a.fields.length, b.fields.length);
  for (let i = 0; i < count; i++) {
    const [one, two] = [a.fields[i], b.fields[i]];
    if (one !== undefined && two !== undefined && one.name === two.name && sameType(one.type, two.type)) continue;
    const say = (field: Field | undefined) => (field === undefined ? 'no such column' : `"${field.name}" ${typeToSql(field.type)}`);
    throw userError(
      'SCHEMA_MISMATCH',
      `The files differ in column ${i + 1}: ${a.path} has ${say(one)}, ${b.path} has ${say(two)}. The option union_by_name = true makes one table of them`,
    );
  }
}
