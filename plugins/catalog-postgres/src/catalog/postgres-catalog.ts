import { randomUUID } from 'node:crypto';
import { type Catalog, type Table, type TableName, userError } from '@arbalest/spi';
import type { Connection, Database } from '../connection/database.js';
import { DESCRIBE_RELATION, FIND_RELATION, LIST_RELATIONS } from './description.sql.js';
import { PostgresTable } from './postgres-table.js';
import type { Relation } from './relation.js';
import type { SnapshotTable } from './statement-snapshot.js';
import { StatementSnapshots } from './statement-snapshots.js';
import { tableShape, type TableShape } from './table-shape.js';

interface Found {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
}

/** The tables of one database. Read-only: they are made and filled in PostgreSQL. */
export class PostgresCatalog implements Catalog {
  readonly id: string;
  readonly #database: Database;
  readonly #snapshots: StatementSnapshots;
  /**
   * Part of every table's version: a snapshot ends with the process that keeps it, so a scheduler that takes over another one's statement must not take its splits for good.
   */
  readonly #process = randomUUID();

  constructor(database: Database) {
    this.id = database.catalog;
    this.#database = database;
    this.#snapshots = new StatementSnapshots(database);
  }

  async list(signal: AbortSignal): Promise<readonly TableName[]> {
    const { schemas } = this.#database.config;
    const rows = await this.#database.rows<Found>(LIST_RELATIONS, [schemas ?? null], signal);
    return rows.map(({ schema, name }) => ({ schema, name }));
  }

  async table(name: TableName, signal: AbortSignal): Promise<Table | undefined> {
    const found = await this.#find(name, signal);
    if (!found) return undefined;
    const [row] = await this.#database.rows<{ description: Relation }>(DESCRIBE_RELATION, [found.oid], signal);
    if (!row) return undefined;
    const relation = row.description;
    const shape = this.#shape(relation);
    const snapshot = this.#snapshots.of(signal);
    const part: SnapshotTable = {
      schema: relation.schema,
      table: relation.name,
      isLockable: ['r', 'p', 'v'].includes(relation.kind),
      isUnchanged: (connection) => this.#isUnchanged(connection, found.oid, shape, signal),
    };
    snapshot.add(part);
    return new PostgresTable({
      name: { catalog: this.id, schema: relation.schema, name: relation.name },
      version: `${shape.version}/${this.#process}`,
      ...{ relation, shape, database: this.#database, takeSnapshot: () => snapshot.take(part) },
    });
  }

  /** Ends what statements that still run hold. */
  async close(): Promise<void> {
    this.#snapshots.close();
    await this.#database.close();
  }

  #shape(relation: Relation): TableShape {
    return tableShape(relation, this.id, this.#database.config);
  }

  async #isUnchanged(connection: Connection, oid: string, { version }: TableShape, signal: AbortSignal): Promise<boolean> {
    const { rows } = await connection.run<{ description: Relation }>(DESCRIBE_RELATION, [oid], signal);
    return rows[0] !== undefined && this.#shape(rows[0].description).version === version;
  }

  /** As it is written first, then regardless of case, as names are in SQL. @throws user error `TABLE_AMBIGUOUS` */
  async #find({ schema, name }: TableName, signal: AbortSignal): Promise<Found | undefined> {
    // PostgreSQL takes no text with it, so nothing has such a name.
    if (`${schema ?? ''}${name}`.includes('\0')) return undefined;
    const { schemas } = this.#database.config;
    const places = schema === undefined ? (schemas ?? ['public']) : [schema];
    for (const anyCase of [false, true]) {
      for (const place of places) {
        const rows = await this.#database.rows<Found>(FIND_RELATION, [place, name, anyCase], signal);
        const found = rows.filter((row) => this.#isShown(row.schema));
        if (found.length > 1) throw ambiguous(this.id, found);
        if (found[0]) return found[0];
      }
    }
    return undefined;
  }

  #isShown(schema: string): boolean {
    const { schemas } = this.#database.config;
    return schemas ? schemas.includes(schema) : schema !== 'information_schema' && !schema.startsWith('pg_');
  }
}

function ambiguous(catalog: string, found: readonly Found[]): Error {
  const names = found.map(({ schema, name }) => `${catalog}.${schema}.${name}`);
  return userError('TABLE_AMBIGUOUS', `${names.join(' and ')} differ only in case; write the name as one of them is written`, {
    candidates: names,
  });
}
