/** How a query writes calls of functions: in Arbalest's SQL, or as what plain DuckDB computes instead. */
export interface Calls {
  add(a: string, b: string): string;
  upper(text: string): string;
  /** 1 for NULL, else 0. */
  isNull(value: string): string;
  /** Fails for 7. */
  failOn(value: string): string;
  answer(): string;
  /** What stands behind the aggregate's parentheses: FILTER, OVER. */
  sumSquares(value: string, behind?: string): string;
  weightedAverage(value: string, weight: string, behind?: string): string;
  /** `before` is DISTINCT or nothing. */
  joinSorted(text: string, before?: string): string;
  countRows(behind?: string): string;
  /** A FROM item with columns `part` and `position`. */
  split(text: string, separator: string, alias: string): string;
  series(n: string, alias: string): string;
}

/** Calls of the functions of udf-runtimes/conformance/FUNCTIONS.md, under names that begin with `prefix`. */
export function userCalls(prefix: string): Calls {
  return {
    add: (a, b) => `${prefix}_add(${a}, ${b})`,
    upper: (text) => `${prefix}_upper(${text})`,
    isNull: (value) => `${prefix}_is_null(${value})`,
    failOn: (value) => `${prefix}_fail_on(${value})`,
    answer: () => `${prefix}_answer()`,
    sumSquares: (value, behind = '') => `${prefix}_sum_squares(${value}) ${behind}`,
    weightedAverage: (value, weight, behind = '') => `${prefix}_weighted_average(${value}, ${weight}) ${behind}`,
    joinSorted: (text, before = '') => `${prefix}_join_sorted(${before} ${text})`,
    countRows: (behind = '') => `${prefix}_count_rows() ${behind}`,
    split: (text, separator, alias) => `${prefix}_split(${text}, ${separator}) AS ${alias}(part, position)`,
    series: (n, alias) => `${prefix}_series(${n}) AS ${alias}(i)`,
  };
}

export const plainCalls: Calls = {
  add: (a, b) => `((${a})::BIGINT + (${b})::BIGINT)`,
  upper: (text) => `upper(${text})`,
  isNull: (value) => `(CASE WHEN (${value}) IS NULL THEN 1 ELSE 0 END)`,
  failOn: (value) => `(${value})`,
  answer: () => '42',
  sumSquares: (value, behind = '') => `coalesce(sum((${value})::DOUBLE * (${value})::DOUBLE) ${behind}, 0)`,
  weightedAverage: (value, weight, behind = '') =>
    `(sum((${value})::DOUBLE * (${weight})::DOUBLE) ${behind} / sum(CASE WHEN (${value}) IS NOT NULL THEN (${weight})::DOUBLE END) ${behind})`,
  joinSorted: (text) => `string_agg(DISTINCT ${text}, ',' ORDER BY ${text})`,
  countRows: (behind = '') => `count(*) ${behind}`,
  split: (text, separator, alias) =>
    `LATERAL (SELECT unnest(string_split(${text}, ${separator})), unnest(range(1, len(string_split(${text}, ${separator})) + 1))::INTEGER) AS ${alias}(part, position)`,
  series: (n, alias) => `LATERAL (SELECT unnest(range(${n}))::INTEGER) AS ${alias}(i)`,
};

type Query = readonly [what: string, sql: (calls: Calls) => string];

