import type { Stage } from '@arbalest/planner';
import { applyOp, partitioned, type Rows } from './rows.js';
import type { SimQuery } from './sim-query.js';
import { opOf } from './stage-op.js';

/** The answer of a query, computed in one place, one stage after the other, without tasks or attempts. */
export function answerOf({ tables, plan }: SimQuery, rowsOfTable: (name: string) => Rows): Rows {
  const made = new Map<number, readonly Rows[]>();
  for (const stage of plan.stages) {
    const scanned = stage.tables.map(({ table }) => rowsOfTable(tables[table]!));
    const read = stage.inputs.map((input) => made.get(input.stage)!);
    made.set(stage.id, split(stage, rowsOf(stage, scanned, read)));
  }
  return made.get(plan.stages.at(-1)!.id)!.flat();
}

function rowsOf({ fragment, tasks }: Stage, scanned: readonly Rows[], read: readonly (readonly Rows[])[]): Rows {
  const op = opOf(fragment);
  const whole = read.map((partitions) => partitions.flat());
  if (op.kind === 'map' || tasks === 1) return applyOp(op, scanned, whole);
  const byPartition = Array.from({ length: tasks }, (_, p) =>
    applyOp(
      op,
      scanned,
      read.map((partitions, i) => (op.inputs[i] === 'rows' ? partitions[p]! : whole[i]!)),
    ),
  );
  return byPartition.flat();
}

function split({ output }: Stage, rows: Rows): readonly Rows[] {
  return partitioned(rows, output.kind === 'single' ? 1 : output.partitions, 0);
}
