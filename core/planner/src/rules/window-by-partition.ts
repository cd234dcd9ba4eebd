import { outputTypes, printExpression, type Expression, type PlanNode, type WindowCall, type WindowNode } from '@arbalest/plan';
import { column } from '../expressions.js';
import { isGroupedBy } from '../partitioning.js';
import { SINGLE, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import { keepColumnsAt } from '../rewrite/keep-columns.js';
import type { Planning } from '../planning.js';

/**
 * Windows see all rows of their partition: rows meet by what all windows of a run partition by. Windows that have nothing in common run one
 * after the other, each with an exchange of its own; those without PARTITION BY come last, in one place.
 */
export const windowByPartition = placementRule('window-by-partition', ['window'], (node, [input], planning): Placed => {
  const width = outputTypes(node.input).length;
  const runs = runsOf(node.windows);
  let current = input!;
  const at: number[] = [];
  for (const run of runs) {
    current = placeRun(
      node,
      run.map((i) => node.windows[i]!),
      current,
      planning,
    );
    const end = outputTypes(current.node).length;
    run.forEach((position, i) => (at[position] = end - run.length + i));
  }
  const positions = [...Array.from({ length: width }, (_, i) => i), ...node.windows.map((_, i) => at[i]!)];
  const isInOrder = positions.length === outputTypes(current.node).length && positions.every((position, i) => position === i);
  return isInOrder ? current : keepColumnsAt(current, positions, current.partitioning);
});

/** Positions of windows, by runs that share at least one PARTITION BY expression; the unpartitioned ones last. */
function runsOf(windows: readonly WindowCall[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  const unpartitioned: number[] = [];
  windows.forEach((window, i) => {
    if (window.partitionBy.length === 0) return void unpartitioned.push(i);
    const run = runs.find((candidate) => commonKeys([...candidate, i].map((position) => windows[position]!)).length > 0);
    if (run) run.push(i);
    else runs.push([i]);
  });
  return unpartitioned.length > 0 ? [...runs, unpartitioned] : runs;
}

function commonKeys(windows: readonly WindowCall[]): readonly Expression[] {
  const [first, ...others] = windows;
  return (first?.partitionBy ?? []).filter((key) =>
    others.every((window) => window.partitionBy.some((other) => printExpression(other) === printExpression(key))),
  );
}

function placeRun(node: WindowNode, windows: readonly WindowCall[], input: Placed, planning: Planning): Placed {
  const over = (from: PlanNode, calls: readonly WindowCall[]): PlanNode => ({ ...node, input: from, windows: calls });
  const keys = commonKeys(windows);
  if (keys.length === 0) return { node: over(planning.gather(input), windows), partitioning: SINGLE };
  if (isGroupedBy(input.partitioning, keys)) return { node: over(input.node, windows), partitioning: input.partitioning };
  const { placed, keyColumns } = planning.hash(input, keys);
  const texts = keys.map(printExpression);
  const types = outputTypes(placed.node);
  const byColumn = (key: Expression): Expression => {
    const position = keyColumns[texts.indexOf(printExpression(key))];
    return position === undefined ? key : column(position, types[position]!);
  };
  const calls = windows.map((window) => ({ ...window, partitionBy: window.partitionBy.map(byColumn) }));
  return { node: over(placed.node, calls), partitioning: placed.partitioning };
}
