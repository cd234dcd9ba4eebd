import { decodePlan, encodePlan, type InputNode, type PlanNode, type ScanNode } from '@arbalest/plan';
import {
  planStages,
  replan,
  resolvePlannerSettings,
  type PlannerSettings,
  type Stage,
  type StageOutcome,
  type StagePlan,
  type TableEstimate,
} from '@arbalest/planner';
import type { DataType, Field, FunctionDefinition, LogicalPlan } from '@arbalest/spi';
import type { DuckDBConnection } from '@duckdb/node-api';
import { lowerFragment } from '../../../plugins/executor-duckdb/src/lowering/fragment.js';
import type { LeafSources } from '../../../plugins/executor-duckdb/src/lowering/lowering.js';
import { castTo } from '../../../plugins/executor-duckdb/src/lowering/types.js';

/** A table as one Parquet file. */
export interface SimulatedTable {
  readonly name: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly fields: readonly Field[];
}

export interface SimulationOptions {
  readonly executors: number;
  readonly settings?: Partial<PlannerSettings>;
  /** When stages are planned again: after each one, after each wave of those that can run at once, or never. */
  readonly adapt: 'each' | 'waves' | 'never';
  /** What stands in for engines that call users' functions: the fragment without invoke nodes. `functions` are those of the fragment. */
  readonly callFunctions?: (fragment: PlanNode, functions: readonly FunctionDefinition[]) => PlanNode;
}

export interface Simulation {
  readonly rows: readonly (readonly unknown[])[];
  readonly first: StagePlan;
  readonly last: StagePlan;
}

/**
 * Runs a plan stage by stage in one plain DuckDB, one statement for each task. What a task would send lies in a table of its own, with the partition id
 * that the engine would give each row; tasks read the share of the tables and the partitions that they would read on an executor.
 */
export class StageSimulator {
  private runs = 0;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly tables: readonly SimulatedTable[],
  ) {}

  async run(plan: LogicalPlan, { executors, settings, adapt, callFunctions }: SimulationOptions): Promise<Simulation> {
    const first = planStages({
      plan: plan.plan as PlanNode,
      fields: plan.fields,
      tables: plan.tables.map((table) => this.estimate(table.name.name)),
      executors,
      settings: { ...resolvePlannerSettings({}), smallQueryBytes: 0, ...settings },
      ...(plan.whole && { whole: plan.whole as PlanNode }),
      ...(plan.functions && { functions: plan.functions }),
    });
    const run = new PlanRun(
      this.connection,
      plan.tables.map((table) => this.table(table.name.name)),
      `r${this.runs++}`,
      (stage, fragment) =>
        callFunctions?.(
          fragment,
          stage.functions.map((position) => plan.functions![position]!),
        ) ?? fragment,
    );
    try {
      const last = await run.stages(first, adapt);
      return { rows: await run.result(last), first, last };
    } finally {
      await run.drop();
    }
  }

  private table(name: string): SimulatedTable {
    return this.tables.find((table) => table.name === name)!;
  }

  private estimate(name: string): TableEstimate {
    const { rows, bytes, fields } = this.table(name);
    return { rows, bytes, fields };
  }
}

