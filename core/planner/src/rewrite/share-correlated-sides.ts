import { outputTypes, transformUp, walk, withChildren, childrenOf, type JoinNode, type PlanNode } from '@arbalest/plan';

/**
 * A correlated join reads one side twice: once for its rows, once for the distinct values that the other side is computed for. It becomes a
 * plain join whose source side is a shared part, and each DelimGet the distinct rows of a projection of that part:
 *
 *     delim-join ── S                     cte S
 *       └── … delim-get …      becomes    join ── ref S
 *                                           └── … distinct ── project D ── ref S …
 *
 * Inner joins first: what is left in the other side then belongs to the join itself.
 */
export function shareCorrelatedSides(plan: PlanNode): PlanNode {
  let next = nextCteId(plan);
  return transformUp(plan, (node) => (node.kind === 'join' && node.delim ? withSharedSource(node, next++) : node));
}

function withSharedSource(node: JoinNode, id: number): PlanNode {
  const { delim, ...join } = node;
  const { source, columns } = delim!;
  const shared = node[source];
  const ref: PlanNode = { kind: 'cte-ref', id, types: outputTypes(shared), ...(shared.rows !== undefined && { rows: shared.rows }) };
  const values: PlanNode = { kind: 'distinct', input: { kind: 'project', input: ref, expressions: columns }, orderBy: [] };
  const other = source === 'left' ? 'right' : 'left';
  return {
    kind: 'cte',
    id,
    name: 'correlated',
    definition: shared,
    consumer: { ...join, [source]: ref, [other]: replaceDelimGets(node[other], values) } as JoinNode,
    ...(node.rows !== undefined && { rows: node.rows }),
  };
}

function replaceDelimGets(node: PlanNode, values: PlanNode): PlanNode {
  if (node.kind === 'delim-get') return node.rows === undefined ? values : { ...values, rows: node.rows };
  return withChildren(
    node,
    childrenOf(node).map((child) => replaceDelimGets(child, values)),
  );
}

function nextCteId(plan: PlanNode): number {
  let highest = -1;
  for (const node of walk(plan)) if (node.kind === 'cte' || node.kind === 'cte-ref') highest = Math.max(highest, node.id);
  return highest + 1;
}
