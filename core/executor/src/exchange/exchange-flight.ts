import { FlightError, type FlightFrame, type FlightHandler, type FlightServerCall } from '@arbalest/flight';
import { verifyTicket } from '@arbalest/plan';
import { arbalest } from '@arbalest/proto';
import type { Clock } from '@arbalest/spi';
import { type ErrorFamily, toArbalestError } from '@arbalest/spi';
import { toErrorInfo } from '../task/error-info.js';
import { DIRECT_HEADER, encodeSpilledPlace } from './direct-read.js';
import type { ExchangeStore } from './exchange-store.js';

/** Trailer with an encoded `ErrorInfo`. */
export const ERROR_TRAILER = 'arbalest-error-bin';

/** What of an executor its Flight handler needs; `ExecutorNode` is one. */
export interface ExchangeServer {
  readonly store: ExchangeStore;
  /** The cluster's exchange key; undefined until the executor has registered. */
  readonly exchangeKey: Uint8Array | undefined;
  /** This host's identity: a reader that names the same one is told where spilled batches lie, and reads the file. */
  readonly host: string;
  readonly clock: Clock;
}

/** Serves an executor's exchanges to whoever has a ticket, by DoGet. Other methods stay free for other handlers. */
export function exchangeFlightHandler(server: ExchangeServer): Pick<Required<FlightHandler>, 'doGet'> {
  return {
    async *doGet(ticket, call) {
      try {
        yield* frames(server, ticket, call);
      } catch (error) {
        throw toStatus(error);
      }
    },
  };
}

async function* frames(
  { store, exchangeKey, host, clock }: ExchangeServer,
  bytes: Uint8Array,
  { headers, signal }: FlightServerCall,
): AsyncGenerator<FlightFrame, void, undefined> {
  if (exchangeKey === undefined) throw new FlightError('UNAVAILABLE', 'This executor has not registered with a scheduler yet');
  const ticket = verifyTicket(bytes, exchangeKey, clock.now());
  // What is freed as it is read is read once, so its reader cannot come back if the file turns out to be out of its reach.
  const direct = !ticket.consume && headers.get(DIRECT_HEADER).includes(host);
  const { schema, pieces } = await store.get(ticket.exchange).readPieces({ ...ticket, signal });
  yield { metadata: schema.message };
  for await (const piece of pieces) {
    if (direct && !('batch' in piece)) yield { appMetadata: encodeSpilledPlace(piece) };
    else yield 'batch' in piece ? piece.batch : await piece.load();
  }
}

const STATUSES = {
  user: 'PERMISSION_DENIED',
  'data-lost': 'NOT_FOUND',
  transient: 'UNAVAILABLE',
  resources: 'RESOURCE_EXHAUSTED',
  cancelled: 'CANCELLED',
  internal: 'INTERNAL',
} as const satisfies Record<ErrorFamily, FlightError['status']>;

/** User errors here are about tickets only. */
function toStatus(error: unknown): FlightError {
  if (error instanceof FlightError) return error;
  const { family, message } = toArbalestError(error);
  const status = new FlightError(STATUSES[family], message, { cause: error });
  status.metadata.set(ERROR_TRAILER, Buffer.from(arbalest.scheduler.v1.ErrorInfo.encode(toErrorInfo(error)).finish()));
  return status;
}
