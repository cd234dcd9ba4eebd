import { internalError, type ArbalestError } from '@arbalest/spi';

/** A message member that must be there. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw malformed(`${what} is missing`);
  return value;
}

/** A word out of a fixed set. */
export function oneOf<T extends string>(words: readonly T[], value: string | null | undefined, what: string): T {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw malformed(`${what} is '${value ?? ''}', which is none of ${words.join(', ')}`);
  return word;
}

export function malformed(detail: string): ArbalestError {
  return internalError('PLAN_FORMAT', `A plan cannot be read: ${detail}. Scheduler and executors must run the same version`);
}
