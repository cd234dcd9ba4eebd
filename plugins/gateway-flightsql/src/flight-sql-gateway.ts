import { randomBytes } from 'node:crypto';
import { FlightServer, type ServerTls } from '@arbalest/flight';
import {
  type Gateway,
  type GatewayAddress,
  type ListenerSecurity,
  type Log,
  type Login,
  type Secrets,
  type SqlService,
  userError,
} from '@arbalest/spi';
import type { FlightSqlConfig } from './config.js';
import { toFlightStatus } from './errors.js';
import { FlightSqlHandler } from './flight-sql-handler.js';
import { Tickets } from './tickets.js';

export interface FlightSqlGatewayOptions {
  readonly config: FlightSqlConfig & { readonly port: number };
  readonly sql: SqlService;
  readonly log: Log;
  /** Absent: users are not told apart. */
  readonly login?: Login;
  /** Absent: without TLS. */
  readonly security?: ListenerSecurity;
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

  /** @throws user errors `LISTENER_OPEN`, `PORT_IN_USE` */
  async start(): Promise<GatewayAddress> {
    const { config, security } = this.options;
    this.refuseOpenness();
    const now = (): number => performance.timeOrigin + performance.now();
    this.handler = new FlightSqlHandler({ ...this.options, tickets: new Tickets(await this.ticketKey(), now), now });
    const tls = security?.tls && serverTls(security.tls);
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    const location = `${tls ? 'grpc+tls' : 'grpc+tcp'}://${host}:${config.port}`;
    this.server = await FlightServer.listen(location, this.handler, { errorToStatus: toFlightStatus, ...(tls ? { tls } : {}) });
    return { url: config.advertise ?? this.server.location };
  }

  /** New connections are refused at once; calls under way may end until the signal aborts. */
  async stop(signal: AbortSignal): Promise<void> {
    const { server, handler } = this;
    if (!server || !handler) return;
    await handler.drained(signal);
    await server.close();
    await handler.close();
  }

  /** A token of the cluster keeps no client out here: clients show who they are, or their certificates. */
  private refuseOpenness(): void {
    const { login, security, config } = this.options;
    security?.checkListener(config.host, 'The Flight SQL gateway');
    const closed = login?.isRequired === true || security?.tls?.clientAuthorities !== undefined;
    if (closed || config.insecure || isLoopback(config.host)) return;
    throw userError(
      'LISTENER_OPEN',
      `The Flight SQL gateway would listen on ${config.host}, where everybody who reaches it could run statements`,
      {
        notes: [
          'Load an authenticator (arbalest users add makes its file), or ask clients for certificates: a token of the cluster keeps nobody out here',
          'Or say that others may come in: plugin.flightsql.insecure, which --insecure sets beside --flightsql',
        ],
      },
    );
  }

  private async ticketKey(): Promise<Uint8Array> {
    const { ticketKey } = this.options.config;
    if (!ticketKey || !this.options.secrets) return randomBytes(KEY_BYTES);
    return Buffer.from(await this.options.secrets.read(ticketKey));
  }
}

function serverTls({ certificate, privateKey, clientAuthorities }: NonNullable<ListenerSecurity['tls']>): ServerTls {
  return {
    certificate: Buffer.from(certificate),
    privateKey: Buffer.from(privateKey),
    ...(clientAuthorities ? { clientAuthorities: Buffer.from(clientAuthorities) } : {}),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
