import { childrenOf, withChildren, type ExchangeNode, type PlanNode } from '@arbalest/plan';
import { SINGLE, SPREAD, type Partitioning } from './placement.js';
import { planProgram } from './plan-stages.js';
import type { MadeRows } from './planning.js';
import { recallPlanning, type PlanningMemory } from './planning-memory.js';
import type { Program } from './program.js';
import type { Stage, StageOutcome, StagePlan } from './stage.js';

/**
 * Plans again what has not started, now that the sizes in `outcomes` are known. Stages in `started` (running or finished) stay as they are, under
 * their ids; others may vanish and new ones, under new ids, may take their place. Returns `plan` itself when nothing changes.
 *
 * What started stages make becomes leaves of known size, all other exchanges go, and the same rules place the rest anew.
 *
 * @param outcomes of every stage that has finished so far
 */
export function replan(plan: StagePlan, outcomes: readonly StageOutcome[], started: ReadonlySet<number>): StagePlan {
  const memory = recallPlanning(plan);
  const last = plan.stages.at(-1)!;
  if (!memory || !memory.request.settings.adaptive || memory.generation >= MOST_GENERATIONS || started.has(last.id)) return plan;
  const before = plan.stages.filter((stage) => started.has(stage.id));
  const replaced = plan.stages.filter((stage) => !started.has(stage.id));
  const made = new Map(before.map((stage) => [stage.id, madeRows(stage, outcomes, memory)]));
  const nextId = Math.max(...plan.stages.map((stage) => stage.id)) + 1;
  const rest = new Remainder(memory, before, made);
  const again = planProgram(rest.program(), { request: memory.request, made, before, replaced, nextId, generation: memory.generation + 1 });
  return isSamePlan(plan, again) ? plan : again;
}

/** A statement whose plan still changes after so many times is left as it is: every change may cost a stage. */
const MOST_GENERATIONS = 40;

function madeRows(stage: Stage, outcomes: readonly StageOutcome[], { origins }: PlanningMemory): MadeRows {
  const outcome = outcomes.find((candidate) => candidate.stage === stage.id);
  const rows = outcome?.rows ?? stage.rows ?? 0;
  // What is still running may turn out larger than was guessed: it is not yet small enough for anything.
  const bytes = outcome?.bytes ?? Math.max(stage.bytes ?? 0, UNCOUNTED_BYTES);
  const from = origins.get(stage.id);
  return { partitioning: partitioningOf(stage), rows, bytes, ...(from && { origins: from }) };
}

const UNCOUNTED_BYTES = 4 * 1024 * 1024;

function partitioningOf({ output }: Stage): Partitioning {
  switch (output.kind) {
    case 'hash':
      return { kind: 'hash', keys: output.keys.map((key) => [key]) };
    case 'spread':
      return SPREAD;
    case 'single':
      return SINGLE;
  }
}

/** The part of the program that is still to be placed. */
class Remainder {
  constructor(
    private readonly memory: PlanningMemory,
    private readonly started: readonly Stage[],
    private readonly made: ReadonlyMap<number, MadeRows>,
  ) {}

  program(): Program {
    const { shared, root } = this.memory.program;
    const waiting = shared.filter((part) => !this.stage(this.memory.shared.get(part.id)));
    return { shared: waiting.map((part) => ({ ...part, plan: this.rewrite(part.plan).node })), root: this.rewrite(root).node };
  }

  /** `factor`: how many times as many rows as were guessed the node has, going by what was counted below. */
  private rewrite(node: PlanNode): { node: PlanNode; factor: number } {
    if (node.kind === 'exchange') return this.rewriteExchange(node);
    if (node.kind === 'cte-ref') {
      const stage = this.stage(this.memory.shared.get(node.id));
      return stage ? this.leaf(stage, node.rows) : { node, factor: 1 };
    }
    if (node.kind === 'input') {
      const stage = this.stage(node.input);
      return stage ? this.leaf(stage, node.rows) : { node, factor: 1 };
    }
    const inputs = childrenOf(node).map((child) => this.rewrite(child));
    const factor = inputs.reduce((product, input) => product * input.factor, 1);
    const rebuilt = withChildren(
      node,
      inputs.map((input) => input.node),
    );
    if (factor === 1 || rebuilt.rows === undefined) return { node: rebuilt, factor };
    return { node: { ...rebuilt, rows: rebuilt.rows * factor }, factor };
  }

  private rewriteExchange(node: ExchangeNode): { node: PlanNode; factor: number } {
    const stage = this.stage(this.memory.exchanges.get(node));
    return stage ? this.leaf(stage, stage.rows) : this.rewrite(node.input);
  }

  private stage(id: number | undefined): Stage | undefined {
    return this.started.find((stage) => stage.id === id);
  }

  private leaf(stage: Stage, guess: number | undefined): { node: PlanNode; factor: number } {
    const rows = this.made.get(stage.id)!.rows;
    const factor = guess && guess > 0 ? Math.max(1, rows) / guess : 1;
    return { node: { kind: 'input', input: stage.id, fields: stage.fields, rows }, factor };
  }
}

function isSamePlan(a: StagePlan, b: StagePlan): boolean {
  return a.stages.length === b.stages.length && a.stages.every((stage) => b.stages.some((other) => other.id === stage.id));
}
