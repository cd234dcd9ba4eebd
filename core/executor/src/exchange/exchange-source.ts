import type { arbalest } from '@arbalest/proto';
import type { ArrowStream } from '@arbalest/spi';
import { exchangeName } from './exchange-name.js';
import { localStore } from './local-stores.js';
import type { FlightClients } from './flight-clients.js';

/** What reading from exchanges takes, the same for all sources of a reader. */
export interface ExchangeReader {
  /** @default those of the process, which are kept until it ends */
  readonly clients?: FlightClients;
  /** The reader's own host identity. Absent: no file is read directly. */
  readonly host?: string;
  /** Told of each batch read: `remote` came from another host. */
  readonly onBytes?: (from: 'local' | 'remote', bytes: number) => void;
}

export interface OpenExchangeOptions extends ExchangeReader {
  readonly signal: AbortSignal;
}

/**
 * Opens one source in the cheapest way there is: by reference where its executor is in this process, its spilled files directly where it is on
 * this host, over Flight otherwise. Resolves once the schema is known, which may be before the producer has made its first batch.
 *
 * @throws data-lost error that names the exchange when it cannot be read, here or while the batches follow.
 */
export async function openExchangeSource(
  source: arbalest.scheduler.v1.IExchangeSource,
  options: OpenExchangeOptions,
): Promise<ArrowStream> {
  const name = exchangeName(source.exchange);
  const store = localStore(source.executor ?? '');
  if (store === undefined) {
    // Loaded when needed: who runs everything in one process needs no gRPC, which is slow to load.
    const { readRemoteExchange } = await import('./remote-exchange.js');
    return readRemoteExchange(source, options);
  }
  const { signal, onBytes } = options;
  const { schema, batches } = await store.read(name, { partitions: source.partitions ?? [], consume: false, signal });
  return { schema, batches: onBytes === undefined ? batches : counted(batches, (bytes) => onBytes('local', bytes)) };
}

async function* counted(batches: ArrowStream['batches'], onBytes: (bytes: number) => void) {
  for await (const batch of batches) {
    onBytes(batch.body.byteLength);
    yield batch;
  }
}
