import { type PlanContext, userError } from '@arbalest/spi';

/**
 * Values for the parameters of a statement, as they came.
 *
 * @param text JSON: an array for `$1`, `$2`, …, an object for `$name`; empty for none
 * @throws user error `PARAMETERS`
 */
export function parseParameters(text: string): PlanContext['parameters'] {
  if (text === '') return [];
  const value = parse(text);
  if (typeof value === 'object' && value !== null) return value as PlanContext['parameters'];
  throw wrong();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong();
  }
}

function wrong() {
  return userError('PARAMETERS', 'Parameters must be JSON: an array of values for $1, $2, … or an object of values for $name');
}
