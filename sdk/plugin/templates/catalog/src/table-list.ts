import { readFile } from 'node:fs/promises';
import { SIMPLE_TYPES, userError, type Field, type FormatOptions, type SimpleTypeId } from '@arbalest/spi';

/** A table as the list declares it. */
export interface ListedTable {
  readonly name: string;
  /** Files and folders, relative to the list. */
  readonly files: readonly string[];
  /** Of the files; by their name ending when absent. */
  readonly codec?: string;
  readonly options: FormatOptions;
  readonly fields: readonly Field[];
}

/** The shape of the file, of which nothing is known to be right. */
type Listed = Readonly<Record<string, Partial<Record<'files' | 'codec' | 'options' | 'columns', unknown>>>>;

/**
 * Reads `{ "NAME": { "files": ["PATH", …], "columns": { "COLUMN": "TYPE", … }, "codec": "ID", "options": { … } }, … }`.
 *
 * @throws user error `TABLE_LIST` that names the file, the table and what is wrong with it
 */
export async function readTableList(path: string): Promise<readonly ListedTable[]> {
  let listed: Listed;
  try {
    listed = JSON.parse(await readFile(path, 'utf8')) as Listed;
  } catch (thrown) {
    throw userError('TABLE_LIST', `The list of tables ${path} cannot be read: ${(thrown as Error).message}`, { cause: thrown });
  }
  return Object.entries(listed).map(([name, { files, codec, options, columns }]) => {
    const refuse = (problem: string) => userError('TABLE_LIST', `${path}: the table ${name} ${problem}`);
    if (!Array.isArray(files) || files.length === 0) throw refuse('wants "files": a list of paths');
    if (codec !== undefined && typeof codec !== 'string') throw refuse('wants "codec": the name of a format');
    if (typeof columns !== 'object' || columns === null) throw refuse('wants "columns": an object of types by name');
    return {
      name,
      files: files.map(String),
      ...(typeof codec === 'string' && { codec }),
      options: (options ?? {}) as FormatOptions,
      fields: Object.entries(columns).map(([column, type]) => ({
        name: column,
        type: { id: typeNamed(String(type), refuse) },
        nullable: true,
      })),
    };
  });
}

function typeNamed(text: string, refuse: (problem: string) => Error): SimpleTypeId {
  const found = SIMPLE_TYPES.find((id) => id === text.toUpperCase());
  if (found === undefined) throw refuse(`has a column of type ${text}; there are ${SIMPLE_TYPES.join(', ')}`);
  return found;
}
