import { askAboutFiles, extensionsFor, quoteText, userError, type EngineQuery, type FileRef, type FormatOptions } from '@arbalest/spi';
import { firstLines } from './first-lines.js';
import { readingOptions } from './options.js';
import { namedArguments } from './read-csv.js';

/** Files that are looked into by one query, and queries that run at a time. */
const AT_ONCE = 20;
const QUERIES = 4;

/** The columns that each file says it has, by path: its header's names, or made-up ones by their number. Files without a byte have none. */
export async function headers(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const written = files.filter(({ size }) => size > 0);
  const lines = await firstLines(written, options, signal);
  const alike = new Map<string, FileRef>();
  for (const file of written) {
    const key = lines.get(file.path);
    if (key !== undefined && !alike.has(key)) alike.set(key, file);
  }
  const asked = written.filter((file) => alike.get(lines.get(file.path) ?? '') === file || !lines.has(file.path));
  const found = await askedHeaders(engine, asked, options, signal);
  return new Map(written.map(({ path }) => [path, found.get(lines.has(path) ? alike.get(lines.get(path)!)!.path : path)!]));
}

/** Of files in a store, most of the time goes by in waiting, so several queries wait side by side. */
async function askedHeaders(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const starts = Array.from({ length: Math.ceil(files.length / AT_ONCE) }, (_, index) => index * AT_ONCE).values();
  const work = async () => {
    for (const from of starts) await askHeaders(engine, files.slice(from, from + AT_ONCE), options, signal, found);
  };
  await Promise.all(Array.from({ length: QUERIES }, work));
  return found;
}

async function askHeaders(
  engine: EngineQuery,
  files: readonly FileRef[],
  options: FormatOptions,
  signal: AbortSignal,
  found: Map<string, readonly string[]>,
): Promise<void> {
  const { filename: _filename, new_line: _newLine, ...dialect } = readingOptions(options);
  const text = files
    .map(
      ({ path }, index) =>
        `SELECT ${index} AS file, list_transform(Columns, lambda c: c.name) AS names FROM sniff_csv(${quoteText(path)}, sample_size = 1, all_varchar = true${namedArguments(dialect)})`,
    )
    .join(' UNION ALL ');
  const rows = await askAboutFiles('CSV', files, () => engine.rows({ text, needs: extensionsFor(files), signal }));
  for (const { file, names } of rows) found.set(files[Number(file)]!.path, names as readonly string[]);
}

/** @throws user error `SCHEMA_MISMATCH` when two files differ in their columns. */
export function refuseDifferentHeaders(found: ReadonlyMap<string, readonly string[]>): void {
  const [first, ...others] = [...found];
  if (first === undefined) return;
  const [file, names] = first;
  for (const [otherFile, otherNames] of others) {
    const at = Math.max(names.length, otherNames.length);
    const differs = Array.from({ length: at }, (_, index) => index).find((index) => names[index] !== otherNames[index]);
    if (differs === undefined) continue;
    const say = (list: readonly string[]) => (list[differs] === undefined ? `${list.length} columns` : `"${list[differs]}"`);
    throw userError(
      'SCHEMA_MISMATCH',
      `The files differ in column ${differs + 1}: ${file} has ${say(names)}, ${otherFile} has ${say(otherNames)}; give the option union_by_name = true to unite them`,
    );
  }
}
