import { walk, type PlanNode } from '@arbalest/plan';
import { cutStages } from './cut-stages.js';
import { distribute } from './distribute.js';
import { rowWidth } from './estimate.js';
import { Planning, type MadeRows } from './planning.js';
import { rememberPlanning } from './planning-memory.js';
import type { Program } from './program.js';
import { hoistSharedParts } from './rewrite/hoist-shared-parts.js';
import { planCallsUsers } from './functions/user-calls.js';
import { placeCalls } from './functions/place-calls.js';
import { pruneColumns } from './rewrite/prune-columns.js';
import { shareCorrelatedSides } from './rewrite/share-correlated-sides.js';
import { unfoldUnions } from './rewrite/unfold-unions.js';
import { runProgramWhole, runWhole } from './run-whole.js';
import { sizeText } from './size-text.js';
import type { PlanStagesRequest, Stage, StagePlan } from './stage.js';
import { waitForSizes } from './wait-for-sizes.js';

/**
 * Cuts a statement into stages. Pure: the same request gives the same stages. What one executor finishes sooner than an exchange would pay is one
 * stage of one task, from the statement as it was written where that is given.
 */
export function planStages(request: PlanStagesRequest): StagePlan {
  if (request.plan.kind === 'opaque') return runWhole(request, request.plan);
  const why = whyWhole(request);
  const callsFunctions = planCallsUsers(request.plan);
  if (why !== undefined && !callsFunctions) return runWhole(request, request.whole ?? request.plan, why);
  const hoisted = hoistSharedParts(shareCorrelatedSides(unfoldUnions(request.plan)));
  const program = pruneColumns(callsFunctions ? placeCalls(hoisted, request, why !== undefined) : hoisted);
  if (why !== undefined) return runProgramWhole(program, request, why);
  return planProgram(program, { request, made: new Map(), before: [], replaced: [], nextId: 0, generation: 0 });
}

export interface ProgramRequest {
  readonly request: PlanStagesRequest;
  readonly made: ReadonlyMap<number, MadeRows>;
  readonly before: readonly Stage[];
  readonly replaced: readonly Stage[];
  readonly nextId: number;
  /** How often the statement has been planned before. */
  readonly generation: number;
}

/** Places and cuts a program; the plan remembers it for planning again. */
export function planProgram(program: Program, { request, made, before, replaced, nextId, generation }: ProgramRequest): StagePlan {
  const planning = new Planning(request, made);
  const placed = pruneColumns(distribute(program, planning));
  const cut = cutStages(placed, { request, estimate: planning.estimate, before, replaced, nextId });
  const { exchanges, shared } = cut;
  // What a stage that stays comes from was noted when it was cut.
  const origins = new Map([...made].flatMap(([id, rows]) => (rows.origins ? [[id, rows.origins] as const] : [])).concat([...cut.origins]));
  const stages = request.settings.adaptive ? waitForSizes(cut.stages, new Set(before.map(({ id }) => id))) : cut.stages;
  return rememberPlanning({ stages }, { request, program: placed, exchanges, shared, origins, generation });
}

/** Why one executor is to run the statement whole; undefined when it is to be cut. */
function whyWhole({ executors, plan, tables, settings }: PlanStagesRequest): string | undefined {
  if (executors <= 1) return 'there is one executor';
  if (settings.smallQueryBytes === 0) return undefined;
  let bytes = 0;
  for (const node of walk(plan)) bytes += node.kind === 'scan' ? scannedBytes(node, tables) : 0;
  return bytes < settings.smallQueryBytes ? `it scans ${sizeText(bytes)}, less than planner.small_query_bytes` : undefined;
}

/** The stored bytes of the columns that a scan reads, by their share of a row. */
function scannedBytes(node: Extract<PlanNode, { kind: 'scan' }>, tables: PlanStagesRequest['tables']): number {
  const table = tables[node.table];
  const whole = rowWidth(table?.fields.map((field) => field.type) ?? []);
  const read = rowWidth(node.columns.map((column) => column.type));
  if (table?.bytes !== undefined) return whole > 0 ? (table.bytes * read) / whole : table.bytes;
  return table?.rows === undefined ? Infinity : table.rows * read;
}
