import { CONTAINER_KILL } from './container-kill.js';
import { DISK_FULL } from './disk-full.js';
import { ETCD_FAULTS } from './etcd.js';
import { EXECUTOR_FAULTS } from './executors.js';
import type { Fault } from './fault.js';
import { SCHEDULER_FAULTS } from './schedulers.js';

export const ALL_FAULTS: readonly Fault[] = [...EXECUTOR_FAULTS, ...SCHEDULER_FAULTS, ...ETCD_FAULTS, DISK_FULL, CONTAINER_KILL];
