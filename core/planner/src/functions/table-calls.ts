import { childrenOf, type PlanNode } from '@arbalest/plan';
import { internalError } from '@arbalest/spi';
import type { Program } from '../program.js';

/** Operators that look at one row at a time, or keep all, and do not mind a row that comes several times, each time with a part of its list. */
const TRANSPARENT: ReadonlySet<string> = new Set(['project', 'filter', 'sort', 'invoke']);

/**
 * An engine may give a row of a table function several times, each time with a part of the rows made of it: only what unnests them may read it.
 *
 * @throws internal error `PLAN_NODE` for a plan in which something else does
 */
export function checkTableCalls({ shared, root }: Program): void {
  for (const plan of [...shared.map((part) => part.plan), root]) check(plan, false);
}

function check(node: PlanNode, isUnnested: boolean): void {
  const table = node.kind === 'invoke' ? node.calls.find(({ operation }) => operation === 'table') : undefined;
  if (table && !isUnnested)
    throw internalError('PLAN_NODE', `The rows of the table function ${table.name} are read by something else than UNNEST`);
  const below = node.kind === 'unnest' || (isUnnested && TRANSPARENT.has(node.kind));
  for (const child of childrenOf(node)) check(child, below);
}
