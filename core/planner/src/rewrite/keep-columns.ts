import { outputTypes } from '@arbalest/plan';
import { columnsAt } from '../expressions.js';
import { projectPartitioning } from '../partitioning.js';
import type { Placed } from '../placement.js';

/** Drops what was added after the first `width` columns for an exchange's sake. */
export function keepColumns(placed: Placed, width: number): Placed {
  const { node, partitioning } = placed;
  if (outputTypes(node).length === width) return placed;
  return keepColumnsAt(
    placed,
    Array.from({ length: width }, (_, i) => i),
    partitioning,
  );
}

/** The columns at `positions`, in that order. */
export function keepColumnsAt({ node }: Placed, positions: readonly number[], partitioning: Placed['partitioning']): Placed {
  const expressions = columnsAt(node, positions);
  const rows = node.rows === undefined ? {} : { rows: node.rows };
  return { node: { kind: 'project', input: node, expressions, ...rows }, partitioning: projectPartitioning(partitioning, expressions) };
}
