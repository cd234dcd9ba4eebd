import type { LogFields } from '@arbalest/spi';

const SECRET = /pass(word|wd|phrase)?$|secret|token$|credential|private_?key|api_?key|access_?key|authorization|cookie/i;

/** Fields with the values of those whose name speaks of a secret covered. */
export function redact(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value !== undefined && SECRET.test(key) ? '[redacted]' : value]),
  );
}
