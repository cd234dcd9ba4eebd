import type { DuckDbOracle } from '@arbalest/test-kit';
import type { Question, Questions } from './question.js';
import { questionWithRows } from './tpch.js';

/** The rows that are written. Their key is (l_orderkey, l_linenumber). */
const ROWS = 'SELECT l_orderkey, l_linenumber, l_quantity, l_comment FROM lineitem';

/** A table is made, rows are put into it twice, and after each write every row must be there exactly as often as it was written. */
export async function writingRounds(oracle: DuckDbOracle): Promise<(table: string) => Questions> {
  const [[rows]] = (await oracle.rows('SELECT count(*) FROM lineitem')) as [[string]];
  const times = (table: string, count: number): Question =>
    questionWithRows(
      'rows of table',
      `SELECT copies, count(*) AS keys FROM (SELECT l_orderkey, l_linenumber, count(*) AS copies FROM ${table} GROUP BY ALL) GROUP BY ALL`,
      [[String(count), rows]],
    );
  return function* round(table) {
    const made = yield write('create table', `CREATE TABLE ${table} AS ${ROWS}`);
    if (made.verdict !== 'right') return;
    for (let count = 1; ; count++) {
      yield times(table, count);
      if (count === 3) break;
      const added = yield write('insert', `INSERT INTO ${table} ${ROWS}`);
      // Nobody can say then how often a row should be there.
      if (added.verdict !== 'right') return;
    }
    yield write('drop table', `DROP TABLE ${table}`);
  };
}

function write(name: string, sql: string): Question {
  return { name, sql, difference: () => undefined };
}
