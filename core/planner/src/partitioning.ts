import type { Expression } from '@arbalest/plan';
import { SPREAD, type Partitioning } from './placement.js';

/** The partitioning of an operator's output, from its input's: `at(i)` is where the input's column i is in the output, if anywhere. */
export function mapPartitioning(partitioning: Partitioning, at: (position: number) => readonly number[]): Partitioning {
  if (partitioning.kind !== 'hash') return partitioning;
  const keys = partitioning.keys.map((positions) => [...new Set(positions.flatMap((position) => at(position)))]);
  return keys.every((positions) => positions.length > 0) ? { kind: 'hash', keys } : SPREAD;
}

/** After a projection: a key survives where it is handed on as it is. */
export function projectPartitioning(partitioning: Partitioning, expressions: readonly Expression[]): Partitioning {
  return mapPartitioning(partitioning, (position) =>
    expressions.flatMap((e, i) => (e.kind === 'column' && e.index === position ? [i] : [])),
  );
}

/** Whether rows with equal values of `columns` are sure to be in one task: every key is one of them. */
export function isGroupedBy(partitioning: Partitioning, columns: readonly Expression[]): boolean {
  if (partitioning.kind === 'single') return true;
  if (partitioning.kind === 'spread') return false;
  const positions = new Set(columns.flatMap((e) => (e.kind === 'column' ? [e.index] : [])));
  return partitioning.keys.every((key) => key.some((position) => positions.has(position)));
}
