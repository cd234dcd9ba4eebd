import type { Catalog, Field, Split, SplitsRequest, Table, TableName } from '@arbalest/spi';
import type { ColumnValue } from '../../testing/index.js';
import { RowsCodec } from '../executor/rows-codec.js';
import type { CatalogSubject } from '../index.js';

export type Rows = readonly (readonly ColumnValue[])[];

const FIELDS: readonly Field[] = [
  { name: 'i', type: { id: 'BIGINT' }, nullable: false },
  { name: 's', type: { id: 'VARCHAR' }, nullable: true },
];

/** One table in memory, for reading. */
export class MemoryCatalog implements Catalog {
  readonly id = 'memory';
  protected changes = 0;

  constructor(protected rows: Rows) {}

  /** The codec of the rows as they are now. */
  get codec(): RowsCodec {
    return new RowsCodec(FIELDS, this.rows);
  }

  change(): Rows {
    this.changes++;
    return (this.rows = [...this.rows, [100 + this.changes, 'new']]);
  }

  list(signal: AbortSignal): Promise<readonly TableName[]> {
    return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve([{ name: 'known' }]);
  }

  table({ name, schema }: TableName, signal: AbortSignal): Promise<Table | undefined> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    return Promise.resolve(name === 'known' && schema === undefined ? this.known(this.codec) : undefined);
  }

  protected known(codec: RowsCodec): Table {
    const source = { ...codec.source, fields: FIELDS };
    return {
      name: { name: 'known' },
      version: this.version(),
      source,
      statistics: { rows: codec.rows.length, exact: true },
      splits: (request) => this.splits(codec, request),
    };
  }

  protected version(): string {
    return `known-${this.changes}`;
  }

  protected splits(codec: RowsCodec, { targetBytes }: SplitsRequest): Promise<readonly Split[]> {
    return codec.splits({ targetBytes });
  }
}

/** The suite's view of a memory catalog. */
export function memoryCatalogSubject(catalogOf: (rows: Rows) => MemoryCatalog): CatalogSubject {
  const rows: Rows = [[1, 'one'], [2, 'two'], [3, null], [4, 'four']]; // prettier-ignore
  return {
    open: () => {
      const catalog = catalogOf(rows);
      return Promise.resolve({
        catalog,
        table: { name: { name: 'known' }, fields: FIELDS, rows },
        codec: (id) => (id === catalog.codec.id ? catalog.codec : undefined),
        change: () => Promise.resolve(catalog.change()),
      });
    },
  };
}
