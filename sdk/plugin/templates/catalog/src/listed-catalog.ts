import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import {
  sameType,
  userError,
  type Catalog,
  type Codec,
  type CodecRegistry,
  type FileRef,
  type SplitsRequest,
  type Table,
  type TableName,
} from '@arbalest/spi';
import { listedFiles } from './listed-files.js';
import { readTableList, type ListedTable } from './table-list.js';

const SCHEMA = 'main';

/** Tables that a JSON file lists: their files, and the columns that are declared for them. The list and the files are looked at for each statement. */
export class ListedCatalog implements Catalog {
  readonly id = 'plugin_name';
  /** What the codec said of a table, as long as neither the list nor its files change. */
  private readonly known = new Map<string, Table>();

  constructor(
    private readonly path: string,
    private readonly codecs: CodecRegistry,
  ) {}

  async list(): Promise<readonly TableName[]> {
    return (await readTableList(this.path)).map(({ name }) => this.nameOf(name));
  }

  async table({ catalog = this.id, schema = SCHEMA, name }: TableName, signal: AbortSignal): Promise<Table | undefined> {
    if (catalog !== this.id || schema !== SCHEMA) return undefined;
    const listed = (await readTableList(this.path)).find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (listed === undefined) return undefined;
    signal.throwIfAborted();
    const files = await listedFiles(name, listed.files, dirname(this.path));
    const version = createHash('sha256')
      .update(JSON.stringify([listed, files]))
      .digest('hex');
    const before = this.known.get(listed.name);
    if (before?.version === version) return before;
    const table = await this.described(listed, files, version, signal);
    this.known.set(listed.name, table);
    return table;
  }

  private async described(listed: ListedTable, files: readonly FileRef[], version: string, signal: AbortSignal): Promise<Table> {
    const { name, options, fields } = listed;
    if (files.length === 0) return tableOf(this.nameOf(name), version, listed, files, undefined);
    const codec = this.codecOf(listed, files[0]!);
    const shape = await codec.describe(files, options, signal, fields);
    for (const field of fields) {
      const met = shape.fields.find((each) => each.name === field.name);
      if (met === undefined) throw mismatch(name, `lacks the column ${field.name}`);
      if (!sameType(met.type, field.type)) throw mismatch(name, `has ${field.name} as ${met.type.id}, declared as ${field.type.id}`);
    }
    return tableOf(this.nameOf(name), version, { ...listed, options: shape.options }, files, codec, shape.statistics);
  }

  private codecOf({ name, codec }: ListedTable, { path }: FileRef): Codec {
    const found = codec === undefined ? this.codecs.forPath(path) : this.codecs.get(codec);
    if (found !== undefined) return found;
    const there = this.codecs.list().map(({ id }) => id);
    throw userError('CODEC_NOT_FOUND', `No codec reads the table ${name} (${codec ?? path}); give it one of: ${there.join(', ')}`, {
      candidates: there,
    });
  }

  private nameOf(name: string): TableName {
    return { catalog: this.id, schema: SCHEMA, name };
  }
}

/** A table as it is now; it keeps its files whatever becomes of the list. */
function tableOf(
  name: TableName,
  version: string,
  { options, fields }: ListedTable,
  files: readonly FileRef[],
  codec: Codec | undefined,
  statistics: Table['statistics'] = { rows: 0, exact: true, bytes: 0 },
): Table {
  const source = { table: name.name, codec: codec?.id ?? '', options, fields };
  return {
    name,
    version,
    source,
    statistics,
    splits: async (request: SplitsRequest) => (codec === undefined ? [] : codec.splits({ ...request, files, source })),
  };
}

function mismatch(table: string, problem: string): Error {
  return userError('SCHEMA_MISMATCH', `The table ${table} ${problem}; mend its "columns" in the list of tables`);
}
