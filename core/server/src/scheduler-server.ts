import { randomBytes } from 'node:crypto';
import type { Kernel } from '@arbalest/kernel';
import { SchedulerServer, SchedulerService } from '@arbalest/scheduler';
import type { FencedState } from './fenced-state.js';
import type { SchedulerMeasuring } from './http/scheduler-measuring.js';
import { schedulerParts, stateStore } from './scheduler-service.js';
import { VERSION } from './version.js';
import { watchProcess } from './watch-process.js';

/** In a store that others share, so that a takeover takes less than five seconds. */
const SHARED_LEASE_MS = 3000;
/** Nobody else can take over, so that a process that stood still only has to know that it did. */
const OWN_LEASE_MS = 30_000;

/** A scheduler that leads when no other does; not started. @param address once it is known */
export function createSchedulerServer(
  kernel: Kernel,
  fenced: FencedState,
  address: () => string,
  measuring?: SchedulerMeasuring,
): SchedulerServer {
  // Asked for once, so that the store is made.
  const seen = stateStore(kernel);
  const store = fenced.store ?? seen;
  const parts = schedulerParts(kernel, measuring?.observer);
  const { clock, log, randomness, config } = kernel;
  const isOwn = kernel.plugins.some(({ kind, id }) => kind === 'state' && id === 'lmdb');
  const server = new SchedulerServer({
    state: measuring?.measured(store) ?? store,
    clock,
    log,
    id: randomness.id('scheduler'),
    address,
    leaseMs: config.scheduler.leaseMs ?? (isOwn ? OWN_LEASE_MS : SHARED_LEASE_MS),
    // A leader whose process has ended is replaced at once; one that stands still, when its lease is over.
    ...(isOwn ? {} : { watchProcess }),
    version: VERSION,
    randomBytes,
    scheduler: (term) => {
      const service = new SchedulerService({ ...parts, ...term });
      measuring?.began(service, term.term);
      return service;
    },
  });
  fenced.fence = () => server.fence;
  return server;
}
