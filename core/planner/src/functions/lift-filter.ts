import { outputTypes, remapColumns, type Expression, type PlanNode } from '@arbalest/plan';
import { CallLifter, type Lifted } from './call-lifter.js';
import { conjunction, conjunctsOf } from './conjuncts.js';
import { hasUserCall, type Volatility } from './user-calls.js';

/**
 * Conditions without calls first, then each one with calls over the rows that those before it have left. Values of calls stay known above.
 *
 * @param estimate of the rows that pass all conditions
 */
export function liftFilter(
  input: Lifted,
  predicate: Expression,
  { volatility }: { readonly volatility: Volatility },
  estimate: { readonly rows?: number } = {},
): Lifted {
  const conditions = conjunctsOf(predicate);
  const plain = conjunction(conditions.filter((condition) => !hasUserCall(condition)));
  const calling = conditions.filter(hasUserCall);
  const lifter = new CallLifter(input, volatility);
  if (plain) lifter.over((rows) => filtered(rows, plain, calling.length === 0 ? estimate : {}));
  calling.forEach((condition, i) => {
    const [value] = lifter.lift([condition]);
    lifter.over((rows) => filtered(rows, value!, i === calling.length - 1 ? estimate : {}));
  });
  return lifter.result();
}

function filtered(input: PlanNode, condition: Expression, estimate: { readonly rows?: number }): PlanNode {
  const predicate = remapColumns(condition, (index) => index, outputTypes(input).length);
  return { kind: 'filter', input, predicate, ...estimate };
}