/** Functions in every place where an expression may stand. Tables are those of TPC-H. */
export const QUERIES: readonly Query[] = [
  ['the select list', (f) => `SELECT o_orderkey, ${f.add('o_orderkey', 'o_custkey')} FROM orders`],
  ['a constant', (f) => `SELECT ${f.add('1', '2')}, ${f.answer()}`],
  ['a constant beside rows', (f) => `SELECT n_name, ${f.add('1', '2')} + n_nationkey FROM nation`],
  ['a parameterless function for each row', (f) => `SELECT count(*), sum(${f.answer()}) FROM nation`],
  ['WHERE', (f) => `SELECT count(*) FROM lineitem WHERE ${f.add('l_orderkey', 'l_linenumber')} % 3 = 0`],
  ['WHERE with plain conditions', (f) => `SELECT count(*) FROM lineitem WHERE l_quantity < 10 AND ${f.upper('l_comment')} LIKE '%SLEEP%'`],
  [
    'WHERE below a join',
    (f) => `SELECT n_name, count(*) FROM customer JOIN nation ON c_nationkey = n_nationkey WHERE ${f.upper('n_name')} < 'F' GROUP BY 1`,
  ],
  [
    'a join condition on one side each',
    (f) => `SELECT count(*) FROM orders JOIN customer ON ${f.add('o_custkey', '1')} = ${f.add('c_custkey', '1')}`,
  ],
  [
    'a join condition over both sides',
    (f) => `SELECT count(*) FROM nation JOIN region ON n_regionkey = r_regionkey AND ${f.add('n_nationkey', 'r_regionkey')} > 10`,
  ],
  [
    'an outer join condition over both sides',
    (f) =>
      `SELECT n_name, r_name FROM nation LEFT JOIN region ON n_regionkey = r_regionkey AND ${f.add('n_nationkey', 'r_regionkey')} > 10`,
  ],
  [
    'a full join condition over both sides',
    (f) =>
      `SELECT n_name, r_name FROM nation FULL JOIN region ON n_regionkey = r_regionkey AND ${f.add('n_nationkey', 'r_regionkey')} > 20`,
  ],
  [
    'EXISTS over both sides',
    (f) =>
      `SELECT n_name FROM nation WHERE EXISTS (SELECT 1 FROM region WHERE r_regionkey = n_regionkey AND ${f.add('n_nationkey', 'r_regionkey')} > 10)`,
  ],
  ['NOT IN', (f) => `SELECT n_name FROM nation WHERE n_nationkey NOT IN (SELECT ${f.add('r_regionkey', '1')} FROM region)`],
  ['GROUP BY', (f) => `SELECT ${f.upper('l_shipmode')}, count(*) FROM lineitem GROUP BY 1`],
  ['GROUP BY and an aggregate of it', (f) => `SELECT l_returnflag, sum(${f.add('l_orderkey', 'l_partkey')}) FROM lineitem GROUP BY 1`],
  ['HAVING', (f) => `SELECT c_nationkey, count(*) FROM customer GROUP BY 1 HAVING ${f.add('count(*)', 'c_nationkey')} > 60`],
  ['ORDER BY with LIMIT', (f) => `SELECT c_custkey FROM customer ORDER BY ${f.add('-c_custkey', '0')} LIMIT 5`],
  ['DISTINCT', (f) => `SELECT DISTINCT ${f.upper('o_orderpriority')} FROM orders`],
  ['calls of calls', (f) => `SELECT sum(${f.add(f.add('l_orderkey', '1'), f.add('l_partkey', '2'))}) FROM lineitem`],
  [
    'calls in built-ins',
    (f) => `SELECT n_nationkey, length(${f.upper("concat(n_name, '-x')")}) + abs(${f.add('n_nationkey', '-30')}) FROM nation`,
  ],
  ['CASE', (f) => `SELECT n_nationkey, CASE WHEN n_nationkey <> 7 THEN ${f.failOn('n_nationkey')} ELSE -1 END FROM nation`],
  [
    'CASE with calls in conditions',
    (f) =>
      `SELECT n_nationkey, CASE WHEN ${f.add('n_nationkey', '0')} = 7 THEN 0 WHEN ${f.failOn('n_nationkey')} > 10 THEN 1 ELSE 2 END FROM nation`,
  ],
  [
    'COALESCE',
    (f) => `SELECT coalesce(nullif(n_nationkey, 7), CASE WHEN n_regionkey < 0 THEN ${f.failOn('n_nationkey')} END, -7) FROM nation`,
  ],
  [
    'AND that decides first',
    (f) => `SELECT n_name FROM nation WHERE CASE WHEN n_nationkey = 7 THEN false ELSE ${f.failOn('n_nationkey')} >= 0 END`,
  ],
  ['NULLs', (f) => `SELECT x, ${f.isNull('x')}, ${f.add('x', '1')} FROM (VALUES (1), (NULL), (3)) t(x)`],
  ['no rows', (f) => `SELECT ${f.add('o_orderkey', '1')} FROM orders WHERE o_orderkey < 0`],
  ['a scalar subquery', (f) => `SELECT ${f.add('(SELECT max(n_nationkey) FROM nation)', '1')}`],
  [
    'a correlated subquery',
    (f) => `SELECT r_name, (SELECT max(${f.add('n_nationkey', 'r_regionkey')}) FROM nation WHERE n_regionkey = r_regionkey) FROM region`,
  ],
  ['WITH', (f) => `WITH t AS (SELECT ${f.add('n_nationkey', '1')} AS k FROM nation) SELECT a.k FROM t a JOIN t b ON a.k = b.k + 1`],
  ['UNION', (f) => `SELECT ${f.add('n_nationkey', '1')} FROM nation UNION SELECT ${f.add('r_regionkey', '100')} FROM region`],
  [
    'several functions at once',
    (f) => `SELECT ${f.add('o_orderkey', '1')}, ${f.upper('o_comment')}, ${f.isNull('o_custkey::INTEGER')} FROM orders`,
  ],
  [
    'window arguments',
    (f) =>
      `SELECT n_nationkey, sum(${f.add('n_nationkey', '1')}) OVER (PARTITION BY ${f.add('n_regionkey', '0')} ORDER BY n_nationkey) FROM nation`,
  ],
  ['an aggregate of all rows', (f) => `SELECT ${f.sumSquares('l_quantity')}, ${f.countRows()} FROM lineitem`],
  [
    'an aggregate of no rows',
    (f) =>
      `SELECT ${f.sumSquares('l_quantity')}, ${f.countRows()}, ${f.weightedAverage('l_tax', 'l_quantity')} FROM lineitem WHERE l_orderkey < 0`,
  ],
  [
    'aggregates by groups',
    (f) =>
      `SELECT l_returnflag, l_linestatus, ${f.sumSquares('l_quantity')}, ${f.weightedAverage('l_extendedprice', 'l_quantity')}, count(*), avg(l_tax) FROM lineitem GROUP BY 1, 2`,
  ],
  ['an aggregate of many groups', (f) => `SELECT l_orderkey, ${f.sumSquares('l_quantity')} FROM lineitem GROUP BY 1`],
  ['an aggregate with DISTINCT', (f) => `SELECT c_nationkey, ${f.joinSorted('c_mktsegment', 'DISTINCT')} FROM customer GROUP BY 1`],
  [
    'an aggregate with FILTER',
    (f) => `SELECT l_shipmode, ${f.sumSquares('l_quantity', 'FILTER (WHERE l_quantity > 25)')} FROM lineitem GROUP BY 1`,
  ],
  [
    'an aggregate over NULLs',
    (f) => `SELECT ${f.sumSquares('x')}, ${f.weightedAverage('x', 'w')} FROM (VALUES (1, 2), (NULL, 3), (4, 5)) t(x, w)`,
  ],
  ['an aggregate over a call', (f) => `SELECT o_orderstatus, ${f.sumSquares(f.add('o_custkey', '1'))} FROM orders GROUP BY 1`],
  ['a call over an aggregate', (f) => `SELECT l_returnflag, ${f.add('count(*)', `(${f.countRows()})`)} FROM lineitem GROUP BY 1`],
  [
    'GROUPING SETS',
    (f) => `SELECT l_returnflag, l_linestatus, ${f.sumSquares('l_quantity')} FROM lineitem GROUP BY ROLLUP (l_returnflag, l_linestatus)`,
  ],
  ['HAVING over an aggregate', (f) => `SELECT c_nationkey FROM customer GROUP BY 1 HAVING ${f.countRows()} > 60`],
  [
    'an aggregate as a window',
    (f) => `SELECT n_nationkey, ${f.sumSquares('n_nationkey', 'OVER (PARTITION BY n_regionkey ORDER BY n_nationkey)')} FROM nation`,
  ],
  [
    'a moving window',
    (f) =>
      `SELECT n_nationkey, ${f.sumSquares('n_nationkey', 'OVER (ORDER BY n_nationkey ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)')} FROM nation`,
  ],
  ['a table function alone', (f) => `SELECT * FROM ${f.split("'a,b,,c'", "','", 's')}`],
  ['a lateral table function', (f) => `SELECT r_regionkey, s.part, s.position FROM region, ${f.split('r_comment', "' '", 's')}`],
  [
    'a lateral table function with WHERE',
    (f) => `SELECT count(*) FROM orders, ${f.split('o_comment', "' '", 's')} WHERE s.position = 2 AND s.part LIKE 's%'`,
  ],
  ['a table function that makes no rows', (f) => `SELECT n_nationkey, s.i FROM nation, ${f.series('n_nationkey::INTEGER % 3', 's')}`],
  ['LEFT JOIN LATERAL', (f) => `SELECT n_nationkey, s.i FROM nation LEFT JOIN ${f.series('n_nationkey::INTEGER % 3', 's')} ON true`],
  ['a table function of table functions', (f) => `SELECT a.i, b.i FROM ${f.series('4', 'a')}, ${f.series('a.i', 'b')}`],
  [
    'an aggregate over a table function',
    (f) => `SELECT s.part, count(*), ${f.sumSquares('s.position')} FROM region, ${f.split('r_comment', "' '", 's')} GROUP BY 1`,
  ],
];
