import type { Stage, StageInput, StageOutput, StagePlan } from '@arbalest/planner';
import type { SimRandom } from '../engine/sim-random.js';
import { type Intake, fragmentOf, isVersioned, opOf, ROW_FIELDS, type StageOp } from './stage-op.js';

/** A query, and the stages that it comes to. */
export interface SimQuery {
  readonly name: string;
  /** Names of tables; a stage's tables are positions in here. */
  readonly tables: readonly string[];
  readonly plan: StagePlan;
}

/** Chains and trees of stages: scans, shuffles by hash or as rows come, broadcasts, streamed inputs, stages that are planned again while the query runs. */
export function randomQuery(name: string, tables: readonly string[], random: SimRandom): SimQuery {
  const width = random.between(1, 3);
  const count = random.between(1, 4);
  const stages: Stage[] = [];
  for (let id = 0; id < count; id++) stages.push(randomStage(id, id === count - 1, width, { stages, tables, random }));
  return { name, tables, plan: { stages } };
}

interface Surroundings {
  readonly stages: readonly Stage[];
  readonly tables: readonly string[];
  readonly random: SimRandom;
}

function randomStage(id: number, isLast: boolean, width: number, { stages, tables, random }: Surroundings): Stage {
  const unread = stages.filter((other) => !stages.some(({ inputs }) => inputs.some((input) => input.stage === other.id)));
  const producers = id === 0 || (!isLast && random.chance(0.35)) ? [] : unread;
  const isAlone = isLast ? random.chance(0.5) : random.chance(0.15);
  const scanned = producers.length === 0 || random.chance(0.2) ? [random.below(tables.length)] : [];
  const tasks = isAlone ? 1 : width;
  const inputs = producers.map((producer, i) => inputOf(producer, tasks, i > 0 && random.chance(0.4), random));
  const intake = inputs.map((input): Intake => (input.read === 'all' && tasks > 1 ? 'digest' : 'rows'));
  const gatherAfter = tasks > 1 && !isLast ? inputs.find((input) => !input.streamed)?.stage : undefined;
  const op: StageOp = {
    label: random.below(2 ** 30),
    kind: random.chance(0.3) && (tasks === 1 || (scanned.length === 0 && mayDigest(inputs, stages))) ? 'digest' : 'map',
    tables: scanned.map(() => 'rows'),
    inputs: intake,
    volatile: random.chance(0.12),
  };
  const adapts = gatherAfter !== undefined && op.kind === 'map' && intake.every((each) => each === 'rows') && random.chance(0.5);
  return {
    id,
    fragment: fragmentOf(adapts ? { ...op, gatherAfter } : op),
    tables: scanned.map((table) => ({ table, read: 'split' })),
    functions: [],
    inputs,
    fields: ROW_FIELDS,
    output: isLast ? { kind: 'single' } : outputOf(width, random),
    tasks,
    ...(adapts && random.chance(0.7) ? { after: [gatherAfter] } : {}),
  };
}

/** One row for all rows of a partition: only where it is sure which rows those are. */
function mayDigest(inputs: readonly StageInput[], stages: readonly Stage[]): boolean {
  return inputs.every(({ stage }) => !isVersioned(stages[stage]!, opOf(stages[stage]!.fragment)) && stages[stage]!.output.kind === 'hash');
}

function inputOf({ id, output }: Stage, tasks: number, broadcast: boolean, random: SimRandom): StageInput {
  const whole = tasks === 1 || broadcast || output.kind === 'single';
  return { stage: id, read: whole ? 'all' : 'partition', streamed: random.chance(0.3) };
}

function outputOf(width: number, random: SimRandom): StageOutput {
  return random.chance(0.3) ? { kind: 'spread', partitions: width } : { kind: 'hash', keys: [0], partitions: width };
}

/** The plan once the sizes of `known` stages are: a stage that asked for it gets one task, under another id. The same plan when nothing changes. */
export function replanned(plan: StagePlan, known: ReadonlySet<number>, started: ReadonlySet<number>): StagePlan {
  const asks = plan.stages.find((stage) => {
    const { gatherAfter } = opOf(stage.fragment);
    return gatherAfter !== undefined && known.has(gatherAfter) && !started.has(stage.id);
  });
  if (!asks) return plan;
  const id = asks.id + GATHERED;
  const { gatherAfter: _, ...op } = opOf(asks.fragment);
  const { after: _after, ...rest } = asks;
  const gathered: Stage = {
    ...rest,
    id,
    tasks: 1,
    fragment: fragmentOf(op),
    inputs: asks.inputs.map((input) => ({ ...input, read: 'all' })),
  };
  return { ...plan, stages: plan.stages.map((stage) => (stage === asks ? gathered : readingFrom(stage, asks.id, id))) };
}

/** Added to the id of a stage that is planned again. */
const GATHERED = 100;

function readingFrom(stage: Stage, before: number, after: number): Stage {
  if (!stage.inputs.some((input) => input.stage === before)) return stage;
  return { ...stage, inputs: stage.inputs.map((input) => (input.stage === before ? { ...input, stage: after } : input)) };
}
