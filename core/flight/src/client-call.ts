import { Metadata, type ClientDuplexStream, type ClientReadableStream, type ServiceError } from '@grpc/grpc-js';
import { listenForAbort } from './abort-listener.js';
import { DeferredCancel } from './deferred-cancel.js';
import { FlightError, toFlightError } from './flight-error.js';
import { type HeadersToSend, toMetadata } from './headers.js';
import { PacedReader } from './paced-reader.js';

export interface FlightCallOptions {
  readonly headers?: HeadersToSend;
  /** Ends the call when it aborts; the server sees a cancelled call. */
  readonly signal?: AbortSignal;
  /** The call fails with DEADLINE_EXCEEDED after this many milliseconds. @default the client's `timeoutMs` */
  readonly timeoutMs?: number;
}

/**
 * The answers of a call that is running: iterate it once. Leaving the loop early cancels the call. Throws `FlightError`.
 *
 * The call starts when the method is called, not when the loop does, and holds at most `bufferBytes` and one message more for a slow loop.
 */
export interface FlightCall<T> extends AsyncIterableIterator<T, undefined> {
  return(): Promise<IteratorResult<T, undefined>>;
  /** Response headers. Resolves empty when the call ends without any; never rejects. */
  readonly headers: Promise<Metadata>;
  /** Trailers, when the call has ended in whatever way; never rejects. */
  readonly trailers: Promise<Metadata>;
  /** Ends the call. No effect after its end. */
  cancel(): void;
}

type GrpcStream<T> = ClientReadableStream<T> | ClientDuplexStream<unknown, T>;

/** `FlightCall` over a stream of grpc-js. */
export class GrpcClientCall<T> implements FlightCall<T> {
  readonly headers: Promise<Metadata>;
  readonly trailers: Promise<Metadata>;
  readonly #stream: DeferredCancel;
  readonly #reader: PacedReader<T>;
  readonly #over = new AbortController();

  constructor(stream: GrpcStream<T>, limitBytes: number, sizeOf: (message: T) => number, signal: AbortSignal | undefined) {
    this.#stream = new DeferredCancel(stream);
    this.#reader = new PacedReader(stream, {
      limitBytes,
      sizeOf,
      onLeave: () => this.#stream.cancel(),
      toError: (error) => clientError(error as ServiceError, signal),
    });
    this.trailers = new Promise((resolve) => stream.once('status', ({ metadata }) => resolve(metadata)));
    this.headers = Promise.race([
      new Promise<Metadata>((resolve) => stream.once('metadata', resolve)),
      this.trailers.then(() => new Metadata()),
    ]);
    const onAbort = (): void => this.fail(clientError(undefined, signal));
    stream.once('status', () => {
      signal?.removeEventListener('abort', onAbort);
      this.#over.abort();
    });
    if (signal?.aborted === true) onAbort();
    else listenForAbort(signal, onAbort);
  }

  /** Aborts when the call has ended, in whatever way. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Cancels the call, and has its reader throw `error` and not the CANCELLED that follows. */
  fail(error: Error): void {
    this.#reader.fail(error);
    this.#stream.cancel();
  }

  cancel(): void {
    this.#stream.cancel();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    return this.#reader.next();
  }

  return(): Promise<IteratorResult<T, undefined>> {
    return this.#reader.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** What grpc-js takes for one call. */
export function grpcOptions(
  options: FlightCallOptions,
  timeoutMs: number | undefined,
): { metadata: Metadata; options: { deadline?: number } } {
  const limit = options.timeoutMs ?? timeoutMs;
  return { metadata: toMetadata(options.headers), options: limit === undefined ? {} : { deadline: Date.now() + limit } };
}

/** An error of a call whose signal has aborted says why it was aborted. */
export function clientError(error: ServiceError | undefined, signal: AbortSignal | undefined): FlightError {
  if (signal?.aborted !== true) return toFlightError(error);
  const { reason } = signal as { reason: unknown };
  return new FlightError('CANCELLED', `The call was cancelled: ${reason instanceof Error ? reason.message : String(reason)}`, {
    cause: reason,
  });
}
