import { randomBytes } from 'node:crypto';
import type { Kernel } from '@arbalest/kernel';
import { type SchedulerObserver, type SchedulerOptions, SchedulerService } from '@arbalest/scheduler';
import { CATALOGS, FRONTENDS, internalError, STATE_STORES, type StateStore, userError } from '@arbalest/spi';
import { VERSION } from './version.js';

/** A scheduler made of what the kernel's plugins offer; started, without executors, and alone with its state. */
export async function createSchedulerService(kernel: Kernel, observer?: SchedulerObserver): Promise<SchedulerService> {
  const service = new SchedulerService({ ...schedulerParts(kernel, observer), state: stateStore(kernel), exchangeKey: randomBytes(32) });
  await service.start();
  return service;
}

/** What a scheduler of this process is made of, whichever state it works on. */
export function schedulerParts(kernel: Kernel, observer?: SchedulerObserver): Omit<SchedulerOptions, 'state' | 'exchangeKey'> {
  const { config, services } = kernel;
  const [frontend] = services.all(FRONTENDS);
  if (!frontend) throw internalError('FRONTEND_MISSING', 'No loaded plugin offers a SQL front end; the bundled one is executor-duckdb');
  return {
    frontend,
    catalogs: services.all(CATALOGS),
    codecs: kernel.codecs,
    clock: kernel.clock,
    randomness: kernel.randomness,
    log: kernel.log,
    version: VERSION,
    plugins: kernel.plugins.map(({ id, kind, version }) => ({ id, kind, version })),
    baseDirectory: process.cwd(),
    settings: config.settings,
    beatIntervalMs: config.scheduler.heartbeatMs,
    maxFailures: config.limits.maxTaskAttempts,
    abandonedMs: config.limits.abandonedMs,
    ...(observer ? { observer } : {}),
  };
}

/** @throws user error `STATE_MISSING` */
export function stateStore(kernel: Kernel): StateStore {
  const [state] = kernel.services.all(STATE_STORES);
  if (!state) {
    const wanted = kernel.config.scheduler.state ?? 'lmdb';
    throw userError('STATE_MISSING', `No loaded plugin keeps the state in '${wanted}'; the bundled ones are memory, lmdb and etcd`);
  }
  return state;
}
