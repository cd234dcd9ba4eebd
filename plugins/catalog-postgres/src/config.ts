import type { SecretReference } from '@arbalest/spi';

/** The section `plugin.postgres` of the configuration; the manifest's schema has filled in what has a default. */
export interface PostgresConfig {
  /** Databases by the catalog name that SQL knows them by. */
  readonly catalogs: Readonly<Record<string, DatabaseConfig>>;
}

export interface DatabaseConfig {
  /** Host name or address; a folder beginning with / means the Unix socket in it. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Absent for servers that ask for none. */
  readonly password?: SecretReference;
  /** False is plain text; true checks the server's certificate against the system's authorities. */
  readonly tls: boolean | TlsConfig;
  /** Schemas whose tables are shown, in the order in which a name without a schema is looked for. Absent: all but PostgreSQL's own, `public` first. */
  readonly schemas?: readonly string[];
  /** Connections that one process holds at the most, besides one for each running statement that keeps its snapshot. */
  readonly connections: number;
  readonly connectTimeoutMs: number;
  /** How long a statement may keep its snapshot: it holds back VACUUM, and locks against changes of the tables' shape. */
  readonly snapshotTimeoutMs: number;
  /** What NUMERIC without a precision is read as; text when absent. A value that does not fit without rounding is an error. */
  readonly numeric?: { readonly precision: number; readonly scale: number };
}

export interface TlsConfig {
  /** File with the authorities' certificates, PEM; the system's when absent. */
  readonly ca?: string;
  /** File with the client's certificate, PEM. */
  readonly certificate?: string;
  /** The client's key, PEM. */
  readonly key?: SecretReference;
}
