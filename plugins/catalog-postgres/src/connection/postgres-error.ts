import { type ArbalestError, isArbalestError, resourcesError, transientError, userError } from '@arbalest/spi';

/** Codes are in PostgreSQL's manual, appendix A. */
const LOGIN = new Set(['28000', '28P01', '3D000']);
const TRANSIENT = /^(08|40)|^(57P0[1-5]|53300|55P03|55006)$/;
const RESOURCES = /^53/;

/**
 * What PostgreSQL, or the way to it, has against a request, as an error that names the database and holds no secret. The driver's error is not kept as a cause:
 * it may carry the connection, and that the password.
 *
 * @param where completes "PostgreSQL …", e.g. `of catalog pg`
 */
export function postgresError(thrown: unknown, where: string): ArbalestError {
  if (isArbalestError(thrown)) return thrown;
  const {
    code = '',
    message = String(thrown),
    detail,
    hint,
  } = thrown as { code?: string; message?: string; detail?: string; hint?: string };
  const notes = [detail, hint].filter((note) => note !== undefined);
  const details = notes.length > 0 ? { notes } : {};
  if (/^SASL:/.test(message) || LOGIN.has(code))
    return userError('POSTGRES_LOGIN', `PostgreSQL ${where} does not let this process in: ${message}; see its section in plugin.postgres`);
  if (!/^[0-9A-Z]{5}$/.test(code)) return unreachable(thrown, where);
  if (code === '42501') return userError('POSTGRES_DENIED', `PostgreSQL ${where} refuses: ${message}`, details);
  if (code === '57014') return transientError('POSTGRES_CANCELLED', `PostgreSQL ${where} cancelled a query: ${message}`, details);
  if (TRANSIENT.test(code)) return transientError('POSTGRES_UNAVAILABLE', `PostgreSQL ${where} is not available: ${message}`, details);
  if (RESOURCES.test(code)) return resourcesError('POSTGRES_RESOURCES', `PostgreSQL ${where} ran out of something: ${message}`, details);
  return userError('POSTGRES_QUERY', `PostgreSQL ${where} cannot answer: ${message} (${code})`, details);
}

/** The connection could not be made, or broke. */
function unreachable(thrown: unknown, where: string): ArbalestError {
  const parts = thrown instanceof AggregateError ? thrown.errors : [thrown];
  const said = [
    ...new Set(parts.map((part) => (part instanceof Error ? part.message || String((part as { code?: string }).code) : String(part)))),
  ];
  return transientError('POSTGRES_UNREACHABLE', `PostgreSQL ${where} cannot be reached: ${said.join('; ')}`);
}
