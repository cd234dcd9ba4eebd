import type { ErrorInfo } from './messages.js';

/** Whose fault an error is. */
export type ErrorFamily =
  /** The statement, the data or the user's function is wrong. */
  | 'user'
  /** A part of the result can no longer be read; the statement may be run again. */
  | 'data-lost'
  /** A connection, a process, a moment: worth another try. */
  | 'transient'
  /** Memory or disk ran out. */
  | 'resources'
  /** The client asked for it, or a deadline passed. */
  | 'cancelled'
  /** A bug of ours or of a plugin. */
  | 'internal';

const FAMILIES: readonly string[] = ['user', 'data-lost', 'transient', 'resources', 'cancelled', 'internal'] satisfies ErrorFamily[];

export interface ErrorDetails {
  /** Offset in the SQL text, in UTF-16 units from 0. */
  readonly position?: number;
  /** Names close to one that was not found. */
  readonly candidates?: readonly string[];
  /** Ids of exchanges that were lost. */
  readonly lost?: readonly string[];
  /** Anything else that helps, as text: a traceback, what to do. */
  readonly notes?: readonly string[];
  /** With `NOT_LEADER`: address of the scheduler that leads, where it is known. */
  readonly leader?: string;
}

const BRAND = Symbol.for('arbalest.error');

/**
 * What the client throws. It carries the same brand as the errors of the server's packages, which reach an embedding program as they are:
 * recognise both with `isArbalestError`, not with `instanceof`.
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

/** An error as it came over the wire. An unknown family is a newer server's; it is taken for internal. */
export function errorFromInfo(info: ErrorInfo, cause?: unknown): ArbalestError {
  const family = FAMILIES.includes(info.family ?? '') ? (info.family as ErrorFamily) : 'internal';
  const details: ErrorDetails = {
    ...(typeof info.position === 'number' && { position: info.position }),
    ...(info.candidates?.length && { candidates: info.candidates }),
    ...(info.lost?.length && { lost: info.lost }),
    ...(info.notes?.length && { notes: info.notes }),
    ...(info.leader && { leader: info.leader }),
  };
  return new ArbalestError(family, info.code || 'INTERNAL', info.message ?? '', details, cause === undefined ? undefined : { cause });
}

/** The same error for a statement that begins at `offset` of a longer text. */
export function shiftPosition(error: unknown, offset: number): unknown {
  if (!isArbalestError(error) || error.details.position === undefined || offset === 0) return error;
  const details = { ...error.details, position: error.details.position + offset };
  return new ArbalestError(error.family, error.code, error.message, details, { cause: error });
}
