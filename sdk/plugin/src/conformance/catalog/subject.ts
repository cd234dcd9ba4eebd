import type { Catalog, Codec, Field, PathTableRequest, TableName } from '@arbalest/spi';
import type { ColumnValue } from '../../testing/index.js';

/** A catalog as an author describes it to the suite. */
export interface CatalogSubject {
  /** A catalog over a source of its own with one table in it. Called several times; places do not see each other. */
  readonly open: () => Promise<OpenCatalog>;
}

export interface OpenCatalog {
  readonly catalog: Catalog;
  /** A table that is there. */
  readonly table: KnownTable;
  /** Codecs by their id, among them those that the catalog's tables name. */
  codec(id: string): Codec | undefined;
  /** Changes the rows of `table` behind the catalog's back, and says what they are then. Absent where nobody can. */
  change?(): Promise<readonly (readonly ColumnValue[])[]>;
  /** A path that is a table, and one of the same kind where nothing is. Needed where the catalog has `pathTable`. */
  readonly path?: {
    readonly request: PathTableRequest;
    readonly rows: readonly (readonly ColumnValue[])[];
    readonly missing: PathTableRequest;
  };
  /** Where tables are made. Needed where the catalog has `create`. */
  readonly making?: CatalogMaking;
  /** A path to which COPY may write, and at which nothing is. Needed where the catalog has `copyTarget`. */
  readonly copyPath?: { readonly path: string; readonly baseDirectory: string; readonly codec: string };
  /** Makes the source stop answering, until the returned function is called. */
  stall?(): Promise<() => Promise<void>>;
  close?(): Promise<void>;
}

export interface KnownTable {
  readonly name: TableName;
  readonly fields: readonly Field[];
  /** At least three. The values of the first column differ. */
  readonly rows: readonly (readonly ColumnValue[])[];
}

export interface CatalogMaking {
  readonly baseDirectory: string;
  /** @default the default schema */
  readonly schema?: string;
  /** Columns of the tables that are made. @default i BIGINT, s VARCHAR */
  readonly fields?: readonly Field[];
}
