import type { PlanNode } from '@arbalest/plan';

/** Whether the plan is sure to give no more than one row. */
export function hasAtMostOneRow(node: PlanNode): boolean {
  switch (node.kind) {
    case 'values':
      return node.values.length <= 1;
    case 'aggregate':
      return node.groups.length === 0 && (node.sets?.length ?? 1) <= 1;
    case 'project':
    case 'filter':
    case 'invoke':
    case 'sort':
    case 'limit':
    case 'top-n':
      return hasAtMostOneRow(node.input);
    case 'join':
      return node.type === 'inner' && hasAtMostOneRow(node.left) && hasAtMostOneRow(node.right);
    default:
      return false;
  }
}
