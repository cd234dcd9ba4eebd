import type { Expression } from '@arbalest/plan';
import { BOOLEAN, constant, logical, when } from '../expressions.js';

const TRUE = constant('true', BOOLEAN);
const FALSE = constant('false', BOOLEAN);

/** When a part of an expression is evaluated; absent = for every row. */
export type Guard = Expression | undefined;

/**
 * The parts of an expression, as `expressionParts` lists them, each with the condition under which it is evaluated: the branches of a CASE, and what
 * follows an operand of AND, OR and COALESCE that decides.
 *
 * A guard is written as nested CASEs, not with AND, because engines evaluate both sides of an AND.
 */
export function guardedParts(expression: Expression, guard: Guard): readonly { readonly part: Expression; readonly guard: Guard }[] {
  switch (expression.kind) {
    case 'case': {
      let current = guard;
      const parts = expression.branches.flatMap(({ when: condition, then }) => {
        const pair = [
          { part: condition, guard: current },
          { part: then, guard: both(current, isTrue(condition)) },
        ];
        current = both(current, isNotTrue(condition));
        return pair;
      });
      return [...parts, { part: expression.otherwise, guard: current }];
    }
    case 'logical':
      return shortCircuit(expression.op)
        ? inOrder(expression.args, guard, shortCircuit(expression.op)!)
        : unguarded(expression.args, guard);
    case 'column':
    case 'constant':
      return [];
    case 'call':
      return unguarded(expression.args, guard);
    case 'cast':
      return unguarded([expression.input], guard);
    case 'compare':
      return unguarded([expression.left, expression.right], guard);
    case 'in':
      return unguarded([expression.input, ...expression.values], guard);
    case 'lambda':
      return unguarded([expression.body], guard);
  }
}

/** Both conditions, the second looked at only where the first holds. */
export function both(guard: Guard, condition: Expression): Expression {
  return guard ? when(guard, condition, FALSE) : condition;
}

/** Where either holds; everywhere if one of them is everywhere. */
export function either(a: Guard, b: Guard): Guard {
  return a && b ? when(a, TRUE, b) : undefined;
}

/** The expression where the guard holds, else NULL. Columns and constants cannot fail, and stay as they are. */
export function evaluatedWhen(expression: Expression, guard: Guard): Expression {
  if (!guard || expression.kind === 'column' || expression.kind === 'constant') return expression;
  return when(guard, expression, constant(null, expression.type));
}

function shortCircuit(op: string): ((operand: Expression) => Expression) | undefined {
  if (op === 'and') return (operand) => ({ kind: 'compare', op: 'IS DISTINCT FROM', left: operand, right: FALSE, type: BOOLEAN });
  if (op === 'or') return isNotTrue;
  return op === 'coalesce' ? (operand) => logical('is-null', operand) : undefined;
}

/** `goesOn`: the condition under which the operand leaves the next one to decide. */
function inOrder(args: readonly Expression[], guard: Guard, goesOn: (operand: Expression) => Expression) {
  let current = guard;
  return args.map((part) => {
    const entry = { part, guard: current };
    current = both(current, goesOn(part));
    return entry;
  });
}

function unguarded(parts: readonly Expression[], guard: Guard) {
  return parts.map((part) => ({ part, guard }));
}

function isTrue(condition: Expression): Expression {
  return { kind: 'compare', op: 'IS NOT DISTINCT FROM', left: condition, right: TRUE, type: BOOLEAN };
}

function isNotTrue(condition: Expression): Expression {
  return { kind: 'compare', op: 'IS DISTINCT FROM', left: condition, right: TRUE, type: BOOLEAN };
}
