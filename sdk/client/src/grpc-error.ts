import { type Metadata, status } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import { NOT_CONNECTED } from '@arbalest/flight';
import { ArbalestError, errorFromInfo } from './client-error.js';

interface StatusError extends Error {
  readonly code?: number;
  readonly details?: string;
  readonly metadata?: Metadata;
}

/** The trailer that carries an encoded ErrorInfo; see scheduler.proto. */
const ERROR_TRAILER = 'arbalest-error-bin';

/** A failed gRPC call as an error of Arbalest: what the server put into the trailer, or what the status says by itself. */
export function errorFromStatus(error: StatusError, url: string): ArbalestError {
  const [encoded] = error.metadata?.get(ERROR_TRAILER) ?? [];
  if (encoded !== undefined && typeof encoded !== 'string') return errorFromInfo(arbalest.scheduler.v1.ErrorInfo.decode(encoded), error);
  const said = error.details || error.message;
  switch (error.code) {
    case status.UNAVAILABLE:
      return unreachable([url], said, error);
    // Without the trailer it was not the scheduler who ended the call, but its connection or what stands in between.
    case status.CANCELLED:
    case status.UNKNOWN:
      return broken(url, said, error);
    case status.INTERNAL:
      if (/RST_STREAM|session|stream/i.test(said)) return broken(url, said, error);
      return failed(url, said, error);
    case status.DEADLINE_EXCEEDED:
      return new ArbalestError(
        'transient',
        'SCHEDULER_TIMEOUT',
        `The scheduler at ${url} did not answer in time: ${said}`,
        {},
        { cause: error },
      );
    case status.UNIMPLEMENTED:
      return new ArbalestError(
        'user',
        'NOT_A_SCHEDULER',
        `What listens at ${url} is not an Arbalest scheduler, or one of another version: ${said}`,
        {},
        { cause: error },
      );
    default:
      return failed(url, said, error);
  }
}

/** @param urls all that were tried */
export function unreachable(urls: readonly string[], said: string, cause?: unknown): ArbalestError {
  const notes = unreachableNotes(urls, said);
  const message = `No scheduler answers at ${urls.join(', ')}: ${reasonOf(said)}`;
  return new ArbalestError('transient', 'SCHEDULER_UNREACHABLE', message, { notes }, { cause });
}

function unreachableNotes(urls: readonly string[], said: string): readonly string[] {
  if (/certificate|altnames|self[- ]signed/i.test(said))
    return [
      'Give the authority that has signed its certificate: --tls-ca FILE, or the option tls.authorities; its name has to be in the certificate',
    ];
  if (urls.length > 1) return ['Is any of them running?'];
  return [`Is it running? Start one with: arbalest standalone --executors 2 --port ${portOf(urls[0] ?? '')}`];
}

function broken(url: string, said: string, cause: unknown): ArbalestError {
  return new ArbalestError('transient', 'SCHEDULER_LOST', `The connection to the scheduler at ${url} broke: ${said}`, {}, { cause });
}

function failed(url: string, said: string, cause: unknown): ArbalestError {
  return new ArbalestError('internal', 'INTERNAL', `The scheduler at ${url} failed: ${said}`, {}, { cause });
}

/** grpc-js wraps what the socket said in a sentence of its own and a JSON of the call's history. */
function reasonOf(said: string): string {
  if (said === NOT_CONNECTED) return 'no connection in time';
  const [, last] = /Last error: (.*?)(?:\. Resolution note.*)?$/.exec(said) ?? [];
  return (last ?? said).replace(/^No scheduler answers at \S+: /, '').replace(/^Error: /, '');
}

function portOf(url: string): string {
  return /:(\d+)\/?$/.exec(url)?.[1] ?? '7070';
}
