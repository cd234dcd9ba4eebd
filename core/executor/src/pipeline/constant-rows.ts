import type { ConstantExpression, Expression, PlanNode, ValuesNode } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';

const MOST_ROWS = 100;

/** Types whose constants every engine of functions can make columns of. */
const PLAIN: ReadonlySet<DataType['id']> = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'VARCHAR',
]);

/**
 * The rows of a plan that holds nothing but constants of plain types, as one node; undefined for any other plan. An engine that can make them itself saves the statement
 * that another engine would have to prepare for them, which takes longer than a call of one row.
 */
export function constantRows(plan: PlanNode): ValuesNode | undefined {
  const rows = rowsOf(plan);
  const types = rows?.[0]?.map(({ type }) => type);
  if (rows === undefined || types === undefined || !types.every(({ id }) => PLAIN.has(id))) return undefined;
  return { kind: 'values', types, values: rows };
}

function rowsOf(plan: PlanNode): readonly (readonly ConstantExpression[])[] | undefined {
  if (plan.kind === 'values') return plan.values.length > MOST_ROWS ? undefined : every(plan.values, (row) => every(row, asConstant));
  if (plan.kind !== 'project') return undefined;
  return every(rowsOf(plan.input), (row) => every(plan.expressions, (expression) => over(row, expression)));
}

function over(row: readonly ConstantExpression[], expression: Expression): ConstantExpression | undefined {
  return expression.kind === 'column' ? row[expression.index] : asConstant(expression);
}

function asConstant(expression: Expression): ConstantExpression | undefined {
  return expression.kind === 'constant' && !Array.isArray(expression.value) ? expression : undefined;
}

/** All results, or undefined when one is. */
function every<T, R>(items: readonly T[] | undefined, of: (item: T) => R | undefined): readonly R[] | undefined {
  const results: R[] = [];
  for (const item of items ?? []) {
    const result = of(item);
    if (result === undefined) return undefined;
    results.push(result);
  }
  return items === undefined ? undefined : results;
}
