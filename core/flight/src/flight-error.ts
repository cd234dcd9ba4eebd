import { Metadata, status as grpcStatus } from '@grpc/grpc-js';

/** A gRPC status by its name, e.g. `NOT_FOUND`. */
export type FlightStatus = keyof typeof grpcStatus;

const BRAND = Symbol.for('arbalest.flight.error');

/**
 * A call that failed, on either end. A handler throws it to choose the status that the client sees; a client method rejects with it.
 * `message` is the text that crosses the wire, so it names no secrets.
 */
export class FlightError extends Error {
  override readonly name = 'FlightError';
  /** `cause`, where there is one, stays on this side of the wire. */
  constructor(
    readonly status: FlightStatus,
    message: string,
    options: { readonly metadata?: Metadata; readonly cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.metadata = options.metadata ?? new Metadata();
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** The trailers of the call. A handler may put details here, under keys that end in `-bin` if they are bytes. */
  readonly metadata: Metadata;
}

/** Recognises a `FlightError` by brand, so that two copies of this package agree. */
export function isFlightError(error: unknown): error is FlightError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

/** Turns an error of the application into the status that the client should see; `undefined` leaves it to the default. */
export type ErrorToStatus = (error: unknown) => FlightError | undefined;

/**
 * What any thrown value means on the wire: a `FlightError` as it is, an aborted signal as CANCELLED, an error with a numeric gRPC `code`
 * (grpc-js's own) by that code, and everything else as INTERNAL with the message of the error.
 */
export function toFlightError(error: unknown, translate?: ErrorToStatus): FlightError {
  if (isFlightError(error)) return error;
  const translated = translate?.(error);
  if (translated !== undefined) return translated;
  if (!(error instanceof Error)) return new FlightError('INTERNAL', String(error), { cause: error });
  if (error.name === 'AbortError') return new FlightError('CANCELLED', error.message, { cause: error });
  if (error.name === 'TimeoutError') return new FlightError('DEADLINE_EXCEEDED', error.message, { cause: error });
  return fromServiceError(error) ?? new FlightError('INTERNAL', error.message, { cause: error });
}

function fromServiceError(error: Error & { code?: unknown; details?: unknown; metadata?: unknown }): FlightError | undefined {
  const status = typeof error.code === 'number' ? (grpcStatus[error.code] as FlightStatus | undefined) : undefined;
  if (status === undefined) return undefined;
  const message = typeof error.details === 'string' && error.details !== '' ? error.details : error.message;
  return new FlightError(status, message, {
    cause: error,
    ...(error.metadata instanceof Metadata ? { metadata: error.metadata } : {}),
  });
}
