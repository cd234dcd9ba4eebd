import { printPlan, walk } from '@arbalest/plan';
import { sizeText } from './size-text.js';
import type { Stage, StageInput, StageOutput, StagePlan } from './stage.js';

export interface ExplainedPlan {
  readonly stages: readonly ExplainedStage[];
  readonly exchanges: readonly ExplainedExchange[];
  readonly estimates: { readonly stages: number; readonly tasks: number; readonly exchangedBytes?: number };
  /** True when a part of the statement runs as text of the engine's own language, in one place. */
  readonly opaque: boolean;
  /** Why, when `opaque`. */
  readonly reason?: string;
  /** Why the statement, which is not opaque, runs whole on one executor, when it does. */
  readonly whole?: string;
}

export interface ExplainedStage {
  readonly id: number;
  readonly tasks: number;
  readonly plan: string;
  readonly tables: readonly { readonly table: number; readonly read: string }[];
  readonly inputs: readonly StageInput[];
  /** Names of the users' functions that it calls; none when absent. */
  readonly functions?: readonly string[];
  readonly output: StageOutput;
  readonly rows?: number;
  readonly bytes?: number;
}

export interface ExplainedExchange {
  readonly from: number;
  readonly to: number;
  readonly kind: 'hash' | 'spread' | 'broadcast' | 'gather';
  readonly streamed: boolean;
  readonly rows?: number;
  readonly bytes?: number;
}

/** The stages as data, for EXPLAIN (FORMAT json). */
export function explainJson(plan: StagePlan): ExplainedPlan {
  const reason = opaqueReason(plan);
  const exchanges = plan.stages.flatMap((stage) => exchangesInto(stage, plan));
  return {
    stages: plan.stages.map(explainStage),
    exchanges,
    estimates: {
      stages: plan.stages.length,
      tasks: plan.stages.reduce((sum, stage) => sum + stage.tasks, 0),
      exchangedBytes: exchanges.reduce((sum, exchange) => sum + (exchange.bytes ?? 0), 0),
    },
    opaque: reason !== undefined,
    ...(reason === undefined ? {} : { reason }),
    ...(plan.whole === undefined ? {} : { whole: plan.whole }),
  };
}

/** The stages for people, the one that makes the result first. */
export function explainText(plan: StagePlan): string {
  const reason = opaqueReason(plan) ?? plan.whole;
  const stages = plan.stages.toReversed().map((stage) => stageText(stage, plan));
  return [...(reason === undefined ? [] : [`Runs whole on one executor: ${reason}`]), ...stages].join('\n');
}

function explainStage(stage: Stage): ExplainedStage {
  const { id, tasks, tables, inputs, output, rows, bytes, fragment } = stage;
  return {
    id,
    tasks,
    plan: printPlan(fragment),
    tables,
    inputs,
    ...(calledBy(stage).length > 0 && { functions: calledBy(stage) }),
    output,
    ...(rows === undefined ? {} : { rows }),
    ...(bytes === undefined ? {} : { bytes }),
  };
}

function exchangesInto(stage: Stage, plan: StagePlan): readonly ExplainedExchange[] {
  return stage.inputs.map((input) => {
    const producer = plan.stages.find((candidate) => candidate.id === input.stage);
    return {
      from: input.stage,
      to: stage.id,
      kind: exchangeKind(stage, input, producer),
      streamed: input.streamed,
      ...(producer?.rows === undefined ? {} : { rows: producer.rows }),
      ...(producer?.bytes === undefined ? {} : { bytes: producer.bytes }),
    };
  });
}

function exchangeKind(stage: Stage, input: StageInput, producer: Stage | undefined): ExplainedExchange['kind'] {
  if (input.read === 'all') return stage.tasks === 1 ? 'gather' : 'broadcast';
  return producer?.output.kind === 'hash' ? 'hash' : 'spread';
}

function stageText(stage: Stage, plan: StagePlan): string {
  const tasks = stage.tasks === 1 ? '1 task' : `${stage.tasks} tasks`;
  const estimate =
    stage.rows === undefined ? '' : `, about ${count(stage.rows)} rows${stage.bytes === undefined ? '' : ` (${sizeText(stage.bytes)})`}`;
  const head = `Stage ${stage.id}: ${tasks}${outputText(stage.output)}${estimate}`;
  const inputs = exchangesInto(stage, plan).map(
    (exchange, i) => `  input #${i}: ${exchange.kind} from stage ${exchange.from}${exchange.streamed ? ', streamed' : ''}`,
  );
  const replicated = stage.tasks > 1 ? replicatedTables(stage) : [];
  const called = calledBy(stage).length > 0 ? [`  calls ${calledBy(stage).join(', ')}`] : [];
  return [head, ...inputs, ...replicated, ...called, indent(printPlan(stage.fragment))].join('\n');
}

function calledBy({ fragment }: Stage): readonly string[] {
  const names = [...walk(fragment)].flatMap((node) => (node.kind === 'invoke' ? node.calls.map(({ name }) => name) : []));
  return [...new Set(names)];
}

function replicatedTables(stage: Stage): readonly string[] {
  const names = new Set<string>();
  for (const node of walk(stage.fragment)) if (node.kind === 'scan' && stage.tables[node.table]?.read === 'all') names.add(node.name);
  return names.size === 0 ? [] : [`  read whole by every task: ${[...names].join(', ')}`];
}

function outputText(output: StageOutput): string {
  if (output.kind === 'single') return '';
  return output.kind === 'hash'
    ? `, output by hash of ${output.keys.map((key) => `#${key}`).join(', ')} in ${output.partitions}`
    : `, output spread over ${output.partitions}`;
}

function opaqueReason(plan: StagePlan): string | undefined {
  for (const stage of plan.stages)
    for (const node of walk(stage.fragment)) if (node.kind === 'opaque' && node.reason !== '') return node.reason;
  return undefined;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

function count(rows: number): string {
  return Math.round(rows).toLocaleString('en-US');
}
