import { type Expression, type InputNode, type PlanNode, type ScanNode, walk } from '@arbalest/plan';
import { exactFilter } from '../frontend/decode/scan-filters.js';

/** What rows come in by. */
export type LeafNode = ScanNode | InputNode;

/**
 * How many rows of a scan or an input are enough, where a limit stands above it and nothing between takes rows away, save a filter that the scan's own filters say in full. Whether the codec
 * applies those exactly is for whoever asks to see.
 */
export function leafLimits(plan: PlanNode): ReadonlyMap<LeafNode, number> {
  const limits = new Map<LeafNode, number>();
  const seen = new Set<LeafNode>();
  const shared = new Set<LeafNode>();
  for (const node of walk(plan)) {
    if (node.kind === 'scan' || node.kind === 'input') (seen.has(node) ? shared : seen).add(node);
    if (node.kind !== 'limit' || node.percent) continue;
    const rows = rowsNeeded(node.limit, node.offset);
    const leaf = leafBelow(node.input);
    if (rows !== undefined && leaf) limits.set(leaf, rows);
  }
  // One node at two places is read for both.
  for (const leaf of shared) limits.delete(leaf);
  return limits;
}

function leafBelow(node: PlanNode): LeafNode | undefined {
  switch (node.kind) {
    case 'input':
      return node;
    case 'scan':
      return node.filters.length === 0 ? node : undefined;
    case 'project':
      return leafBelow(node.input);
    case 'filter': {
      const { input, predicate } = node;
      return input.kind === 'scan' && JSON.stringify(exactFilter(predicate, input)) === JSON.stringify(input.filters) ? input : undefined;
    }
    default:
      return undefined;
  }
}

function rowsNeeded(limit: Expression | undefined, offset: Expression | undefined): number | undefined {
  const rows = wholeNumber(limit);
  const skipped = offset === undefined ? 0 : wholeNumber(offset);
  return rows === undefined || skipped === undefined ? undefined : rows + skipped;
}

function wholeNumber(expression: Expression | undefined): number | undefined {
  if (expression?.kind !== 'constant' || typeof expression.value !== 'string') return undefined;
  const value = Number(expression.value);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
