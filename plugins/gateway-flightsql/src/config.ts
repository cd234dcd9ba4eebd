import type { SecretReference } from '@arbalest/spi';

/** The section `plugin.flightsql`, as the manifest's schema lets it through; that documents every member. */
export interface FlightSqlConfig {
  /** Absent = no Flight SQL. */
  readonly port?: number;
  readonly host: string;
  readonly advertise?: string;
  readonly insecure: boolean;
  readonly ticketKey?: SecretReference;
  readonly sessionIdleMs: number;
  readonly resultMs: number;
  readonly rereadMs: number;
  readonly endpointsWaitMs: number;
  readonly parameterBytes: number;
}
