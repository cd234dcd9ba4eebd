import {
  quoteName,
  type ScanSource,
  type Split,
  type SplitsRequest,
  type Table,
  type TableName,
  type TableStatistics,
} from '@arbalest/spi';
import type { SplitPayload, SplitRange } from '../codec/split-range.js';
import type { Database } from '../connection/database.js';
import { HISTOGRAM } from './description.sql.js';
import { blockRanges, cutBy, integerBounds, keyRanges } from './ranges.js';
import type { Relation } from './relation.js';
import type { TableShape } from './table-shape.js';
import { tableSql } from '../codec/scan-sql.js';

/** A table is cut into so many pieces at the most: each is a connection's transaction. */
const MOST_SPLITS = 64;

export interface PostgresTableOptions {
  readonly name: TableName;
  readonly relation: Relation;
  readonly shape: TableShape;
  readonly version: string;
  readonly database: Database;
  /** The snapshot that it is read in: the same for all tables of the statement. */
  readonly takeSnapshot: () => Promise<string>;
}

/** A relation of PostgreSQL as one statement sees it: what it was when it was asked for, and, from the first cut on, one snapshot of its rows. */
export class PostgresTable implements Table {
  readonly name: TableName;
  readonly version: string;
  readonly source: ScanSource;
  readonly statistics: TableStatistics;
  readonly #options: PostgresTableOptions;

  constructor(options: PostgresTableOptions) {
    this.name = options.name;
    this.version = options.version;
    this.source = options.shape.source;
    this.statistics = options.shape.statistics;
    this.#options = options;
  }

  async splits({ targetBytes, signal }: SplitsRequest): Promise<readonly Split[]> {
    const snapshot = await this.#options.takeSnapshot();
    const { bytes = 0, rows } = this.statistics;
    const count = Math.max(1, Math.min(MOST_SPLITS, Math.ceil(bytes / targetBytes)));
    const ranges = count === 1 ? [undefined] : await this.#ranges(count, signal);
    return ranges.map((range): Split => {
      const payload: SplitPayload = { snapshot, ...(range ? { range } : {}) };
      return {
        codec: this.source.codec,
        file: { path: this.source.table, size: 0, version: this.version },
        estimatedBytes: Math.ceil(bytes / ranges.length),
        ...(rows === undefined ? {} : { estimatedRows: Math.ceil(rows / ranges.length) }),
        payload: { ...payload },
      };
    });
  }

  async #ranges(count: number, signal: AbortSignal): Promise<readonly (SplitRange | undefined)[]> {
    const { relation, shape } = this.#options;
    const by = cutBy(relation, shape);
    if (by?.kind === 'key') {
      const bounds = (await this.#histogram(by.column, signal)) ?? (by.isInteger ? await this.#span(by.column, count, signal) : undefined);
      if (bounds && bounds.length > 1) return keyRanges(by, bounds, count);
    }
    // Rows that came after the blocks were counted are none of the snapshot's.
    return relation.blocks === null || by === undefined ? [undefined] : blockRanges(relation.blocks, count);
  }

  async #histogram(column: string, signal: AbortSignal): Promise<readonly string[] | undefined> {
    const { database, relation } = this.#options;
    const values = [relation.schema, relation.name, column, relation.kind === 'p'];
    const [found] = await database.rows<{ bounds: string[] | null }>(HISTOGRAM, values, signal);
    return found?.bounds ?? undefined;
  }

  /** Two looks into the key's index. */
  async #span(column: string, count: number, signal: AbortSignal): Promise<readonly string[] | undefined> {
    const { database, relation } = this.#options;
    const name = quoteName(column);
    const text = `SELECT min(${name})::text AS least, max(${name})::text AS most FROM ${tableSql({ schema: relation.schema, table: relation.name })}`;
    const [found] = await database.rows<{ least: string | null; most: string | null }>(text, [], signal);
    return found?.least && found.most ? integerBounds(found.least, found.most, count) : undefined;
  }
}
