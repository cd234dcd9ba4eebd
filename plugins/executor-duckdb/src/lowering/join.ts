import type { JoinNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';
import { conditionsText } from './join-conditions.js';
import type { Lowering } from './lowering.js';
import { lowerMarkJoin } from './mark-join.js';
import { type Relation, rightSide as rightText, selectText } from './relation.js';
import { lowerSingleJoin } from './single-join.js';

export function lowerJoin(lowering: Lowering, node: JoinNode): Relation {
  return node.delim === undefined
    ? joinSides(lowering, node, lowering.lower(node.left), lowering.lower(node.right))
    : lowerDelimJoin(lowering, node, node.delim);
}

/**
 * A correlated subquery. The source is computed once, then the distinct values that the other side depends on; both have names that only this join sees.
 */
function lowerDelimJoin(lowering: Lowering, node: JoinNode, delim: NonNullable<JoinNode['delim']>): Relation {
  const { aliases } = lowering;
  const source = lowering.lower(node[delim.source]);
  const sourceName = aliases.next('src');
  const delimName = aliases.next('dlm');
  const read = aliases.table(sourceName, source.columns.length);
  const keys = { ...read, columns: delim.columns.map((expression) => lowerExpression(expression, read.columns)), bare: false };
  lowering.delims.push(delimName);
  const other = lowering.lower(node[delim.source === 'left' ? 'right' : 'left']);
  lowering.delims.pop();
  const shared = aliases.table(sourceName, source.columns.length);
  const joined = delim.source === 'left' ? joinSides(lowering, node, shared, other) : joinSides(lowering, node, other, shared);
  const definitions = `WITH ${sourceName} AS MATERIALIZED (${selectText(source)}), ${delimName} AS MATERIALIZED (${selectText(keys, { distinct: 'DISTINCT' })})`;
  return aliases.derived(`${definitions} ${selectText(joined)}`, joined.columns.length);
}

function joinSides(lowering: Lowering, node: JoinNode, leftSide: Relation, rightSide: Relation): Relation {
  if (node.type === 'mark') return lowerMarkJoin(lowering, node, leftSide, rightSide);
  if (node.type === 'single') return lowerSingleJoin(lowering, node, leftSide, rightSide);
  const left = lowering.aliases.bare(leftSide);
  const right = lowering.aliases.bare(rightSide);
  const on = conditionsText(node, left.columns, right.columns);
  switch (node.type) {
    case 'semi':
    case 'anti':
      return joined(left, node.type.toUpperCase(), right, on, left.columns);
    case 'right-semi':
      return joined(right, 'SEMI', left, on, right.columns);
    case 'right-anti':
      return joined(right, 'ANTI', left, on, right.columns);
    default:
      return joined(left, `${node.asof === true ? 'ASOF ' : ''}${node.type.toUpperCase()}`, right, on, [...left.columns, ...right.columns]);
  }
}

function joined(left: Relation, type: string, right: Relation, on: string, columns: readonly string[]): Relation {
  const join = on === '' && type === 'INNER' ? `CROSS JOIN ${rightText(right)}` : `${type} JOIN ${rightText(right)} ON ${on || 'true'}`;
  return { from: `${left.from} ${join}`, columns, where: [], bare: true, joined: true };
}
