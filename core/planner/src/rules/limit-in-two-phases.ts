import type { Expression } from '@arbalest/plan';
import { BIGINT, constant } from '../expressions.js';
import { phaseOf, SINGLE, withPhase } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/** No task needs to send more than `limit + offset` rows. A percentage, or a limit that is not a constant, needs all of them. */
export const limitInTwoPhases = placementRule('limit-in-two-phases', ['limit'], (node, [input], planning) => {
  if (phaseOf(node) === 'partial') return { node: { ...node, input: input!.node }, partitioning: input!.partitioning };
  const enough = node.percent ? undefined : rowsNeeded(node.limit, node.offset);
  if (input!.partitioning.kind === 'single' || phaseOf(node) === 'final' || enough === undefined) {
    return { node: { ...node, input: planning.gather(input!) }, partitioning: SINGLE };
  }
  const { offset: _offset, ...limited } = node;
  const rows = Math.min(enough * planning.executors, planning.estimate.rows(input!.node));
  const partial = withPhase({ ...limited, input: input!.node, limit: constant(String(enough), BIGINT), rows }, 'partial');
  const gathered = planning.gather({ node: partial, partitioning: input!.partitioning });
  return { node: withPhase({ ...node, input: gathered }, 'final'), partitioning: SINGLE };
});

function rowsNeeded(limit: Expression | undefined, offset: Expression | undefined): number | undefined {
  const rows = wholeNumber(limit);
  const skipped = offset ? wholeNumber(offset) : 0;
  return rows === undefined || skipped === undefined ? undefined : rows + skipped;
}

function wholeNumber(expression: Expression | undefined): number | undefined {
  const isText = expression?.kind === 'constant' && typeof expression.value === 'string';
  const value = isText ? Number(expression.value) : NaN;
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
