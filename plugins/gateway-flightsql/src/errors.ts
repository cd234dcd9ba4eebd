import { FlightError, type FlightStatus } from '@arbalest/flight';
import { type ArbalestError, type ErrorFamily, isArbalestError } from '@arbalest/spi';

const STATUS_OF: Readonly<Record<ErrorFamily, FlightStatus>> = {
  user: 'INVALID_ARGUMENT',
  'data-lost': 'DATA_LOSS',
  transient: 'UNAVAILABLE',
  resources: 'RESOURCE_EXHAUSTED',
  cancelled: 'CANCELLED',
  internal: 'INTERNAL',
};

/** Codes for which gRPC has a status of its own. */
const STATUS_OF_CODE: Readonly<Record<string, FlightStatus>> = {
  TABLE_NOT_FOUND: 'NOT_FOUND',
  VIEW_NOT_FOUND: 'NOT_FOUND',
  FUNCTION_NOT_FOUND: 'NOT_FOUND',
  FILE_NOT_FOUND: 'NOT_FOUND',
  JOB_NOT_FOUND: 'NOT_FOUND',
  SESSION_NOT_FOUND: 'NOT_FOUND',
  TABLE_EXISTS: 'ALREADY_EXISTS',
  PERMISSION_DENIED: 'PERMISSION_DENIED',
  LOGIN_FAILED: 'UNAUTHENTICATED',
  TOKEN_INVALID: 'UNAUTHENTICATED',
  TOKEN_EXPIRED: 'UNAUTHENTICATED',
  FILE_NOT_ALLOWED: 'PERMISSION_DENIED',
  UNSUPPORTED_STATEMENT: 'UNIMPLEMENTED',
  TIMEOUT: 'DEADLINE_EXCEEDED',
};

/** An error of Arbalest as its client sees it: the code at the end of the text, hints in lines of their own. */
export function toFlightStatus(thrown: unknown): FlightError | undefined {
  if (!isArbalestError(thrown)) return undefined;
  return new FlightError(STATUS_OF_CODE[thrown.code] ?? STATUS_OF[thrown.family], textOf(thrown), { cause: thrown });
}

function textOf({ message, code, details }: ArbalestError): string {
  const position = details.position === undefined ? '' : ` at offset ${details.position}`;
  return [`${message} (${code}${position})`, ...(details.notes ?? [])].join('\n');
}

export function notImplemented(what: string): FlightError {
  return new FlightError('UNIMPLEMENTED', `Arbalest's Flight SQL does not implement ${what}`);
}

export function invalid(message: string): FlightError {
  return new FlightError('INVALID_ARGUMENT', message);
}
