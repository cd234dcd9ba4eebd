import { quoteText } from '../lowering/names.js';
import type { Connection } from './connection.js';

/**
 * Settings of a session that change what a query answers, and which DuckDB keeps per connection. Others (the planner's, the client's) are not the engine's.
 */
export const SESSION_SETTINGS: ReadonlySet<string> = new Set([
  'timezone',
  'calendar',
  'default_collation',
  'default_order',
  'default_null_order',
  'ieee_floating_point_ops',
  'integer_division',
  'old_implicit_casting',
  'order_by_non_integer_literal',
  'scalar_subquery_error_on_multiple_rows',
]);

/** Sets what the request asks for; the returned function takes it back, so that the connection can serve another session. */
export function applySettings(connection: Connection, settings: Readonly<Record<string, string>>): () => void {
  const known = Object.entries(settings).filter(([name]) => SESSION_SETTINGS.has(name));
  const reset = (): void => known.forEach(([name]) => connection.runNow(`RESET SESSION ${name}`));
  try {
    for (const [name, value] of known) connection.runNow(`SET SESSION ${name} = ${quoteText(value)}`);
  } catch (error) {
    reset();
    throw error;
  }
  return reset;
}
