import type { FunctionGrants } from './grants.js';

/** The part of the configuration that is about servers; package.json has its schema, its defaults and what each member means. */
export interface PoolOptions {
  readonly docker: {
    readonly socket?: string;
    readonly withoutSeccomp: boolean;
    readonly pull: 'missing' | 'never';
    readonly user?: string;
    readonly runtime?: string;
  };
  readonly folder?: string;
  readonly engineFolder?: string;
  readonly limits: ServerLimits;
  readonly timeouts: ServerTimeouts;
  readonly grants: FunctionGrants;
  readonly forwarder: { readonly image: string };
  readonly process: { readonly enabled: boolean; readonly commands: Readonly<Record<string, ProcessCommand>> };
  readonly remote: { readonly allow: readonly string[] };
}

export interface ServerLimits {
  readonly memoryBytes: number;
  /** The process's threads when absent. */
  readonly cpus?: number;
  readonly processes: number;
  readonly openFiles: number;
  readonly fileBytes: number;
  readonly temporaryBytes: number;
  readonly containers: number;
  readonly containersPerSource: number;
}

/** Milliseconds. */
export interface ServerTimeouts {
  readonly startMs: number;
  readonly stopMs: number;
  readonly idleMs: number;
  readonly waitMs: number;
  readonly pullMs: number;
  readonly engineMs: number;
  readonly healthIntervalMs: number;
  readonly healthMs: number;
  readonly busyHealthMs: number;
}

export interface ProcessCommand {
  readonly command: readonly string[];
  readonly workingDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}
