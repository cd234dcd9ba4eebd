import type { Log, LogFields } from '@arbalest/spi';
import type { KnownSecrets } from './known-secrets.js';

type Level = 'debug' | 'info' | 'warn' | 'error';

/**
 * A log in which no secret that is known when a line is written shows, in whatever message or field it stands. Fields of `with` are kept here rather than
 * handed on: a secret in them may become known only later.
 */
export function strikingLog(log: Log, known: KnownSecrets, bound: LogFields = {}): Log {
  const at = (level: Level) => (message: string, fields?: LogFields) =>
    log[level](known.strike(message), struckFields({ ...bound, ...fields }, known));
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (more) => strikingLog(log, known, { ...bound, ...more }),
  };
}

function struckFields(fields: LogFields, known: KnownSecrets): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, struckValue(value, known)]));
}

/** Numbers stay numbers unless they are the secret. */
function struckValue(value: LogFields[string], known: KnownSecrets): LogFields[string] {
  if (value === undefined || typeof value === 'boolean') return value;
  const text = String(value);
  const struck = known.strike(text);
  return struck === text ? value : struck;
}
