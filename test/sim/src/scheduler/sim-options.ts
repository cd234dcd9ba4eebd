import { encodePlan } from '@arbalest/plan';
import { explainJson, explainText } from '@arbalest/planner';
import type { SchedulerOptions, TermParts } from '@arbalest/scheduler';
import { type CodecRegistry, type Log, silentLog } from '@arbalest/spi';
import { replanned, type SimQuery } from '../data/sim-query.js';
import type { SimProcess } from '../engine/sim-process.js';
import type { SimRandom } from '../engine/sim-random.js';
import type { Trace } from '../engine/trace.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import type { Network } from '../network/network.js';
import { type Disk, SimCatalog } from '../tables/sim-catalog.js';
import { queryNameOf, SimFrontend } from './sim-frontend.js';

const NO_CODECS: CodecRegistry = { get: () => undefined, forPath: () => undefined, forTableFunction: () => undefined, list: () => [] };
const NO_BYTES = new Uint8Array(0);
const SLOWEST_PLANNING_MS = 300;

/** A job whose client does not come back ends after so long, milliseconds: longer than any fault keeps a client away. */
export const ABANDONED_MS = 70_000;

export interface SchedulerSurroundings {
  readonly process: SimProcess;
  readonly time: VirtualTime;
  readonly network: Network;
  readonly trace: Trace;
  readonly random: SimRandom;
  readonly queries: ReadonlyMap<string, SimQuery>;
  readonly disk: Disk;
  /** Told of what a scheduler must never have to log. */
  readonly onBug: (text: string) => void;
}

/** What every scheduler of the simulation is made of, its state apart. */
export function simOptions(surroundings: SchedulerSurroundings): Omit<SchedulerOptions, keyof TermParts> {
  const { process, time, random, queries, disk } = surroundings;
  const think = (): Promise<void> => time.sleep(random.delay(1, SLOWEST_PLANNING_MS), process);
  return {
    frontend: new SimFrontend(queries, think),
    catalogs: [new SimCatalog(disk)],
    codecs: NO_CODECS,
    clock: process.clock,
    randomness: random,
    log: logOf(surroundings),
    version: 'sim',
    baseDirectory: '/base',
    abandonedMs: ABANDONED_MS,
    planning: {
      planStages: ({ plan }) => queries.get(queryNameOf(plan))!.plan,
      replan: (plan, outcomes, started) => replanned(plan, new Set(outcomes.map(({ stage }) => stage)), started),
      explainText,
      explainJson,
      encodePlan,
      signTicket: () => NO_BYTES,
    },
  };
}

/** What may keep a scheduler from leading: another one does it then, or the same one later. */
const STORE_TROUBLE = new Set(['STATE_UNAVAILABLE', 'STATE_UNCERTAIN', 'NOT_LEADER']);

/** What is logged as an error is a bug: whatever goes wrong here was foreseen. */
export function logOf({ trace, process, onBug }: SchedulerSurroundings): Log {
  const say = (message: string, fields: object = {}): void =>
    trace.noteLazily(`${process.name} logs`, () => `${message} ${JSON.stringify(fields)}`);
  const log: Log = {
    ...silentLog,
    info: say,
    warn: say,
    error: (message, fields) =>
      STORE_TROUBLE.has(String(fields?.['code'])) ? say(message, fields) : onBug(`${message}: ${JSON.stringify(fields ?? {})}`),
    with: () => log,
  };
  return log;
}
