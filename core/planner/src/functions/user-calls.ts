import { walk, walkExpression, type CallExpression, type Expression, type PlanNode, type UserCall } from '@arbalest/plan';
import type { FunctionDefinition } from '@arbalest/spi';
import { expressionsOf, isVolatile } from '../expressions.js';

/** A call of a user's function inside an expression. */
export type UserCallExpression = CallExpression & { readonly user: UserCall };

export function isUserCall(expression: Expression): expression is UserCallExpression {
  return expression.kind === 'call' && expression.user !== undefined;
}

export function hasUserCall(expression: Expression): boolean {
  for (const part of walkExpression(expression)) if (isUserCall(part)) return true;
  return false;
}

/** Whether any expression of the node itself holds a call. */
export function callsUsers(node: PlanNode): boolean {
  return expressionsOf(node).some(hasUserCall);
}

/** Whether the plan holds calls of users' functions, in expressions or in nodes. */
export function planCallsUsers(plan: PlanNode): boolean {
  for (const node of walk(plan)) if (node.kind === 'invoke' || callsUsers(node)) return true;
  return false;
}

/** What the definitions of a statement's functions say of its calls. */
export class Volatility {
  constructor(private readonly functions: readonly Pick<FunctionDefinition, 'volatility'>[]) {}

  /**
   * Whether the value may differ from call to call: the function's own calls, whatever the engine that planned took them for, and built-in ones within.
   */
  isVolatile(expression: Expression): boolean {
    for (const part of walkExpression(expression)) {
      if (isUserCall(part) ? this.ofCall(part) : part.kind === 'call' && part.volatile) return true;
    }
    return false;
  }

  ofCall({ user, volatile }: UserCallExpression): boolean {
    const definition = this.functions[user.function];
    return definition ? definition.volatility === 'volatile' : volatile;
  }
}

/** A built-in call within whose value may differ from time to time; users' calls do not count. */
export function hasVolatileBuiltIn(expression: Expression): boolean {
  if (!hasUserCall(expression)) return isVolatile(expression);
  for (const part of walkExpression(expression)) if (!isUserCall(part) && part.kind === 'call' && part.volatile) return true;
  return false;
}
