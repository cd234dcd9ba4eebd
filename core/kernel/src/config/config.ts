import type { JsonValue, SecretReference } from '@arbalest/spi';

/** The whole configuration of a process: resolved, defaults filled in, frozen. The schema beside it documents every member. */
export interface ArbalestConfig {
  readonly scheduler: SchedulerConfig;
  readonly executor: ExecutorConfig;
  readonly exchange: ExchangeConfig;
  readonly limits: LimitsConfig;
  readonly plugins: PluginsConfig;
  /** Sections of plugins by id, as given: each is validated against its plugin's own schema when that is loaded. */
  readonly plugin: Readonly<Record<string, JsonValue>>;
  /** Session settings that every new session begins with. */
  readonly settings: Readonly<Record<string, string>>;
  readonly files: FilesConfig;
  readonly security: SecurityConfig;
  /** Absolute. */
  readonly dataDirectory: string;
  readonly http: HttpConfig;
  readonly log: LogConfig;
  /** Folder of the configuration file, or the working directory when there is none. Absolute. */
  readonly baseDirectory: string;
  /** The file that was read, if any. Absolute. */
  readonly file?: string;
}

export interface SchedulerConfig {
  readonly host: string;
  readonly port: number;
  readonly heartbeatMs: number;
  /** Where it keeps its state: the id of a state plugin, or its address; absent = what the process takes by itself. */
  readonly state?: string;
  /** Absent = what it listens on. */
  readonly advertise?: string;
  /** Absent = what suits the store. */
  readonly leaseMs?: number;
}

export interface ExecutorConfig {
  readonly scheduler: string;
  readonly host: string;
  readonly port: number;
  /** Never 0: resolved to the machine's cores when not given. */
  readonly threads: number;
  /** Bytes; resolved to a share of the machine's memory when not given. */
  readonly memory: number;
  readonly slots: number;
}

export interface ExchangeConfig {
  /** Bytes; resolved to a quarter of `executor.memory` when not given. */
  readonly memory: number;
  /** Absolute; absent means a folder in the process's scratch directory. */
  readonly spillDirectory?: string;
}

export interface LimitsConfig {
  readonly maxTaskAttempts: number;
  readonly abandonedMs: number;
}

/** Folders are absolute; URLs are as they were given. */
export interface FilesConfig {
  /** Absent = everything, or nothing where others can reach the process: see `fileRoots`. */
  readonly roots?: readonly string[];
  /** Absent = the same as `roots`. */
  readonly writable?: readonly string[];
}

export interface SecurityConfig {
  /** Of the cluster; shared by its processes. */
  readonly token?: SecretReference;
  readonly tls?: TlsConfig;
  readonly insecure: boolean;
  readonly sessionHours: number;
  readonly loginTries: number;
  /** Bytes. */
  readonly maxRequest: number;
  readonly maxStreams: number;
  readonly handshakeMs: number;
}

/** Files are absolute. */
export interface TlsConfig {
  readonly certificate: string;
  readonly key: string;
  readonly authorities?: string;
  readonly clientCertificates: 'none' | 'required';
}

export interface PluginsConfig {
  readonly load: readonly string[];
  readonly allowIncompatible: readonly string[];
}

/** Where a process answers questions about its health. */
export interface HttpConfig {
  readonly enabled: boolean;
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
}

export interface LogConfig {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly format: 'json' | 'pretty';
}

/** What a person may write: every member may be left out, sizes may be text such as "4GB". */
export type ConfigInput = Readonly<Record<string, unknown>>;
