import type { Gateway, GatewayAddress, SqlService } from '@arbalest/spi';
import type { CanonicalRow } from '../../testing/index.js';

/** A gateway as an author describes it to the suite. */
export interface GatewaySubject {
  /** A gateway over this service, on a free port of the loopback interface; it is not started yet. Users are not told apart. */
  readonly open: (sql: SqlService) => Promise<OpenGateway>;
  /** A client of the gateway's protocol, as people use it: an existing one rather than one written for the test. */
  readonly connect: (address: GatewayAddress) => Promise<GatewayClient>;
  /** Bytes of a result that may be on their way between the service and a client that does not read. @default 32 MiB */
  readonly windowBytes?: number;
}

export interface OpenGateway {
  readonly gateway: Gateway;
  close?(): Promise<void>;
}

/** One connection. */
export interface GatewayClient {
  /** Runs a statement and reads its result to the end. Rejects with the client's own error, whose message is what a person would see. */
  query(sql: string, signal?: AbortSignal): Promise<readonly CanonicalRow[]>;
  /** Runs a statement and reads its rows as they come; stops reading when the consumer does. Absent where the client has no such way. */
  stream?(sql: string): AsyncIterable<readonly CanonicalRow[]>;
  close(): Promise<void>;
}