class PlanRun {
  private readonly outcomes: StageOutcome[] = [];
  private readonly made = new Set<string>();
  private readonly done = new Map<number, Stage>();

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly tables: readonly SimulatedTable[],
    private readonly prefix: string,
    private readonly prepare: (stage: Stage, fragment: PlanNode) => PlanNode,
  ) {}

  async stages(first: StagePlan, adapt: SimulationOptions['adapt']): Promise<StagePlan> {
    let plan = first;
    for (;;) {
      const ready = plan.stages.filter((stage) => !this.done.has(stage.id) && stage.inputs.every((input) => this.done.has(input.stage)));
      if (ready.length === 0) return plan;
      const wave = adapt === 'each' ? ready.slice(0, 1) : ready;
      const started = new Set([...this.done.keys(), ...wave.map((stage) => stage.id)]);
      for (const stage of wave) {
        await this.stage(stage);
        if (adapt !== 'never') plan = replan(plan, this.outcomes, started);
      }
    }
  }

  async result(plan: StagePlan): Promise<unknown[][]> {
    const last = plan.stages.at(-1)!;
    const rows: unknown[][] = [];
    for (let task = 0; task < last.tasks; task += 1) {
      const columns = last.fields.map((field, i) => castBack(`c${i}`, field.type)).join(', ') || 'NULL';
      rows.push(...(await this.connection.runAndReadAll(`SELECT ${columns} FROM ${this.output(last, task)}`)).getRowsJson());
    }
    return rows;
  }

  async drop(): Promise<void> {
    for (const table of this.made) await this.connection.run(`DROP TABLE IF EXISTS ${table}`);
  }

  private async stage(stage: Stage): Promise<void> {
    for (let task = 0; task < stage.tasks; task += 1) await this.task(stage, task);
    this.done.set(stage.id, stage);
    this.outcomes.push(await this.outcome(stage));
  }

  private async task(stage: Stage, task: number): Promise<void> {
    const { output } = stage;
    const partition = output.kind === 'single' ? undefined : { keys: output.kind === 'hash' ? output.keys : [], count: output.partitions };
    const { sql, types } = lowerFragment(this.prepare(stage, decodePlan(encodePlan(stage.fragment))), this.sources(stage, task), partition);
    const names = types.map((_, i) => (partition && i === types.length - 1 ? 'p' : `c${i}`));
    const table = this.output(stage, task);
    this.made.add(table);
    await this.connection.run(`CREATE TEMP TABLE ${table} AS SELECT * FROM (${sql}) AS t(${names.join(', ') || 'none'})`);
  }

  private sources(stage: Stage, task: number): LeafSources {
    return {
      scan: (node) => this.scan(stage, node, task),
      input: (node) => this.input(stage, node, task),
      opaqueTable: () => {
        throw new Error('The simulator runs no opaque queries');
      },
    };
  }

  private scan(stage: Stage, node: ScanNode, task: number): string {
    const { table, read } = stage.tables[node.table]!;
    const { path, rows } = this.tables[table]!;
    const columns = node.columns.map((column) => `"${column.name}"`).join(', ') || 'NULL';
    const share = read === 'all' ? 'true' : `file_row_number * ${stage.tasks} // ${Math.max(1, rows)} = ${task}`;
    return `(SELECT ${columns} FROM read_parquet('${path}', file_row_number = true) WHERE ${share})`;
  }

  private input(stage: Stage, node: InputNode, task: number): string {
    const { stage: from, read } = stage.inputs[node.input]!;
    const producer = this.done.get(from)!;
    const where = read === 'all' ? '' : ` WHERE p = ${task}`;
    const parts = Array.from({ length: producer.tasks }, (_, i) => `SELECT * FROM ${this.output(producer, i)}${where}`);
    const columns = node.fields.map((field, i) => `${castTo(`c${i}`, field.type)} AS c${i}`).join(', ');
    return `(SELECT ${columns || 'NULL'} FROM (${parts.join(' UNION ALL ')}))`;
  }

  private output(stage: Stage, task: number): string {
    return `${this.prefix}_s${stage.id}_t${task}`;
  }

  private async outcome(stage: Stage): Promise<StageOutcome> {
    let rows = 0;
    for (let task = 0; task < stage.tasks; task += 1) {
      const [[count]] = (await this.connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${this.output(stage, task)}`)).getRows() as [
        [number],
      ];
      rows += count;
    }
    return { stage: stage.id, rows, bytes: rows * 8 * Math.max(1, stage.fields.length), partitionRows: [], partitionBytes: [] };
  }
}

function castBack(column: string, type: DataType): string {
  return ['HUGEINT', 'UHUGEINT', 'INTERVAL'].includes(type.id) ? `CAST(${column} AS ${type.id})` : column;
}
