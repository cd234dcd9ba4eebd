import { withRead, SPREAD } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import { rowWidth } from '../estimate.js';
import { outputTypes } from '@arbalest/plan';

/** A table is read by all tasks, each its share of the splits. A small one may also be read whole by each, in place of a broadcast. */
export const readTables = placementRule('read-tables', ['scan'], (node, _inputs, { estimate, settings }) => {
  const bytes = estimate.tableRows(node.table) * rowWidth(outputTypes(node));
  const replica = bytes <= settings.broadcastBytes ? { node: withRead(node, 'all'), bytes } : undefined;
  return { node, partitioning: SPREAD, ...(replica && { replica }) };
});
