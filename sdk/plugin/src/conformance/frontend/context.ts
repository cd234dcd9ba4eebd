import type { Field, PlanContext, Table, TableName } from '@arbalest/spi';
import { never } from '../never.js';

const field = (name: string, id: 'BIGINT' | 'VARCHAR' | 'DATE'): Field => ({ name, type: { id }, nullable: true });

export const NUMBERS: readonly Field[] = [field('i', 'BIGINT'), field('s', 'VARCHAR')];
export const DATES: readonly Field[] = [field('i', 'BIGINT'), field('day', 'DATE')];

/** A table that nobody may read: front ends open nothing. */
export function closedTable(name: string, fields: readonly Field[]): Table {
  return {
    name: { name },
    version: `${name}-1`,
    source: { table: name, codec: 'conformance-rows', options: {}, fields },
    statistics: { rows: 1000, bytes: 10_000 },
    splits: () => Promise.reject(new Error('A front end must not read tables')),
  };
}

/** What is asked of a plan's surroundings. */
export interface WatchedContext extends PlanContext {
  readonly resolved: readonly string[];
  readonly paths: readonly string[];
}

/** Knows the tables `numbers` and `dates`, and the view `evens`. */
export function planContext(view: string, more: Partial<PlanContext> = {}): WatchedContext {
  const resolved: string[] = [];
  const paths: string[] = [];
  const tables = new Map([closedTable('numbers', NUMBERS), closedTable('dates', DATES)].map((table) => [table.name.name, table]));
  return {
    resolved,
    paths,
    parameters: [],
    settings: {},
    codecFunctions: new Map(),
    signal: never,
    resolve({ name }: TableName) {
      resolved.push(name);
      const table = tables.get(name.toLowerCase());
      if (table !== undefined) return Promise.resolve({ kind: 'table', table });
      return Promise.resolve(name.toLowerCase() === 'evens' ? { kind: 'view', query: view } : undefined);
    },
    resolvePaths(asked) {
      paths.push(...asked);
      return Promise.resolve(closedTable('rows.csv', NUMBERS));
    },
    names: () => Promise.resolve([{ name: 'numbers' }, { name: 'dates' }, { name: 'evens' }]),
    ...more,
  };
}
