import type { PlanNode } from '@arbalest/plan';

/**
 * A statement as its shared parts and the rest. Each shared part is computed once and read through `cte-ref` nodes; it may refer to those before
 * it. No `cte` node and no correlated join is left in any of them.
 */
export interface Program {
  readonly shared: readonly SharedPart[];
  readonly root: PlanNode;
}

export interface SharedPart {
  readonly id: number;
  readonly name: string;
  readonly plan: PlanNode;
}
