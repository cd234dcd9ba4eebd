import {
  type Catalog,
  type CopyTargetRequest,
  type Table,
  type TableDefinition,
  type TableName,
  type TableWriter,
  userError,
} from '@arbalest/spi';

/** A catalog of the tables that a test gave it. */
export class FakeCatalog implements Catalog {
  readonly created: TableDefinition[] = [];
  readonly copies: CopyTargetRequest[] = [];
  private readonly tables = new Map<string, Table>();

  constructor(
    readonly id: string,
    tables: readonly Table[] = [],
    /** For tables made later and for COPY. */
    private readonly writer?: TableWriter,
  ) {
    for (const table of tables) this.tables.set(table.name.name, table);
  }

  async list(): Promise<readonly TableName[]> {
    return [...this.tables.values()].map((table) => table.name);
  }

  async table({ name }: TableName): Promise<Table | undefined> {
    return this.tables.get(name);
  }

  async create(definition: TableDefinition): Promise<Table> {
    this.created.push(definition);
    const source = {
      table: definition.name.name,
      codec: definition.codec ?? 'fake',
      options: definition.options,
      fields: definition.fields ?? [],
    };
    const table: Table = {
      name: definition.name,
      version: '1',
      source,
      statistics: {},
      splits: async () => [],
      ...(this.writer ? { writer: this.writer } : {}),
    };
    if (!definition.pending) this.tables.set(definition.name.name, table);
    return table;
  }

  async drop({ name }: TableName): Promise<void> {
    if (!this.tables.delete(name)) throw userError('TABLE_NOT_FOUND', `There is no table ${name}`);
  }

  async copyTarget(request: CopyTargetRequest): Promise<TableWriter> {
    this.copies.push(request);
    if (!this.writer) throw userError('COPY_UNSUPPORTED', 'This catalog writes nothing');
    return this.writer;
  }
}
