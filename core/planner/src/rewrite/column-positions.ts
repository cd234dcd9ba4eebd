import { outputTypes, type PlanNode } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { columnsAt } from '../expressions.js';

/** A node that gives at least the columns asked for, and where each of the old columns now is. */
export interface Pruned {
  readonly node: PlanNode;
  readonly at: readonly (number | undefined)[];
}

export type Positions = ReadonlySet<number>;

/** The node with exactly the columns that were at `positions`, in that order. */
export function exactly({ node, at }: Pruned, positions: readonly number[]): PlanNode {
  const wanted = positions.map((position) => at[position]!);
  const width = outputTypes(node).length;
  if (wanted.length === width && wanted.every((position, i) => position === i)) return node;
  const rows = node.rows === undefined ? {} : { rows: node.rows };
  return { kind: 'project', input: node, expressions: columnsAt(node, wanted), ...rows };
}

/** An operator without columns cannot be written in SQL: where none is read, the cheapest stays. */
export function atLeastOne(wanted: Positions, types: readonly DataType[]): readonly number[] {
  return wanted.size === 0 && types.length > 0 ? [narrowest(types)] : sorted(wanted);
}

function narrowest(types: readonly DataType[]): number {
  const fixed = types.findIndex((type) =>
    ['BOOLEAN', 'TINYINT', 'SMALLINT', 'INTEGER', 'DATE', 'BIGINT', 'DOUBLE', 'FLOAT'].includes(type.id),
  );
  return Math.max(0, fixed);
}

export function inverse(positions: readonly number[], width: number): readonly (number | undefined)[] {
  const at = Array.from<number | undefined>({ length: width });
  positions.forEach((position, i) => (at[position] = i));
  return at;
}

export function withinWidth(positions: Positions, width: number): Positions {
  return new Set([...positions].filter((position) => position < width));
}

export function sorted(positions: Positions): readonly number[] {
  return [...positions].sort((a, b) => a - b);
}

export function range(width: number): Set<number> {
  return new Set(Array.from({ length: width }, (_, i) => i));
}
