import { transformUp, type PlanNode } from '@arbalest/plan';

/** UNION as the distinct rows of UNION ALL. */
export function unfoldUnions(plan: PlanNode): PlanNode {
  return transformUp(plan, (node) => {
    if (node.kind !== 'set-operation' || node.op !== 'union' || node.all) return node;
    const { rows, ...union } = node;
    return { kind: 'distinct', input: { ...union, all: true }, orderBy: [], ...(rows !== undefined && { rows }) };
  });
}
