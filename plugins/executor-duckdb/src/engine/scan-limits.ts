import { type Expression, type PlanNode, type ScanNode, walk } from '@arbalest/plan';
import { exactFilter } from '../frontend/decode/scan-filters.js';

/**
 * How many rows of a scan are enough, where a limit stands above it and nothing between takes rows away, save a filter that the scan's own filters say in full. Whether the codec
 * applies those exactly is for whoever asks to see.
 */
export function scanLimits(plan: PlanNode): ReadonlyMap<ScanNode, number> {
  const limits = new Map<ScanNode, number>();
  const seen = new Set<ScanNode>();
  const shared = new Set<ScanNode>();
  for (const node of walk(plan)) {
    if (node.kind === 'scan') (seen.has(node) ? shared : seen).add(node);
    if (node.kind !== 'limit' || node.percent) continue;
    const rows = rowsNeeded(node.limit, node.offset);
    const scan = scanBelow(node.input);
    if (rows !== undefined && scan) limits.set(scan, rows);
  }
  // One node at two places is read for both.
  for (const scan of shared) limits.delete(scan);
  return limits;
}

function scanBelow(node: PlanNode): ScanNode | undefined {
  switch (node.kind) {
    case 'scan':
      return node.filters.length === 0 ? node : undefined;
    case 'project':
      return scanBelow(node.input);
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
