import { type Client, connectivityState } from '@grpc/grpc-js';

/** What grpc-js says of calls that waited for a connection which was given up. */
export const NOT_CONNECTED = 'Channel closed before call started';

/**
 * A grpc-js client that is replaced when its connection is not made, or made again, in time. Calls that wait for the connection fail with UNAVAILABLE then.
 * Left to itself, gRPC moves a call from a broken connection to the next one, and waits for that as long as the system tries: two minutes, where a host is
 * gone and refuses nothing.
 */
export class LastingClient {
  #client: Client;
  /** The connection is being waited for, or watched. */
  #watches = false;
  #closed = false;

  /** @param backMs how long a connection may take */
  constructor(
    private readonly make: () => Client,
    private readonly backMs: number,
  ) {
    this.#client = make();
  }

  /** For one call: the next one asks again. */
  get current(): Client {
    if (!this.#watches && !this.#closed) this.#await(this.#client);
    return this.#client;
  }

  close(): void {
    this.#closed = true;
    this.#client.close();
  }

  #await(client: Client): void {
    this.#watches = true;
    client.waitForReady(Date.now() + this.backMs, (error) => {
      if (this.#closed) return;
      if (error) this.#replace();
      else client.getChannel().watchConnectivityState(connectivityState.READY, Infinity, () => this.#closed || this.#await(client));
    });
  }

  #replace(): void {
    const before = this.#client;
    this.#client = this.make();
    this.#watches = false;
    before.close();
  }
}
