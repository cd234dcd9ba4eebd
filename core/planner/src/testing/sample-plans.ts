import type { AggregateCall, AggregateNode, ColumnExpression, JoinNode, JoinType, PlanNode, ScanNode } from '@arbalest/plan';
import type { DataType, Field } from '@arbalest/spi';
import { planStages } from '../plan-stages.js';
import { PLANNER_DEFAULTS } from '../planner-settings.js';
import type { PlannerSettings, Stage, StagePlan, TableEstimate } from '../stage.js';

const BIGINT: DataType = { id: 'BIGINT' };

/** Tables of BIGINT columns `a`, `b`, `c`: two large ones and a small one. */
export const LARGE = 0;
export const OTHER = 1;
export const SMALL = 2;

const FIELDS: readonly Field[] = ['a', 'b', 'c'].map((name) => ({ name, type: BIGINT, nullable: true }));

export const SAMPLE_TABLES: readonly TableEstimate[] = [
  { rows: 50_000_000, bytes: 1e9, fields: FIELDS },
  { rows: 40_000_000, bytes: 1e9, fields: FIELDS },
  { rows: 100, bytes: 1e3, fields: FIELDS },
];

export function scan(table: number): ScanNode {
  return {
    kind: 'scan',
    table,
    name: ['large', 'other', 'small'][table]!,
    columns: FIELDS.map(({ name, type }, column) => ({ column, name, type })),
    filters: [],
  };
}

export function col(index: number): ColumnExpression {
  return { kind: 'column', index, type: BIGINT };
}

export function agg(name: string, args: readonly number[] = [], more: Partial<AggregateCall> = {}): AggregateCall {
  return { name, args: args.map(col), distinct: false, orderBy: [], type: BIGINT, ...more };
}

export function grouped(input: PlanNode, groups: readonly number[], aggregates: readonly AggregateCall[]): AggregateNode {
  return { kind: 'aggregate', input, groups: groups.map(col), aggregates, groupingCalls: [] };
}

export function joined(type: JoinType, left: PlanNode, right: PlanNode, keys: readonly (readonly [number, number])[] = [[0, 0]]): JoinNode {
  return { kind: 'join', type, left, right, conditions: keys.map(([l, r]) => ({ left: col(l), right: col(r), op: '=' as const })) };
}

/** Stages for three executors, distributed however small. */
export function stagesOf(plan: PlanNode, width: number, settings: Partial<PlannerSettings> = {}, tables = SAMPLE_TABLES): StagePlan {
  const fields = Array.from({ length: width }, (_, i): Field => ({ name: `r${i}`, type: BIGINT, nullable: true }));
  return planStages({ plan, fields, tables, executors: 3, settings: { ...PLANNER_DEFAULTS, smallQueryBytes: 0, ...settings } });
}

/** One line a stage: tasks, what it reads and what it makes. */
export function outline({ stages }: StagePlan): readonly string[] {
  return stages.map((stage) =>
    [
      `${stage.id}: ${stage.tasks}`,
      ...stage.tables.map((table) => `${table.read} table ${table.table}`),
      ...stage.inputs.map((input) => `${input.read} of ${input.stage}`),
      outputOf(stage),
    ].join(', '),
  );
}

function outputOf({ output }: Stage): string {
  return output.kind === 'hash' ? `hash ${output.keys.join(' ')}` : output.kind;
}
