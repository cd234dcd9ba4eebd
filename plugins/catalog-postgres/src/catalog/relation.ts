/** What PostgreSQL's catalog says of a relation: the object that `DESCRIBE_RELATION` makes. */
export interface Relation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** `pg_class.relkind`: r table, p partitioned, v view, m materialised view, f foreign. */
  readonly kind: 'r' | 'p' | 'v' | 'm' | 'f';
  /** E.g. 150004. */
  readonly serverVersion: number;
  /** Of text in this database, e.g. `UTF8`. */
  readonly encoding: string;
  /** Rows when it was last analysed; below 0 or null for never. */
  readonly analyzedRows: number | null;
  readonly analyzedBlocks: number;
  /** Blocks there are now; null where it has no storage of its own. */
  readonly blocks: number | null;
  /** With what is stored out of line. */
  readonly bytes: number | null;
  readonly columns: readonly RelationColumn[];
  /** By column name; only what was analysed. */
  readonly statistics: Readonly<Record<string, RelationStatistics>>;
  /** Columns in order; null for none. */
  readonly primaryKey: readonly string[] | null;
}

export interface RelationColumn {
  readonly name: string;
  readonly notNull: boolean;
  readonly oid: number;
  readonly modifier: number;
  readonly elementOid: number | null;
  readonly deterministic: boolean | null;
}

export interface RelationStatistics {
  readonly nullFraction: number;
  /** Distinct values, or, below 0, their share of the rows. */
  readonly distinct: number;
  /** Of the order of values with that of storage, -1 to 1; null where values have no order. */
  readonly correlation: number | null;
}
