import { randomBytes } from 'node:crypto';
import type { Kernel } from '@arbalest/kernel';
import { SchedulerService } from '@arbalest/scheduler';
import { CATALOGS, FRONTENDS, STATE_STORES, internalError } from '@arbalest/spi';
import { VERSION } from './version.js';

/** A scheduler made of what the kernel's plugins offer; started, and without executors. */
export async function createSchedulerService(kernel: Kernel): Promise<SchedulerService> {
  const { config, services } = kernel;
  const [frontend] = services.all(FRONTENDS);
  const [state] = services.all(STATE_STORES);
  if (!frontend) throw internalError('FRONTEND_MISSING', 'No loaded plugin offers a SQL front end; the bundled one is executor-duckdb');
  if (!state) throw internalError('STATE_MISSING', 'No loaded plugin offers a state store; the bundled one is state-memory');
  const service = new SchedulerService({
    frontend,
    state,
    catalogs: services.all(CATALOGS),
    codecs: kernel.codecs,
    clock: kernel.clock,
    randomness: kernel.randomness,
    log: kernel.log,
    exchangeKey: randomBytes(32),
    version: VERSION,
    plugins: kernel.plugins.map(({ id, kind, version }) => ({ id, kind, version })),
    baseDirectory: process.cwd(),
    settings: config.settings,
    beatIntervalMs: config.scheduler.heartbeatMs,
    maxFailures: config.limits.maxTaskAttempts,
  });
  await service.start();
  return service;
}
