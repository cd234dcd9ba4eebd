import { outputTypes, type Expression, type LimitNode, type PlanNode } from '@arbalest/plan';
import { userError } from '@arbalest/spi';
import { BIGINT, BOOLEAN, call, cast, coalesce, column, columnsAt, constant, logical } from '../expressions.js';
import { lifted, exactly, rowsOf, type Lifted } from './call-lifter.js';
import { liftFilter } from './lift-filter.js';
import { numberedRows } from './order-of-rows.js';
import type { Volatility } from './user-calls.js';

/** A limit that calls have to give is a filter over the numbers of rows. */
export function liftLimit(node: LimitNode, input: PlanNode, lifting: { readonly volatility: Volatility }): Lifted {
  if (node.percent) throw userError('FUNCTION_PLACE', `A user's function cannot give the percentage of a LIMIT; give a number of rows`);
  const width = outputTypes(input).length;
  const rowNumber = column(width, BIGINT);
  const skipped = node.offset ? coalesce(BIGINT, cast(node.offset, BIGINT), constant('0', BIGINT)) : constant('0', BIGINT);
  const isBehind: Expression = { kind: 'compare', op: '>', left: rowNumber, right: skipped, type: BOOLEAN };
  const conditions = [isBehind, ...(node.limit ? [isWithin(rowNumber, cast(node.limit, BIGINT), skipped)] : [])];
  const rows = liftFilter(lifted(numberedRows(input)), logical('and', ...conditions), lifting);
  const limited = exactly(rows);
  return lifted({ kind: 'project', input: limited, expressions: columnsAt(limited).slice(0, width), ...rowsOf(node) });
}

/** No limit at all where it is NULL. */
function isWithin(rowNumber: Expression, limit: Expression, skipped: Expression): Expression {
  const last = coalesce(BIGINT, call('+', [limit, skipped], BIGINT), rowNumber);
  return { kind: 'compare', op: '<=', left: rowNumber, right: last, type: BOOLEAN };
}
