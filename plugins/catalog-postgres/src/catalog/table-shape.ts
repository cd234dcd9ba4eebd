import { createHash } from 'node:crypto';
import { type Field, type JsonValue, type ScanSource, type TableStatistics, userError } from '@arbalest/spi';
import type { DatabaseConfig } from '../config.js';
import type { ColumnRead, ScanOptions } from '../types/column-read.js';
import { columnType } from '../types/column-type.js';
import type { Relation } from './relation.js';

export interface TableShape {
  readonly source: ScanSource;
  readonly statistics: TableStatistics;
  /** Differs when anything does that a plan is made of. */
  readonly version: string;
}

/** From this version on a column may be declared NOT NULL before all its rows are looked through. */
const UNVALIDATED_NOT_NULL = 180_000;

/** @throws user error `POSTGRES_COLUMNS` for a table that has none, or two that differ only in case */
export function tableShape(relation: Relation, catalog: string, { numeric }: Pick<DatabaseConfig, 'numeric'>): TableShape {
  const table = [catalog, relation.schema, relation.name].join('.');
  refuseColumns(relation, table);
  const types = relation.columns.map((column) => columnType(column, numeric));
  const fields = relation.columns.map(({ name, notNull }, i): Field => ({
    name,
    type: types[i]!.type,
    nullable: !notNull || relation.serverVersion >= UNVALIDATED_NOT_NULL,
  }));
  const columns: Record<string, ColumnRead> = Object.fromEntries(relation.columns.map(({ name }, i) => [name, types[i]!.read]));
  const options: ScanOptions = {
    ...{ catalog, schema: relation.schema, table: relation.name, columns },
    checkText: relation.encoding === 'SQL_ASCII',
    textOrder: relation.encoding === 'UTF8',
  };
  const source = { table, codec: 'postgres', options: options as unknown as Readonly<Record<string, JsonValue>>, fields };
  const version = createHash('sha256')
    .update(JSON.stringify([relation.oid, relation.kind, source]))
    .digest('hex');
  return { source, statistics: statisticsOf(relation), version };
}

/** Estimates all: the smallest and largest values of a sample are bounds of nothing, and stay out. */
function statisticsOf(relation: Relation): TableStatistics {
  const rows = estimatedRows(relation);
  const columns =
    rows === undefined
      ? {}
      : Object.fromEntries(
          Object.entries(relation.statistics).map(([name, { distinct, nullFraction }]) => [
            name,
            { distinct: Math.round(distinct < 0 ? -distinct * rows : distinct), nulls: Math.round(nullFraction * rows) },
          ]),
        );
  return {
    ...(rows === undefined ? {} : { rows }),
    exact: false,
    ...(relation.bytes === null ? {} : { bytes: relation.bytes }),
    columns,
  };
}

/** As PostgreSQL's own planner estimates: rows in a block as they were when analysed, times the blocks there are now. */
function estimatedRows({ analyzedRows, analyzedBlocks, blocks }: Relation): number | undefined {
  if (analyzedRows === null || analyzedRows < 0) return blocks === 0 ? 0 : undefined;
  return Math.round(blocks !== null && analyzedBlocks > 0 ? (analyzedRows / analyzedBlocks) * blocks : analyzedRows);
}

function refuseColumns({ columns }: Relation, table: string): void {
  if (columns.length === 0) throw userError('POSTGRES_COLUMNS', `${table} has no columns, so there is nothing to read`);
  const seen = new Map<string, string>();
  for (const { name } of columns) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined)
      throw userError(
        'POSTGRES_COLUMNS',
        `${table} has columns "${other}" and "${name}", which are one to SQL here; make a view in PostgreSQL that calls one of them something else`,
      );
    seen.set(name.toLowerCase(), name);
  }
}
