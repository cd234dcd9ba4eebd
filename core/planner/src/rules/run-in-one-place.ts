import { expressionsOf, isVolatile } from '../expressions.js';
import { SINGLE } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/** Sources that cannot be cut. Constants and pure functions may be made again by every task that needs them. */
export const runInOnePlace = placementRule(
  'run-in-one-place',
  ['values', 'table-function', 'opaque'],
  (node, _inputs, { estimate, settings }) => {
    const bytes = estimate.bytes(node);
    const isRepeatable =
      node.kind !== 'opaque' && !expressionsOf(node).some(isVolatile) && bytes <= Math.max(settings.broadcastBytes, 65_536);
    return { node, partitioning: SINGLE, ...(isRepeatable && { replica: { node, bytes } }) };
  },
);
