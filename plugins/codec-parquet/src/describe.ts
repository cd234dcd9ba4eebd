import {
  askAboutFiles,
  extensionsFor,
  quoteName,
  quotePaths,
  quoteText,
  sameType,
  typeToSql,
  userError,
  type ColumnStatistics,
  type DataType,
  type EngineQuery,
  type Field,
  type FileRef,
  type FormatOptions,
  type TableShape,
} from '@arbalest/spi';
import { CAST_COLUMNS, comparableTypes, readOptions } from './read-parquet.js';

/** Files whose footers are all read. Of more, only a sample is: a table of ten thousand files must not wait for all of them. */
const ALL_FOOTERS_LIMIT = 256;
const SAMPLE = 64;

interface Question {
  readonly engine: EngineQuery;
  readonly files: readonly FileRef[];
  readonly options: FormatOptions;
  readonly signal: AbortSignal;
}

export async function describeParquet(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
  declared?: readonly Field[],
): Promise<TableShape> {
  const sampled = files.length <= ALL_FOOTERS_LIMIT ? files : sampleOf(files);
  const question = { engine, files: sampled, options, signal };
  return askAboutFiles('Parquet', sampled, async () => {
    const { same, examples } = await schemas(question);
    if (!same && options.union_by_name !== true) throw mismatch(examples);
    const found = await columns(question, same);
    const fields = declared === undefined ? found : declaredColumns(files[0]!, found, declared);
    const cast = same ? fields.filter((field) => declared !== undefined && !sameType(field.type, typeOf(field.name, found)!)) : fields;
    const statistics = await tableStatistics(
      question,
      fields.filter((field) => !cast.includes(field)),
      files,
    );
    return { fields, statistics, options: cast.length === 0 ? options : { ...options, [CAST_COLUMNS]: cast.map(({ name }) => name) } };
  });
}

/** Scans cast to the declared types, so all that must hold is that the columns are there. */
function declaredColumns({ path }: FileRef, found: readonly Field[], declared: readonly Field[]): readonly Field[] {
  const names = found.map(({ name }) => name);
  const missing = declared.find(({ name }) => !names.some((known) => known.toLowerCase() === name.toLowerCase()));
  if (missing === undefined) return declared;
  throw userError(
    'SCHEMA_MISMATCH',
    `The table declares a column "${missing.name}", which ${path} does not have; it has: ${names.join(', ')}`,
  );
}

function typeOf(name: string, fields: readonly Field[]): DataType | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.type;
}

/** First, last and evenly between. */
function sampleOf(files: readonly FileRef[]): readonly FileRef[] {
  return Array.from({ length: SAMPLE }, (_, index) => files[Math.round((index * (files.length - 1)) / (SAMPLE - 1))]!);
}

function columns({ engine, files, options, signal }: Question, same: boolean): Promise<readonly Field[]> {
  const paths = (same ? files.slice(0, 1) : files).map(({ path }) => path);
  return engine.describe({
    text: `SELECT * FROM read_parquet(${quotePaths(paths)}${readOptions(options)})`,
    needs: extensionsFor(files),
    signal,
  });
}

interface SchemaExample {
  readonly file: string;
  /** Name and type of each leaf and group, in the order of the schema. */
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** Whether all files have one schema, and a file for each that there is. */
async function schemas({
  engine,
  files,
  signal,
}: Question): Promise<{ readonly same: boolean; readonly examples: readonly SchemaExample[] }> {
  if (files.length === 1) return { same: true, examples: [] };
  const text =
    `SELECT min(file_name) AS file, columns FROM (SELECT file_name, list([name, coalesce(duckdb_type, 'a group of ' || num_children)] ORDER BY column_id) AS columns ` +
    `FROM parquet_schema(${quotePaths(files.map(({ path }) => path))}) WHERE column_id > 0 GROUP BY file_name) GROUP BY columns ORDER BY count(*) DESC, file`;
  const rows = await engine.rows({ text, needs: extensionsFor(files), signal });
  const examples = rows.map((row) => ({ file: row.file as string, columns: row.columns as SchemaExample['columns'] }));
  const sorted = new Set(examples.map(({ columns }) => JSON.stringify(columns.map((column) => column.join(' ')).sort())));
  return { same: sorted.size <= 1, examples };
}

function mismatch([usual, other]: readonly SchemaExample[]) {
  const [a, b] = [usual!, other!];
  const typeIn = (example: SchemaExample, name: string) => example.columns.find((column) => column[0] === name)?.[1] ?? 'no such column';
  const [name] = [...a.columns, ...b.columns].find(([column]) => typeIn(a, column) !== typeIn(b, column)) ?? a.columns[0]!;
  return userError(
    'SCHEMA_MISMATCH',
    `The files differ in column "${name}": ${a.file} has ${typeIn(a, name)}, ${b.file} has ${typeIn(b, name)}; give the option union_by_name = true to unite them`,
  );
}

async function tableStatistics(
  { engine, files, signal }: Question,
  fields: readonly Field[],
  all: readonly FileRef[],
): Promise<TableShape['statistics']> {
  const bytes = all.reduce((sum, { size }) => sum + size, 0);
  const paths = quotePaths(files.map(({ path }) => path));
  const needs = extensionsFor(files);
  const [counted] = await engine.rows({ text: `SELECT sum(num_rows)::DOUBLE AS rows FROM parquet_file_metadata(${paths})`, needs, signal });
  const sampledRows = Number(counted?.rows ?? 0);
  const sampledBytes = files.reduce((sum, { size }) => sum + size, 0);
  const exact = files.length === all.length;
  const rows = exact ? sampledRows : Math.round(sampledBytes === 0 ? 0 : (sampledRows * bytes) / sampledBytes);
  const columns = rows === 0 ? {} : await columnStatistics(engine, paths, fields, exact, needs, signal);
  return { rows, exact, bytes, columns };
}

/** Smallest and largest values over all row groups, where every one of them says. */
async function columnStatistics(
  engine: EngineQuery,
  paths: string,
  fields: readonly Field[],
  exact: boolean,
  needs: readonly string[],
  signal: AbortSignal,
): Promise<Readonly<Record<string, ColumnStatistics>>> {
  const simple = fields.filter(({ type }) => comparableTypes.has(type.id));
  if (simple.length === 0) return {};
  const list = simple.flatMap(({ name, type }, index) => {
    const own = `FILTER (WHERE path_in_schema = ${quoteText(name)})`;
    const bound = (which: 'min' | 'max') => {
      const value = `TRY_CAST(stats_${which}_value AS ${typeToSql(type)})`;
      return `CASE WHEN bool_and(${value} IS NOT NULL OR stats_null_count = num_values) ${own} THEN ${which}(${value}) ${own} END::VARCHAR AS ${quoteName(`${which}${index}`)}`;
    };
    return [
      bound('min'),
      bound('max'),
      `CASE WHEN bool_and(stats_null_count IS NOT NULL) ${own} THEN sum(stats_null_count) ${own} END::DOUBLE AS ${quoteName(`nulls${index}`)}`,
    ];
  });
  const [row = {}] = await engine.rows({
    text: `SELECT ${list.join(', ')} FROM parquet_metadata(${paths}) WHERE row_group_num_rows > 0`,
    needs,
    signal,
  });
  return Object.fromEntries(
    simple.map(({ name }, index) => {
      const min = row[`min${index}`];
      const max = row[`max${index}`];
      const nulls = row[`nulls${index}`];
      const both = typeof min === 'string' && typeof max === 'string' && exact ? { min, max } : {};
      return [name, { ...both, ...(typeof nulls === 'number' && exact && { nulls }) }];
    }),
  );
}
