import { decodeSchema } from '@arbalest/flight';
import { sameType, typeToSql, userError, type Field, type FileRef, type TableShape } from '@arbalest/spi';
import { sqlFields } from './arrow-types.js';
import { readIndex, rowsOf } from './ipc-index.js';
import { openFile } from './open-file.js';

/** Of more files than this only a sample is opened. */
const ALL_FILES_LIMIT = 256;
const SAMPLE = 32;
const COUNTED_BATCHES = 10_000;

interface Described {
  readonly file: FileRef;
  readonly fields: readonly Field[];
  /** Absent when there are too many batches to count. */
  readonly rows?: number;
}

export async function describeArrow(files: readonly FileRef[], signal: AbortSignal): Promise<Pick<TableShape, 'fields' | 'statistics'>> {
  const written = files.filter(({ size }) => size > 0);
  if (written.length === 0) throw userError('CODEC_FORMAT', `${files[0]!.path} is empty: not even a schema is in it`);
  const opened = written.length <= ALL_FILES_LIMIT ? written : sampleOf(written);
  const described: Described[] = [];
  for (const file of opened) {
    signal.throwIfAborted();
    described.push(await describeFile(file));
  }
  for (const other of described) refuseDifferent(described[0]!, other);
  return { fields: described[0]!.fields, statistics: statistics(files, described, opened.length === written.length) };
}

function sampleOf(files: readonly FileRef[]): readonly FileRef[] {
  return Array.from({ length: SAMPLE }, (_, index) => files[Math.round((index * (files.length - 1)) / (SAMPLE - 1))]!);
}

async function describeFile(ref: FileRef): Promise<Described> {
  await using file = await openFile(ref);
  const { schema, batches } = await readIndex(file);
  const fields = sqlFields(decodeSchema(schema), ref.path);
  if (batches.length > COUNTED_BATCHES) return { file: ref, fields };
  let rows = 0;
  for (const block of batches) rows += await rowsOf(file, block);
  return { file: ref, fields, rows };
}

function refuseDifferent(a: Described, b: Described): void {
  const count = Math.max(a.fields.length, b.fields.length);
  for (let index = 0; index < count; index++) {
    const [one, two] = [a.fields[index], b.fields[index]];
    if (one !== undefined && two !== undefined && one.name === two.name && sameType(one.type, two.type)) continue;
    const say = (field: Field | undefined) => (field === undefined ? 'no such column' : `${field.name} ${typeToSql(field.type)}`);
    throw userError(
      'SCHEMA_MISMATCH',
      `The files differ in column ${index + 1}: ${a.file.path} has ${say(one)}, ${b.file.path} has ${say(two)}`,
    );
  }
}

function statistics(files: readonly FileRef[], described: readonly Described[], all: boolean): TableShape['statistics'] {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const counted = described.filter((file): file is Required<Described> => file.rows !== undefined);
  const rows = counted.reduce((sum, file) => sum + file.rows, 0);
  const exact = all && counted.length === described.length;
  const countedBytes = counted.reduce((sum, { file }) => sum + file.size, 0);
  return { bytes, exact, ...(countedBytes > 0 && { rows: exact ? rows : Math.ceil((rows * bytes) / countedBytes) }) };
}
