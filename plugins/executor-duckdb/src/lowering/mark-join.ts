import type { JoinNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';
import { conditionsText, conditionText } from './join-conditions.js';
import type { Lowering } from './lowering.js';
import { type Relation, selectText, whereText } from './relation.js';

/**
 * The left rows with a three-valued mark: true on a match, else NULL if any comparison was NULL, else false. SQL has that value in the forms that the planner took the
 * join from, and DuckDB plans those as the join again:
 *
 * - all conditions null-safe: EXISTS, which is never NULL;
 * - one condition, or one that is not null-safe beside those that correlate: `x IN (…)`, `x < ANY (…)`;
 * - anything else: the definition, written out. Slow, and right.
 */
export function lowerMarkJoin(lowering: Lowering, node: JoinNode, leftSide: Relation, rightSide: Relation): Relation {
  const left = lowering.aliases.bareColumns(leftSide);
  const right = lowering.aliases.bare(rightSide);
  const columns = [...left.columns, markText(node, left.columns, right)];
  return lowering.aliases.derived(selectText({ ...left, columns }), columns.length);
}

function markText(node: JoinNode, left: readonly string[], right: Relation): string {
  const nullSafe = node.conditions.filter((condition) => isNullSafe(condition.op));
  const [other, ...more] = node.conditions.filter((condition) => !isNullSafe(condition.op));
  if (node.predicate !== undefined || more.length > 0) return writtenOut(node, left, right);
  const correlated = whereText(nullSafe.map((condition) => conditionText(condition, left, right.columns)));
  if (other === undefined) return `EXISTS (SELECT 1 FROM ${right.from}${correlated})`;
  const value = lowerExpression(other.left, left);
  const values = `(SELECT ${lowerExpression(other.right, right.columns)} FROM ${right.from}${correlated})`;
  return other.op === '=' ? `(${value} IN ${values})` : `(${value} ${other.op} ANY ${values})`;
}

function writtenOut(node: JoinNode, left: readonly string[], right: Relation): string {
  const match = conditionsText(node, left, right.columns);
  return `(SELECT CASE WHEN bool_or(${match}) THEN true WHEN bool_or((${match}) IS NULL) THEN NULL ELSE false END FROM ${right.from})`;
}

function isNullSafe(op: string): boolean {
  return op === 'IS NOT DISTINCT FROM' || op === 'IS DISTINCT FROM';
}
