import type { FlightClient, FlightClientOptions } from '@arbalest/flight';

/** Makes a client; given by whoever reads, so that a process which never does loads no gRPC. */
export type MakeFlightClient = (location: string, options: FlightClientOptions) => FlightClient;

/** Connections to other executors, one for each address, kept for the life of the process. */
export class FlightClients {
  readonly #clients = new Map<string, FlightClient>();
  readonly #options: FlightClientOptions;

  constructor(options: FlightClientOptions = {}) {
    // A host that vanishes without a word is noticed in seconds, not when TCP gives up.
    this.#options = { keepaliveMs: 2000, ...options };
  }

  /** @param address `grpc://host:port`, or `unix:/path` for a socket of this host. */
  get(address: string, make: MakeFlightClient): FlightClient {
    let client = this.#clients.get(address);
    if (client === undefined) {
      client = make(toLocation(address), this.#options);
      this.#clients.set(address, client);
    }
    return client;
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }
}

/** For readers that bring no clients of their own. */
export const sharedFlightClients = new FlightClients();

function toLocation(address: string): string {
  const socket = /^unix:(?:\/\/)?(\/.*)$/.exec(address)?.[1];
  return socket === undefined ? address : `grpc+unix://${socket}`;
}
