import type { Expression } from '@arbalest/plan';

/** Functions whose every call counts: another value each time, or an effect. */
const VOLATILE: ReadonlySet<string> = new Set([
  'random',
  'setseed',
  'uuid',
  'gen_random_uuid',
  'uuidv4',
  'uuidv7',
  'nextval',
  'currval',
  'error',
  'sleep_ms',
  'write_log',
]);

export function isVolatileFunction(name: string): boolean {
  return VOLATILE.has(name);
}

export function isVolatile(expression: Expression): boolean {
  return (expression.kind === 'call' && expression.volatile) || operandsOf(expression).some(isVolatile);
}

export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'column':
    case 'constant':
      return [];
    case 'call':
    case 'logical':
      return expression.args;
    case 'cast':
      return [expression.input];
    case 'compare':
      return [expression.left, expression.right];
    case 'case':
      return [...expression.branches.flatMap(({ when, then }) => [when, then]), expression.otherwise];
    case 'in':
      return [expression.input, ...expression.values];
    case 'lambda':
      return [expression.body];
  }
}
