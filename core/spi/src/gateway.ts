/**
 * A way in for clients of another protocol. Started after everything else, stopped first: `stop` ends accepting at once and lets open work end
 * until the signal aborts.
 */
export interface Gateway {
  readonly id: string;
  start(): Promise<GatewayAddress>;
  stop(signal: AbortSignal): Promise<void>;
}

export interface GatewayAddress {
  /** What a client types, e.g. `http://127.0.0.1:8080`. */
  readonly url: string;
}
