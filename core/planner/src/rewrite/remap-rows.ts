import type { Expression, PlanNode } from '@arbalest/plan';
import { mapSortKeys } from './remap-calls.js';

/** Operators that hand the input's columns on. */
export type RowsNode = Extract<PlanNode, { kind: 'filter' | 'sort' | 'top-n' | 'limit' | 'sample' | 'unnest' }>;

/** The same over another input, with its expressions moved to the columns there. */
export function mapRows(node: RowsNode, input: PlanNode, remap: (e: Expression) => Expression): PlanNode {
  switch (node.kind) {
    case 'filter':
      return { ...node, input, predicate: remap(node.predicate) };
    case 'sort':
    case 'top-n':
      return { ...node, input, keys: mapSortKeys(node.keys, remap) };
    case 'unnest':
      return { ...node, input, lists: node.lists.map(remap) };
    default:
      return { ...node, input };
  }
}
