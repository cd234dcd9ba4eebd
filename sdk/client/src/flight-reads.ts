import { FlightClient, isFlightError, messageKind, recordBatchRows, type ReceivedFrame } from '@arbalest/flight';
import { ArbalestError } from './client-error.js';
import type { ClientTls } from './scheduler-link.js';
import type { ExchangeSource } from './messages.js';
import type { ResultBatch, ResultStream } from './transport.js';

/** Enough that the next batch is there when the consumer asks, and little beside what the consumer holds itself. */
const BUFFER_BYTES = 8 * 1024 * 1024;

/** An executor whose host is gone is noticed after twice as long. */
const KEEPALIVE_MS = 2_000;

const NO_BODY = new Uint8Array(0);

/** Parts of results, read from executors over Flight. One connection to each executor, kept until `close`. */
export class FlightReads {
  readonly #clients = new Map<string, FlightClient>();
  readonly #tls: ClientTls;
  readonly #bufferBytes: number;

  constructor(tls: ClientTls, bufferBytes = BUFFER_BYTES) {
    this.#tls = tls;
    this.#bufferBytes = bufferBytes;
  }

  async open(source: ExchangeSource, signal: AbortSignal): Promise<ResultStream> {
    signal.throwIfAborted();
    const address = source.address ?? '';
    const frames = this.#client(address).doGet(source.ticket ?? NO_BODY, { signal });
    try {
      const first = await frames.next();
      if (first.done || first.value.metadata === undefined) throw noSchema(address);
      return { schema: first.value.metadata, batches: batches(frames, address, signal) };
    } catch (error) {
      await frames.return();
      throw readError(error, address, signal);
    }
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #client(address: string): FlightClient {
    let client = this.#clients.get(address);
    if (client === undefined) {
      client = new FlightClient(address, { tls: this.#tls, bufferBytes: this.#bufferBytes, keepaliveMs: KEEPALIVE_MS });
      this.#clients.set(address, client);
    }
    return client;
  }
}

async function* batches(
  frames: AsyncIterable<ReceivedFrame>,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<ResultBatch, void, undefined> {
  try {
    for await (const { metadata, body = NO_BODY } of frames) {
      if (metadata !== undefined && messageKind(metadata) === 'batch') yield { rows: recordBatchRows(metadata), metadata, body };
    }
  } catch (error) {
    throw readError(error, address, signal);
  }
}

function readError(error: unknown, address: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (!isFlightError(error)) return error;
  const lost = error.status === 'UNAVAILABLE' || error.status === 'NOT_FOUND';
  const message = `The executor at ${address} can no longer give its part of the result: ${error.message}`;
  return new ArbalestError(
    lost ? 'data-lost' : 'internal',
    'RESULT_LOST',
    message,
    { notes: ['Run the statement again'] },
    { cause: error },
  );
}

function noSchema(address: string): ArbalestError {
  return new ArbalestError('internal', 'RESULT_FORMAT', `The executor at ${address} sent a result without a schema`);
}
