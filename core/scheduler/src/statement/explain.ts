import { type Statement, userError } from '@arbalest/spi';
import { analysisJson, analysisText } from './analysis.js';
import type { Action } from './action.js';
import { type LocalTable, textColumn } from './local-table.js';
import { bindQuery, cutQuery, planQuery } from './plan-query.js';
import type { StatementContext } from './statement-context.js';

type Explain = Statement & { kind: 'explain' };

/** EXPLAIN: the stages as they would be. EXPLAIN ANALYZE: the stages as they were, once the query has run and its rows were thrown away. */
export async function explain(statement: Explain, context: StatementContext): Promise<Action> {
  const query = queryOf(statement);
  if (statement.analyze) {
    const planned = await planQuery(query, statement.statement, context);
    const { explainText } = context.planning;
    return {
      kind: 'run',
      query: planned,
      result: {
        to: 'report',
        report: (graph) =>
          printed(
            statement,
            () => analysisText(graph, explainText),
            () => analysisJson(graph),
          ),
      },
    };
  }
  const { stages } = cutQuery(await bindQuery(query, statement.statement, context), context);
  const { explainText, explainJson } = context.planning;
  return {
    kind: 'answer',
    table: printed(
      statement,
      () => explainText(stages),
      () => explainJson(stages),
    ),
  };
}

/** What may be explained is the query in a statement; that of a statement which writes can be shown but not run for show. */
function queryOf({ statement, analyze }: Explain): string {
  if ('query' in statement && statement.query !== undefined) {
    if (!analyze || statement.kind === 'query') return statement.query;
    throw userError(
      'EXPLAIN_ANALYZE',
      `EXPLAIN ANALYZE runs the statement, so it takes queries only, not ${statement.kind}; EXPLAIN shows the plan of its query`,
    );
  }
  throw userError('EXPLAIN', `EXPLAIN takes statements that hold a query; ${statement.kind} has no plan`);
}

function printed({ format }: Explain, text: () => string, json: () => unknown): LocalTable {
  const content = format === 'json' ? JSON.stringify(json(), null, 2) : text();
  return { fields: [textColumn('plan')], rows: format === 'json' ? [[content]] : content.split('\n').map((line) => [line]) };
}
