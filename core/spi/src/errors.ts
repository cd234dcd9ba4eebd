/** Whose fault an error is. Policy (retry, run again, fail) reads the family and the code, never the message. */
export type ErrorFamily =
  /** The statement, the data or the user's function is wrong: fails at once. */
  | 'user'
  /** Output of a finished task can no longer be read: what produced it runs again. */
  | 'data-lost'
  /** A connection, a process, a moment: worth another try elsewhere. */
  | 'transient'
  /** Memory or disk ran out: retried alone with smaller pieces, then fails. */
  | 'resources'
  /** The client asked for it, or a deadline passed: never retried. */
  | 'cancelled'
  /** A bug of ours or of a plugin. */
  | 'internal';

export interface ErrorDetails {
  /** Offset in the SQL text, in UTF-16 units from 0. */
  readonly position?: number;
  /** Names close to one that was not found. */
  readonly candidates?: readonly string[];
  /** What was lost, for `data-lost`: ids of exchanges. */
  readonly lost?: readonly string[];
  /** Anything else that helps, as text: a traceback, a container's log. */
  readonly notes?: readonly string[];
  /** With `NOT_LEADER`: address of the scheduler that leads, where it is known. */
  readonly leader?: string;
}

const BRAND = Symbol.for('arbalest.error');

/**
 * The root of all errors that Arbalest and its plugins raise on purpose. Recognise it with `isArbalestError`, not `instanceof`: two copies of
 * this package may be loaded.
 */
export class ArbalestError extends Error {
  readonly [BRAND] = true;

  constructor(
    readonly family: ErrorFamily,
    /** Stable, upper case, e.g. `TABLE_NOT_FOUND`. */
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ArbalestError';
  }
}

export function isArbalestError(value: unknown): value is ArbalestError {
  return typeof value === 'object' && value !== null && BRAND in value;
}

export const userError = maker('user');
export const dataLostError = maker('data-lost');
export const transientError = maker('transient');
export const resourcesError = maker('resources');
export const cancelledError = maker('cancelled');
export const internalError = maker('internal');

/** Any thrown value as an `ArbalestError`; what is not one already becomes an internal error that keeps it as its cause. */
export function toArbalestError(thrown: unknown): ArbalestError {
  if (isArbalestError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ArbalestError('internal', 'INTERNAL', message, {}, { cause: thrown });
}

function maker(family: ErrorFamily) {
  return (code: string, message: string, details?: ErrorDetails & { readonly cause?: unknown }): ArbalestError => {
    const { cause, ...rest } = details ?? {};
    return new ArbalestError(family, code, message, rest, cause === undefined ? undefined : { cause });
  };
}
