import { expressionParts, withExpressionParts, type Expression, type PlanNode, type ValuesNode } from '@arbalest/plan';
import { column } from '../expressions.js';
import { hasUserCall } from './user-calls.js';

/** Neighbouring rows that call the same functions in the same places: the calls over columns, and for each row what the columns hold. */
interface Run {
  readonly shape: string;
  readonly expressions: readonly Expression[];
  readonly slots: (readonly Expression[])[];
}

/** Rows of constants in which functions are called, as a projection with the calls over rows without. */
export function liftValues(node: ValuesNode): PlanNode {
  const runs: Run[] = [];
  for (const row of node.values) {
    const slots: Expression[] = [];
    const expressions = row.map((expression) => withSlots(expression, slots));
    const shape = JSON.stringify(expressions);
    const last = runs.at(-1);
    if (last?.shape === shape) last.slots.push(slots);
    else runs.push({ shape, expressions, slots: [slots] });
  }
  const inputs = runs.map(projectionOf);
  return inputs.length === 1 ? inputs[0]! : { kind: 'set-operation', op: 'union', all: true, inputs, rows: node.values.length };
}

function projectionOf({ expressions, slots }: Run): PlanNode {
  const types = slots[0]!.map(({ type }) => type);
  return { kind: 'project', input: { kind: 'values', types, values: slots }, expressions };
}

/** Puts what holds no call into slots, and columns in its place. */
function withSlots(expression: Expression, slots: Expression[]): Expression {
  if (!hasUserCall(expression)) return column(slots.push(expression) - 1, expression.type);
  return withExpressionParts(
    expression,
    expressionParts(expression).map((part) => withSlots(part, slots)),
  );
}
