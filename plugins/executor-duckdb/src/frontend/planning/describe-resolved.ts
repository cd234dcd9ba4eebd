import type { DataType, Field } from '@arbalest/spi';
import { SCAN_FUNCTION } from '../decode/scans.js';
import { renderQuery } from '../references/resolved-query.js';
import { plannedRows } from './estimates.js';
import { plannedFields, type PlanningTask, resultFields } from './plan-resolved.js';
import type { PlanningPool } from './planning-pool.js';

export interface ResolvedDescription {
  /** By name; without those that the statement leaves open. */
  readonly types: ReadonlyMap<string, DataType>;
  /** Absent where they depend on the parameters' values. */
  readonly fields?: readonly Field[];
}

/**
 * What DuckDB says of a query with parameters when it is prepared. Nothing at all where it cannot be prepared without values.
 *
 * @param target types of the columns that the rows are to be put into
 */
export function describeResolved(pool: PlanningPool, task: PlanningTask, target?: readonly DataType[]): Promise<ResolvedDescription> {
  const planningTables = task.tables.map((table) => ({ fields: plannedFields(table), rows: plannedRows(table) }));
  return pool.withTables(planningTables, async (ids) => {
    const { text } = renderQuery(task.query, (table) => `${SCAN_FUNCTION}(${ids[table]})`);
    const { stubs } = task.functions;
    const prepared = await pool.use('full', task.settings, task.signal, (connection) => {
      connection.registerStubs(stubs);
      return connection.prepare(text, target);
    });
    const { types = new Map<string, DataType>(), columns } = prepared ?? {};
    return { types, ...(columns ? { fields: resultFields(columns, task, ids) } : {}) };
  });
}
