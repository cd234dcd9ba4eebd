import type { LogicalPlan, PlanContext, Table } from '@arbalest/spi';
import { idsOf } from '../references/called-functions.js';
import type { CalledFunctions } from '../references/called-functions.js';
import type { Resolution } from '../references/reference-resolver.js';

const MAX_PLANS = 256;

/** A plan without its tables, and what its references meant when it was made. */
export interface CachedPlan {
  readonly plan: Omit<LogicalPlan, 'tables'>;
  readonly resolutions: readonly Resolution[];
  /** Names of users' functions that it calls, and the definitions they meant. */
  readonly functions: CalledFunctions['meanings'];
}

/** Plans by text, parameters and settings, the latest used kept. A plan is used again only when every reference still means the same. */
export class PlanCache {
  /** In order of last use. */
  private readonly plans = new Map<string, CachedPlan>();

  async get(key: string, context: PlanContext): Promise<LogicalPlan | undefined> {
    const cached = this.plans.get(key);
    if (!cached) return undefined;
    this.plans.delete(key);
    if (!cached.functions.every(([name, ids]) => idsOf(context.functions?.named(name) ?? []) === ids)) return undefined;
    const tables = await currentTables(cached.resolutions, context);
    if (!tables) return undefined;
    this.put(key, cached);
    return { ...cached.plan, tables };
  }

  put(key: string, plan: CachedPlan): void {
    this.plans.set(key, plan);
    if (this.plans.size > MAX_PLANS) this.plans.delete(this.plans.keys().next().value!);
  }
}

/** Undefined when a reference means something else by now. */
async function currentTables(resolutions: readonly Resolution[], context: PlanContext): Promise<readonly Table[] | undefined> {
  const tables: Table[] = [];
  for (const resolution of resolutions) {
    const { table, outcome } = await currentOutcome(resolution, context);
    if (outcome !== resolution.outcome || (table === undefined) !== (resolution.table === undefined)) return undefined;
    if (table) tables[resolution.table!] = table;
  }
  return tables;
}

async function currentOutcome(
  { request }: Resolution,
  context: PlanContext,
): Promise<{ readonly table?: Table; readonly outcome?: string }> {
  if (request.kind === 'paths') {
    const table = await context.resolvePaths(request.paths, request.codec, request.options);
    return table ? { table, outcome: table.version } : {};
  }
  const relation = await context.resolve(request.name);
  if (relation?.kind === 'view') return { outcome: relation.query };
  return relation ? { table: relation.table, outcome: relation.table.version } : {};
}

/** Words whose value depends on when or by whom a statement is planned; as text, too, because 'now' casts to a timestamp. */
const OF_THE_MOMENT = /now|today|tomorrow|yesterday|current|local_?time|getvariable|getenv|version|txid|transaction/i;

export function isCacheable(text: string): boolean {
  return !OF_THE_MOMENT.test(text);
}
