import type { Expression } from '@arbalest/plan';
import { logical } from '../expressions.js';

/** What a condition is the conjunction of, in order. */
export function conjunctsOf(condition: Expression | undefined): readonly Expression[] {
  if (!condition) return [];
  return condition.kind === 'logical' && condition.op === 'and' ? condition.args.flatMap(conjunctsOf) : [condition];
}

export function conjunction(conditions: readonly Expression[]): Expression | undefined {
  return conditions.length > 1 ? logical('and', ...conditions) : conditions[0];
}
