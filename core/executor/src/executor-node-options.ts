import type { ClientTls } from '@arbalest/flight';
import type { arbalest } from '@arbalest/proto';
import type { ExecutorObserver } from './observation/executor-observer.js';
import type { Clock, Executor, Log, PlanRoot, Randomness } from '@arbalest/spi';

export interface ExecutorNodeOptions {
  /** Stable for the life of the process, unique in the cluster. */
  readonly id: string;
  /** Identity of the host: executors and clients that give the same one can read each other's files. @default the host's name and boot id */
  readonly host?: string;
  /**
   * Flight address for exchanges: `grpc://host:port` or `unix:/path`. A function where the port is only known once the server listens; asked at
   * each registration. Empty in a process whose exchanges are only read from within it.
   */
  readonly address: string | (() => string);
  /** Tasks at once. @default 2 */
  readonly slots?: number;
  readonly threads: number;
  readonly memoryBytes: number;
  /** Exchanges kept in memory; what is over goes to files. @default a fifth of `memoryBytes` */
  readonly exchangeMemoryBytes?: number;
  /** A folder of its own is made below it, and removed at the end. Left-overs of dead processes in it are removed at the start. */
  readonly spillDirectory: string;
  /** In the order in which they are asked whether they take a fragment; the last that calls no functions has what is left. Who made them closes them, after `stop`. */
  readonly engines: readonly Executor[];
  /** @default that of @arbalest/plan */
  readonly decodePlan?: (bytes: Uint8Array) => PlanRoot;
  /** What the scheduler shows and places by. @default [] */
  readonly plugins?: readonly arbalest.scheduler.v1.IPluginInfo[];
  readonly version: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  /** Output batches of engines are near this size. @default 4 MiB */
  readonly batchBytes?: number;
  /** Without a scheduler for so long, everything of its jobs is dropped. @default 600000 */
  readonly orphanTtlMs?: number;
  /** With which other executors are reached whose addresses say TLS. @default the authorities of the system */
  readonly tls?: ClientTls;
  /** Longest pause between two attempts to connect. @default 2000 */
  readonly reconnectMaxMs?: number;
  /** Hears of each task that ends. @default nobody */
  readonly observer?: ExecutorObserver;
}
