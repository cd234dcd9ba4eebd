import type { PlanNode } from './plan-node.js';

/** The inputs of a node, in the order in which they are evaluated: for a CTE the definition, then the consumer. */
export function childrenOf(node: PlanNode): readonly PlanNode[] {
  switch (node.kind) {
    case 'scan':
    case 'values':
    case 'table-function':
    case 'delim-get':
    case 'cte-ref':
    case 'opaque':
    case 'input':
      return [];
    case 'join':
      return [node.left, node.right];
    case 'set-operation':
      return node.inputs;
    case 'cte':
      return [node.definition, node.consumer];
    default:
      return [node.input];
  }
}

/** The same node over other inputs, given in the order of `childrenOf`. The very node when nothing differs. */
export function withChildren(node: PlanNode, children: readonly PlanNode[]): PlanNode {
  const before = childrenOf(node);
  if (before.length !== children.length) throw new RangeError(`A ${node.kind} node has ${before.length} inputs, not ${children.length}`);
  if (before.every((child, i) => child === children[i])) return node;
  switch (node.kind) {
    case 'join':
      return { ...node, left: children[0]!, right: children[1]! };
    case 'set-operation':
      return { ...node, inputs: children };
    case 'cte':
      return { ...node, definition: children[0]!, consumer: children[1]! };
    default:
      return { ...node, input: children[0]! } as PlanNode;
  }
}

/** Rewrites a plan bottom up. */
export function transformUp(node: PlanNode, rewrite: (node: PlanNode) => PlanNode): PlanNode {
  return rewrite(
    withChildren(
      node,
      childrenOf(node).map((child) => transformUp(child, rewrite)),
    ),
  );
}

/** Every node, parents before children. */
export function* walk(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}
