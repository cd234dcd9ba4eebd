import { transformUp, walk, type OpaqueNode, type PlanNode } from '@arbalest/plan';
import { cutStages } from './cut-stages.js';
import { Estimator } from './estimate.js';
import { withRead } from './placement.js';
import type { Program } from './program.js';
import type { PlanStagesRequest, Stage, StagePlan } from './stage.js';

/** The statement as one stage of one task that reads every table whole. */
export function runWhole(request: PlanStagesRequest, plan: PlanNode, why?: string, id = 0): StagePlan {
  const { fragment, tables } = withLocalTables(plan);
  const stage: Stage = {
    id,
    fragment,
    tables: tables.map((table) => ({ table, read: 'all' })),
    inputs: [],
    functions: [],
    fields: request.fields,
    output: { kind: 'single' },
    tasks: 1,
    ...(plan.rows === undefined ? {} : { rows: plan.rows }),
  };
  return { stages: [stage], ...(why === undefined ? {} : { whole: why }) };
}

/**
 * The same for a statement that calls users' functions. A fragment is cut where they are called, and what is computed once could not be read on both sides of a
 * cut: every shared part is a stage of one task, too.
 */
export function runProgramWhole({ shared, root }: Program, request: PlanStagesRequest, why: string): StagePlan {
  const gathered = shared.map((part) => ({
    ...part,
    plan: { kind: 'exchange', input: readWhole(part.plan), distribution: { kind: 'gather' } } as const,
  }));
  const rows = new Map(shared.flatMap(({ id, plan }) => (plan.rows === undefined ? [] : [[id, plan.rows] as const])));
  const estimate = new Estimator(request.tables, (id) => rows.get(id));
  const alone = { ...request, executors: 1 };
  const { stages } = cutStages(
    { shared: gathered, root: readWhole(root) },
    { request: alone, estimate, before: [], replaced: [], nextId: 0 },
  );
  return { stages, whole: why };
}

/** Every shared part is read by one task, which has it all. */
function readWhole(plan: PlanNode): PlanNode {
  return transformUp(plan, (node) => (node.kind === 'cte-ref' ? withRead(node, 'all') : node));
}

/** A fragment numbers its tables by itself: one entry for each table, in the order of first use. */
function withLocalTables(plan: PlanNode): { fragment: PlanNode; tables: readonly number[] } {
  const positions = new Map<number, number>();
  const local = (table: number): number => {
    if (!positions.has(table)) positions.set(table, positions.size);
    return positions.get(table)!;
  };
  for (const node of walk(plan)) for (const table of tablesOf(node)) local(table);
  const fragment = transformUp(plan, (node) => {
    if (node.kind === 'scan') return { ...node, table: local(node.table) };
    if (node.kind === 'opaque')
      return { ...node, tables: node.tables.map((entry) => ({ ...entry, table: local(entry.table) })) } satisfies OpaqueNode;
    return node;
  });
  return { fragment, tables: [...positions.keys()] };
}

function tablesOf(node: PlanNode): readonly number[] {
  if (node.kind === 'scan') return [node.table];
  return node.kind === 'opaque' ? node.tables.map((entry) => entry.table) : [];
}
