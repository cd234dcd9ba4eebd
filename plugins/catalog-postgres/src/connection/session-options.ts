/**
 * Settings that decide how values print, and what ends a connection, so that nothing depends on what the server or the role has by default: text is read as these say.
 * Given at the start of a session rather than by SET, which a connection pooler between could lose.
 */
const SESSION = {
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  search_path: 'pg_catalog',
  default_transaction_read_only: 'on',
} as const;

export function sessionOptions(): string {
  return Object.entries(SESSION)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ');
}
