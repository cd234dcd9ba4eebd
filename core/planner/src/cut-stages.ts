import { childrenOf, outputTypes, printPlan, walk, withChildren, type ExchangeNode, type PlanNode } from '@arbalest/plan';
import { internalError, type Field } from '@arbalest/spi';
import type { Estimator, Origin } from './estimate.js';
import { readOf, type LeafRead, type PlacedLeaf } from './placement.js';
import type { Program } from './program.js';
import type { PlanStagesRequest, Stage, StageInput, StageOutput, StageTable } from './stage.js';

export interface Cut {
  readonly stages: readonly Stage[];
  /** The stage that each exchange became. */
  readonly exchanges: ReadonlyMap<ExchangeNode, number>;
  readonly shared: ReadonlyMap<number, number>;
  /** Where the columns of each new stage come from. */
  readonly origins: ReadonlyMap<number, readonly (Origin | undefined)[]>;
}

export interface CutOptions {
  readonly request: PlanStagesRequest;
  readonly estimate: Estimator;
  /** Stages that are there already and stay, first in the result; `input` leaves refer to them by id. */
  readonly before: readonly Stage[];
  /** Stages that have not started: one that comes out the same keeps its id. */
  readonly replaced: readonly Stage[];
  readonly nextId: number;
}

/** Cuts a placed program at its exchanges. */
export function cutStages(program: Program, options: CutOptions): Cut {
  return new Cutter(options).cut(program);
}

class Cutter {
  private readonly stages: Stage[];
  private readonly byId = new Map<number, Stage>();
  private readonly exchanges = new Map<ExchangeNode, number>();
  private readonly shared = new Map<number, number>();
  private readonly origins = new Map<number, readonly (Origin | undefined)[]>();
  private readonly reusable = new Map<string, number>();
  private nextId: number;

  constructor(private readonly options: CutOptions) {
    this.stages = [...options.before];
    for (const stage of options.before) this.byId.set(stage.id, stage);
    for (const stage of options.replaced) this.reusable.set(signature(stage), stage.id);
    this.nextId = options.nextId;
  }

  cut({ shared, root }: Program): Cut {
    for (const part of shared) {
      if (part.plan.kind !== 'exchange') throw internalError('PLAN_NODE', `The shared part ${part.name} does not end in an exchange`);
      this.shared.set(part.id, this.stageOf(part.plan));
    }
    this.addStage(root, { kind: 'single' }, this.options.request.fields, true);
    return { stages: this.stages, exchanges: this.exchanges, shared: this.shared, origins: this.origins };
  }

  private stageOf(exchange: ExchangeNode): number {
    let id = this.exchanges.get(exchange);
    if (id === undefined) {
      const fields = outputTypes(exchange.input).map((type, i): Field => ({ name: `c${i}`, type, nullable: true }));
      id = this.addStage(exchange.input, outputOf(exchange), fields, false);
      this.exchanges.set(exchange, id);
    }
    return id;
  }

  private addStage(root: PlanNode, output: StageOutput, fields: readonly Field[], isLast: boolean): number {
    const fragment = new FragmentBuilder((node) => this.sourceOf(node));
    const plan = fragment.build(root);
    const { estimate, request } = this.options;
    const tasks = taskCount(fragment, request, (id) => this.byId.get(id));
    const isStreamed = isLast && tasks === 1 && !fragment.joins;
    const draft = {
      fragment: plan,
      tables: fragment.tables,
      inputs: fragment.inputs.map((input): StageInput => ({ ...input, streamed: isStreamed })),
      functions: fragment.functions,
      fields,
      output,
      tasks,
      rows: Math.round(estimate.rows(root)),
      bytes: Math.round(estimate.bytes(root)),
    };
    const id = this.keep(draft);
    this.origins.set(id, estimate.origins(root));
    return id;
  }

  private keep(draft: Omit<Stage, 'id'>): number {
    const text = signature(draft);
    const id = this.reusable.get(text) ?? this.nextId++;
    this.reusable.delete(text);
    const stage = { id, ...draft };
    this.stages.push(stage);
    this.byId.set(id, stage);
    return id;
  }

  /** The stage behind a leaf or an exchange, and how it is read. */
  private sourceOf(node: PlanNode): { stage: number; read: StageInput['read']; fields: readonly Field[] } | undefined {
    if (node.kind === 'exchange')
      return this.source(this.stageOf(node), node.distribution.kind === 'hash' || node.distribution.kind === 'spread' ? 'part' : 'all');
    if (node.kind === 'input') return this.source(node.input, readOf(node));
    if (node.kind !== 'cte-ref') return undefined;
    const id = this.shared.get(node.id);
    if (id === undefined) throw internalError('PLAN_NODE', `The shared part ${node.id} is read before it is made`);
    return this.source(id, readOf(node));
  }

