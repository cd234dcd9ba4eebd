import { CONFIG_SCHEMA } from './schema.js';
import { validatorOf } from '../validation/validator.js';

/** Checks against the schema, fills in defaults in place, and says all that is wrong: what, at which path, from where. */
export function checkConfig(value: Record<string, unknown>, originOf: (path: readonly string[]) => string | undefined): readonly string[] {
  return validatorOf(CONFIG_SCHEMA)(value).map(({ path, message }) => {
    const origin = originOf(path);
    return `${path.join('.') || 'the configuration'} ${message}${origin === undefined ? '' : ` (from ${origin})`}`;
  });
}
