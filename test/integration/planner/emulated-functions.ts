import {
  childrenOf,
  transformUp,
  withChildren,
  withExpressionParts,
  expressionParts,
  type CallExpression,
  type Expression,
  type InvokeCall,
  type InvokeNode,
  type PlanNode,
} from '@arbalest/plan';
import type { DataType, FunctionDefinition, FunctionOperation, LogicalPlan } from '@arbalest/spi';

/** Built-in functions that tests take for users' functions: what a call of each does as one. */
const STAND_INS: Readonly<Record<string, FunctionOperation>> = {
  gcd: 'scalar',
  lcm: 'scalar',
  even: 'scalar',
  list_sum: 'complete',
  generate_series: 'table',
};

const NAMES = Object.keys(STAND_INS);

export const DEFINITIONS: readonly FunctionDefinition[] = NAMES.map((name) => ({
  id: name,
  name,
  kind: STAND_INS[name] === 'complete' ? 'aggregate' : STAND_INS[name] === 'table' ? 'table' : 'scalar',
  arguments: [],
  returns: { id: 'BIGINT' },
  language: 'sql',
  source: { kind: 'inline', language: 'sql', code: '' },
  handler: name,
  volatility: name === 'lcm' ? 'volatile' : 'immutable',
  nulls: 'call',
  repeatable: true,
  onError: 'fail',
  timeoutMs: 0,
  options: {},
  requests: {},
}));

/** The plan with the stand-ins as calls of users' functions. */
export function withUserCalls(plan: LogicalPlan): LogicalPlan {
  const { whole: _whole, ...rest } = plan;
  return { ...rest, plan: mapExpressions(plan.plan as PlanNode, asUserCall), functions: DEFINITIONS };
}

function asUserCall(expression: Expression): Expression {
  const operation = expression.kind === 'call' ? STAND_INS[expression.name] : undefined;
  if (!operation) return expression;
  return { ...(expression as CallExpression), user: { function: NAMES.indexOf((expression as CallExpression).name), operation } };
}

/** What an executor does with a fragment, in SQL: each call is the built-in function, NULL where it is not to be made. */
export function emulateCalls(fragment: PlanNode, functions: readonly FunctionDefinition[]): PlanNode {
  return transformUp(fragment, (node) => (node.kind === 'invoke' ? called(node, functions) : node));
}

function called(node: InvokeNode, functions: readonly FunctionDefinition[]): PlanNode {
  const values = node.calls.map((call): Expression => {
    const value = valueOf(call, functions[call.function]!.name);
    if (!call.when) return value;
    return {
      kind: 'case',
      branches: [{ when: call.when, then: value }],
      otherwise: { kind: 'constant', value: null, type: call.type },
      type: call.type,
    };
  });
  return { kind: 'project', input: node.input, expressions: [...node.keep, ...values] };
}

/** The state of the sum is its text. */
function valueOf({ operation, args, type }: InvokeCall, name: string): Expression {
  const sum = (list: Expression, of: DataType): Expression => ({ kind: 'call', name: 'list_sum', args: [list], volatile: false, type: of });
  const text: DataType = { id: 'VARCHAR' };
  const cast = (input: Expression, to: DataType): Expression => ({ kind: 'cast', input, type: to, try: false });
  if (operation === 'update') return cast(cast(sum(args[0]!, { id: 'HUGEINT' }), text), type);
  if (operation === 'finish') {
    const texts = cast(args[0]!, { id: 'LIST', child: text });
    return sum(cast(texts, { id: 'LIST', child: { id: 'HUGEINT' } }), type);
  }
  return { kind: 'call', name, args, volatile: false, type };
}

function mapExpressions(node: PlanNode, map: (expression: Expression) => Expression): PlanNode {
  const inputs = childrenOf(node).map((child) => mapExpressions(child, map));
  return mapMembers(withChildren(node, inputs), map, inputs) as PlanNode;
}

/** Every member of the node that is an expression, wherever it stands in it. */
function mapMembers(value: unknown, map: (expression: Expression) => Expression, inputs: readonly PlanNode[]): unknown {
  if (typeof value !== 'object' || value === null || inputs.includes(value as PlanNode)) return value;
  if (isExpression(value)) return mapExpression(value, map);
  if (Array.isArray(value)) return value.map((entry) => mapMembers(entry, map, inputs));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === 'filters' || key === 'type' || key === 'types' ? entry : mapMembers(entry, map, inputs),
    ]),
  );
}

const EXPRESSIONS = new Set(['column', 'constant', 'call', 'cast', 'compare', 'logical', 'case', 'in', 'lambda']);

function isExpression(value: object): value is Expression {
  return 'kind' in value && EXPRESSIONS.has(value.kind as string) && 'type' in value;
}

function mapExpression(expression: Expression, map: (expression: Expression) => Expression): Expression {
  return map(
    withExpressionParts(
      expression,
      expressionParts(expression).map((part) => mapExpression(part, map)),
    ),
  );
}
