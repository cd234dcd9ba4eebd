import type { SimRandom } from '../engine/sim-random.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import type { Network } from '../network/network.js';
import type { Warehouse } from '../tables/warehouse.js';
import type { FaultKnobs } from '../faults/fault-knobs.js';

/** What executors are surrounded by. */
export interface ExecutorWorld {
  readonly time: VirtualTime;
  readonly network: Network;
  readonly random: SimRandom;
  readonly warehouse: Warehouse;
  readonly knobs: FaultKnobs;
  /** Addresses of schedulers. */
  readonly schedulers: readonly string[];
}
