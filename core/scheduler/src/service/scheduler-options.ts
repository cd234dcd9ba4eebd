import type { Catalog, Clock, CodecRegistry, Frontend, Log, Randomness, StateStore } from '@arbalest/spi';
import type { PluginInfo } from '../messages.js';
import { NO_OBSERVER, type SchedulerObserver } from '../observation/scheduler-observer.js';
import type { Journal } from '../state/journal.js';
import { noJournal } from '../state/no-journal.js';
import { PLANNING, type PlanningFunctions } from './planning-functions.js';

/** What a scheduler is made of. Everything that touches time, chance, files or the network comes in here. */
export interface SchedulerOptions {
  readonly frontend: Frontend;
  /** Their ids are the outermost part of a table's name. */
  readonly catalogs: readonly Catalog[];
  /** The catalog of names that say none. @default 'files' */
  readonly defaultCatalog?: string;
  readonly codecs: CodecRegistry;
  /** Views live here. Closed by who made it, after `stop`. */
  readonly state: StateStore;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  /** 32 bytes that sign the tickets of this cluster's exchanges. */
  readonly exchangeKey: Uint8Array;
  readonly version: string;
  /** What this process has loaded, for ListPlugins. @default [] */
  readonly plugins?: readonly PluginInfo[];
  /** Folder against which sessions without one resolve relative paths. Absolute. */
  readonly baseDirectory: string;
  /** Settings that sessions begin with, by name. @default {} */
  readonly settings?: Readonly<Record<string, string>>;
  /** How often an executor says that it lives; missed four times it counts as lost. @default 1000 */
  readonly beatIntervalMs?: number;
  /** How long an executor whose stream broke may take to come back with its tasks. @default 2000 */
  readonly reconnectGraceMs?: number;
  /** How long executors of which another scheduler knew may take to come to this one with their tasks. @default 5000 */
  readonly takeoverGraceMs?: number;
  /** How long a job whose client's stream broke goes on, unless it is detached. Only for submissions with a key. @default 60000 */
  readonly abandonedMs?: number;
  /** Where jobs and sessions are written down. Without one they end with this process. */
  readonly journal?: Journal;
  /** Of this leadership; greater than that of whoever led before. @default 0, where nobody else ever leads */
  readonly term?: number;
  /** Whether this scheduler may still act as the leader. Asked before each tick's messages go out. @default always */
  readonly leads?: () => boolean;
  /** Addresses at which others reach the schedulers that live, this one's first. @default none */
  readonly schedulers?: () => readonly string[];
  /** A session that nobody used for so long is closed; those with running jobs stay. @default 3600000 */
  readonly sessionIdleMs?: number;
  /** Ended jobs that ListJobs remembers. @default 500 */
  readonly jobHistory?: number;
  /** A result of at most this many bytes travels with the events. @default 262144 */
  readonly inlineResultBytes?: number;
  /** Starts of one task that may fail for reasons that are not the statement's. @default 4 */
  readonly maxFailures?: number;
  /** Pause before a failed task's second start; doubles each time, up to a hundredfold. @default 50 */
  readonly retryBackoffMs?: number;
  /** Hears what happens. @default nobody */
  readonly observer?: SchedulerObserver;
  /** @default those of @arbalest/planner and @arbalest/plan */
  readonly planning?: PlanningFunctions;
}

export type ResolvedSchedulerOptions = Required<SchedulerOptions> & {
  /** Jobs and sessions outlive this process. */
  readonly keeps: boolean;
};

/** With every default filled in. */
export function resolveSchedulerOptions(options: SchedulerOptions): ResolvedSchedulerOptions {
  const given = withoutUndefined(options);
  return Object.freeze({ ...DEFAULTS, journal: noJournal(options.state), ...given, keeps: given.journal !== undefined });
}

const DEFAULTS = {
  defaultCatalog: 'files',
  plugins: [],
  settings: {},
  beatIntervalMs: 1000,
  reconnectGraceMs: 2000,
  takeoverGraceMs: 5000,
  term: 0,
  leads: () => true,
  schedulers: () => [],
  abandonedMs: 60_000,
  sessionIdleMs: 3_600_000,
  jobHistory: 500,
  inlineResultBytes: 256 * 1024,
  maxFailures: 4,
  retryBackoffMs: 50,
  observer: NO_OBSERVER,
  planning: PLANNING,
} satisfies Partial<SchedulerOptions>;

function withoutUndefined(options: SchedulerOptions): SchedulerOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as unknown as SchedulerOptions;
}