  private source(stage: number, read: LeafRead) {
    const producer = this.byId.get(stage);
    if (!producer) throw internalError('PLAN_NODE', `Stage ${stage} is read but is not part of the plan`);
    return { stage, read: read === 'part' ? ('partition' as const) : ('all' as const), fields: producer.fields };
  }
}

/** One fragment: everything above the exchanges, with its own numbers for tables, inputs and functions. */
class FragmentBuilder {
  readonly tables: StageTable[] = [];
  readonly inputs: Omit<StageInput, 'streamed'>[] = [];
  readonly functions: number[] = [];
  joins = false;

  constructor(private readonly sourceOf: (node: PlanNode) => (Omit<StageInput, 'streamed'> & { fields: readonly Field[] }) | undefined) {}

  build(node: PlanNode): PlanNode {
    const source = this.sourceOf(node);
    if (source) {
      const { fields, stage, read } = source;
      const rows = node.rows === undefined ? {} : { rows: node.rows };
      return { kind: 'input', input: this.inputs.push({ stage, read }) - 1, fields, ...rows };
    }
    if (node.kind === 'scan') return this.scan(node);
    if (node.kind === 'opaque')
      return { ...node, tables: node.tables.map((entry) => ({ ...entry, table: this.table(entry.table, 'all') })) };
    if (node.kind === 'invoke')
      return {
        ...node,
        input: this.build(node.input),
        calls: node.calls.map((call) => ({ ...call, function: positionIn(this.functions, call.function) })),
      };
    if (node.kind === 'join') this.joins = true;
    const { phase: _phase, ...plain } = withChildren(
      node,
      childrenOf(node).map((child) => this.build(child)),
    ) as PlanNode & { phase?: unknown };
    return plain;
  }

  private scan(node: Extract<PlanNode, { kind: 'scan' }>): PlanNode {
    const { read: _read, ...plain } = node as Extract<PlacedLeaf, { kind: 'scan' }>;
    return { ...plain, table: this.table(node.table, readOf(node) === 'all' ? 'all' : 'split') };
  }

  private table(table: number, read: StageTable['read']): number {
    const known = this.tables.findIndex((entry) => entry.table === table && entry.read === read);
    return known >= 0 ? known : this.tables.push({ table, read }) - 1;
  }
}

/** Where the list has the entry, at its end if it is new. */
function positionIn(list: number[], entry: number): number {
  const known = list.indexOf(entry);
  return known >= 0 ? known : list.push(entry) - 1;
}

/** As many tasks as there are partitions to read, else as many as there are executors and splits for them. */
function taskCount({ tables, inputs }: FragmentBuilder, request: PlanStagesRequest, stageOf: (id: number) => Stage | undefined): number {
  const partitions = inputs.filter((input) => input.read === 'partition').map((input) => partitionsOf(stageOf(input.stage)));
  if (partitions.length > 0) return Math.max(...partitions);
  const split = tables.filter((table) => table.read === 'split');
  if (split.length === 0) return 1;
  const splits = Math.max(...split.map(({ table }) => request.tables[table]?.maxSplits ?? Infinity));
  return Math.max(1, Math.min(request.executors, splits));
}

function partitionsOf(stage: Stage | undefined): number {
  if (!stage || stage.output.kind === 'single') throw internalError('PLAN_NODE', 'A stage without partitions is read by partition');
  return stage.output.partitions;
}

function outputOf({ distribution }: ExchangeNode): StageOutput {
  switch (distribution.kind) {
    case 'hash':
      return { kind: 'hash', keys: distribution.keys, partitions: distribution.partitions };
    case 'spread':
      return { kind: 'spread', partitions: distribution.partitions };
    default:
      return { kind: 'single' };
  }
}

/** Equal for stages that do the same. Estimates do not count. */
function signature({ fragment, tables, inputs, functions, output, tasks, fields }: Omit<Stage, 'id'>): string {
  const called = [...walk(fragment)].flatMap((node) => (node.kind === 'invoke' ? node.calls.map((call) => functions[call.function]) : []));
  return JSON.stringify([printPlan(fragment, { rows: false }), fields.map((field) => field.type), tables, inputs, called, output, tasks]);
}
