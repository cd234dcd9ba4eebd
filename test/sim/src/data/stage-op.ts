import type { PlanNode } from '@arbalest/plan';
import type { Stage } from '@arbalest/planner';
import { type Field, internalError } from '@arbalest/spi';

/** How a stage takes part of its input: row by row, or as one number made of all rows, as a broadcast side of a join is. */
export type Intake = 'rows' | 'digest';

/** What the tasks of a stage do with their rows. Stands in the stage's fragment, so it goes wherever that goes. */
export interface StageOp {
  /** Other labels give other rows of the same input. */
  readonly label: number;
  /** `map`: a row for each row. `digest`: one row for all. */
  readonly kind: 'map' | 'digest';
  readonly tables: readonly Intake[];
  readonly inputs: readonly Intake[];
  /** Another attempt sends its rows to other partitions. */
  readonly volatile: boolean;
  /** Once the size of this stage is known, the one that holds this is planned again: with one task. */
  readonly gatherAfter?: number;
}

export const ROW_FIELDS: readonly Field[] = [{ name: 'a', type: { id: 'BIGINT' }, nullable: true }];

const BIGINT = { id: 'BIGINT' } as const;
const VARCHAR = { id: 'VARCHAR' } as const;

/** A fragment that the real planner's codec can carry, and of which the scheduler can see whether it is repeatable. */
export function fragmentOf(op: StageOp): PlanNode {
  const call = {
    kind: 'call',
    name: 'simulated',
    args: [{ kind: 'constant', value: JSON.stringify(op), type: VARCHAR }],
    type: BIGINT,
    volatile: op.volatile,
  } as const;
  return { kind: 'project', input: source(op), expressions: [call] };
}

/** The op of a fragment that `fragmentOf` made. */
export function opOf(fragment: PlanNode): StageOp {
  const [call] = fragment.kind === 'project' ? fragment.expressions : [];
  const [constant] = call?.kind === 'call' ? call.args : [];
  if (constant?.kind !== 'constant') throw internalError('NO_STAGE_OP', 'The fragment was not made by the simulation');
  return JSON.parse(constant.value as string) as StageOp;
}

/** Whether two attempts may leave other rows in the same partition. */
export function isVersioned({ output }: Pick<Stage, 'output'>, op: StageOp): boolean {
  return op.volatile || (output.kind === 'spread' && output.partitions > 1);
}

function source({ tables, inputs }: StageOp): PlanNode {
  const scans = tables.map((_, table): PlanNode => scan(table));
  const reads = inputs.map((_, input): PlanNode => ({ kind: 'input', input, fields: ROW_FIELDS }));
  return [...scans, ...reads].reduce((left, right) => cross(left, right));
}

function scan(table: number): PlanNode {
  return { kind: 'scan', table, name: `t${table}`, columns: [{ column: 0, name: 'a', type: BIGINT }], filters: [] };
}

function cross(left: PlanNode, right: PlanNode): PlanNode {
  return { kind: 'join', type: 'inner', left, right, conditions: [] };
}
