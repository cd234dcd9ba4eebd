import { type ArbalestError, type FunctionCatalog, userError } from '@arbalest/spi';
import { nearestNames } from '../session/nearest-names.js';

export function functionNotFound(name: string, functions: FunctionCatalog): ArbalestError {
  const candidates = nearestNames(name, new Set(functions.list().map((definition) => definition.name)));
  const hint = candidates.length > 0 ? `did you mean ${candidates.join(' or ')}?` : 'SHOW FUNCTIONS lists those that there are';
  return userError('FUNCTION_NOT_FOUND', `There is no function ${name.toLowerCase()} that a user has made; ${hint}`, { candidates });
}
