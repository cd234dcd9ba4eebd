import { walkExpression } from '@arbalest/plan';
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
  for (const part of walkExpression(expression)) {
    if (part.kind === 'call' && part.volatile) return true;
  }
  return false;
}
