import type { DuckDbOracle } from '@arbalest/test-kit';
import type { Question } from './question.js';
import { questionWithRows } from './tpch.js';

const PREFIX = 'chaos';

/** Defines those that are called, which an image of the conformance suite has. */
export function defineFunctions(image: string): string[] {
  const define = (name: string, signature: string): string =>
    `CREATE FUNCTION ${PREFIX}_${name}${signature} LANGUAGE python AS IMAGE '${image}' HANDLER '${name}' WITH (volatility = 'immutable')`;
  return [define('add', '(a BIGINT, b BIGINT) RETURNS BIGINT'), define('upper', '(text VARCHAR) RETURNS VARCHAR')];
}

/** Calls of immutable functions, which may be made again wherever a container dies. */
export async function functionQuestions(oracle: DuckDbOracle): Promise<Question[]> {
  const ask = async (name: string, sql: string, plain: string): Promise<Question> => questionWithRows(name, sql, await oracle.rows(plain));
  return [
    await ask(
      'call',
      `SELECT l_returnflag, sum(${PREFIX}_add(l_orderkey, l_linenumber)) AS total FROM lineitem GROUP BY 1`,
      'SELECT l_returnflag, sum(l_orderkey + l_linenumber) FROM lineitem GROUP BY 1',
    ),
    await ask(
      'call by row',
      `SELECT ${PREFIX}_upper(n_name) AS name, count(*) AS customers FROM nation JOIN customer ON c_nationkey = n_nationkey GROUP BY 1`,
      'SELECT upper(n_name), count(*) FROM nation JOIN customer ON c_nationkey = n_nationkey GROUP BY 1',
    ),
  ];
}
