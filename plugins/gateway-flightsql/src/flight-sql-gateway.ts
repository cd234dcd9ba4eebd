import { randomBytes } from 'node:crypto';
import { FlightServer } from '@arbalest/flight';
import type { Authenticator, Gateway, GatewayAddress, Log, Secrets, SqlService } from '@arbalest/spi';
import type { FlightSqlConfig } from './config.js';
import { toFlightStatus } from './errors.js';
import { FlightSqlHandler } from './flight-sql-handler.js';
import { Tickets } from './tickets.js';

export interface FlightSqlGatewayOptions {
  readonly config: FlightSqlConfig & { readonly port: number };
  readonly sql: SqlService;
  readonly log: Log;
  readonly authenticators: readonly Authenticator[];
  readonly secrets?: Secrets;
  /** Absolute; data that clients send is kept below it until it is in its table. */
  readonly stagingDirectory: string;
}

const KEY_BYTES = 32;

/** Flight SQL over the statements of a cluster. */
export class FlightSqlGateway implements Gateway {
  readonly id = 'flightsql';
  private server: FlightServer | undefined;
  private handler: FlightSqlHandler | undefined;

  constructor(private readonly options: FlightSqlGatewayOptions) {}

  async start(): Promise<GatewayAddress> {
    const { config } = this.options;
    const handler = new FlightSqlHandler({
      ...this.options,
      tickets: new Tickets(await this.ticketKey()),
      now: () => performance.timeOrigin + performance.now(),
    });
    this.handler = handler;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    this.server = await FlightServer.listen(`grpc+tcp://${host}:${config.port}`, handler, { errorToStatus: toFlightStatus });
    return { url: config.advertise ?? this.server.location };
  }

  async stop(signal: AbortSignal): Promise<void> {
    const { server, handler } = this;
    if (!server || !handler) return;
    // Calls under way may end until the signal aborts.
    const closing = server.close({ graceMs: signal.aborted ? 0 : 1000 });
    await closing;
    await handler.close();
  }

  private async ticketKey(): Promise<Uint8Array> {
    const { ticketKey } = this.options.config;
    if (!ticketKey || !this.options.secrets) return randomBytes(KEY_BYTES);
    return Buffer.from(await this.options.secrets.read(ticketKey));
  }
}
