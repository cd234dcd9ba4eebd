import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import { type ErrorFamily, toArbalestError } from '@arbalest/spi';
import { toErrorInfo } from '../service/error-info.js';

/** The trailer that holds the encoded ErrorInfo of a call that failed. */
const ERROR_TRAILER = 'arbalest-error-bin';

/** For clients that do not know the trailer. */
const STATUS_OF: Readonly<Record<ErrorFamily, status>> = {
  user: status.INVALID_ARGUMENT,
  'data-lost': status.DATA_LOSS,
  transient: status.UNAVAILABLE,
  resources: status.RESOURCE_EXHAUSTED,
  cancelled: status.CANCELLED,
  internal: status.INTERNAL,
};

/** What generic clients act upon, e.g. by asking for a password. */
const STATUS_OF_CODE: Readonly<Record<string, status>> = {
  CREDENTIALS_MISSING: status.UNAUTHENTICATED,
  LOGIN_FAILED: status.UNAUTHENTICATED,
  TOKEN_INVALID: status.UNAUTHENTICATED,
  TOKEN_EXPIRED: status.UNAUTHENTICATED,
  PERMISSION_DENIED: status.PERMISSION_DENIED,
};

/** Any thrown value as a gRPC error that says all of it. */
export function callError(thrown: unknown): Pick<ServiceError, 'code' | 'details' | 'metadata'> & Error {
  const error = toArbalestError(thrown);
  const metadata = new Metadata();
  metadata.set(ERROR_TRAILER, Buffer.from(arbalest.scheduler.v1.ErrorInfo.encode(toErrorInfo(error)).finish()));
  return Object.assign(new Error(error.message), {
    code: STATUS_OF_CODE[error.code] ?? STATUS_OF[error.family],
    details: error.message,
    metadata,
  });
}
