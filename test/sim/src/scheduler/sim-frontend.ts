import { type Frontend, type LogicalPlan, type PlanContext, type Statement, type StatementBody, userError } from '@arbalest/spi';
import type { SimQuery } from '../data/sim-query.js';
import { ROW_FIELDS } from '../data/stage-op.js';

/**
 * A language of few words: `query q1`, `insert table q1`, `create table q1`, `view v q1`, `drop v`. What it makes of a query names the query; `planStages` of the
 * scheduler's options finds its stages by that.
 */
export class SimFrontend implements Frontend {
  readonly id = 'sim';

  constructor(
    private readonly queries: ReadonlyMap<string, SimQuery>,
    private readonly think: () => Promise<void>,
  ) {}

  async parse(script: string): Promise<readonly Statement[]> {
    return [{ text: script, position: 0, ...bodyOf(script) }];
  }

  async plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    await this.think();
    const known = this.queries.get(query);
    if (!known) throw userError('QUERY_UNKNOWN', `There is no query ${query}`);
    const relations = await Promise.all(known.tables.map((name) => context.resolve({ name })));
    const tables = relations.map((relation) => {
      if (relation?.kind !== 'table') throw userError('TABLE_NOT_FOUND', `Query ${query} reads a table that is not there`);
      return relation.table;
    });
    return { plan: namedPlan(query), fields: ROW_FIELDS, tables };
  }

  async close(): Promise<void> {}
}

/** The query that a plan names. */
export function queryNameOf(plan: LogicalPlan['plan']): string {
  return (plan as unknown as { values: { value: string }[][] }).values[0]![0]!.value;
}

function namedPlan(name: string): LogicalPlan['plan'] {
  const type = { id: 'VARCHAR' };
  return { kind: 'values', types: [type], values: [[{ kind: 'constant', value: name, type }]] } as LogicalPlan['plan'];
}

function bodyOf(script: string): StatementBody {
  const [word, first = '', second = ''] = script.split(' ');
  switch (word) {
    case 'insert':
      return { kind: 'insert', table: { name: first }, query: second };
    case 'create':
      return {
        kind: 'create-table',
        name: { name: first },
        query: second,
        options: {},
        partitionBy: [],
        ifNotExists: false,
        orReplace: false,
      };
    case 'view':
      return { kind: 'create-view', name: { name: first }, query: second, orReplace: false, ifNotExists: false };
    case 'drop':
      return { kind: 'drop', object: 'view', name: { name: first }, ifExists: false };
    default:
      return { kind: 'query', query: first };
  }
}
